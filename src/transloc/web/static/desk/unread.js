// How much is unread, in the header: its words come from the server, and only when the number is another one.

export async function tell(number) {
  const shown = document.getElementById("unread");
  if (number === null || !shown || shown.dataset.count === number) return;
  shown.dataset.count = number; // asked for once, though the next answer tells it again
  const html = await fetch("/notifications/count/", { headers: { Accept: "text/html" }, redirect: "manual" })
    .then((found) => (found.ok ? found.text() : null)).catch(() => null);
  const fresh = html && new DOMParser().parseFromString(html, "text/html").getElementById("unread");
  if (fresh) shown.replaceWith(fresh);
  else delete shown.dataset.count;
}

// How much is unread, in the header: its words come from the server, and only when the number is another one.

import { html } from "./part.js";

export async function tell(number) {
  const shown = document.getElementById("unread");
  if (number === null || !shown || shown.dataset.count === number) return;
  shown.dataset.count = number; // asked for once, though the next answer tells it again
  const page = await html("/notifications/count/");
  const fresh = page && new DOMParser().parseFromString(page, "text/html").getElementById("unread");
  if (fresh) shown.replaceWith(fresh);
  else delete shown.dataset.count;
}

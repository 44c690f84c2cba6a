// What a filter has found, and what became of a click, where a part of the page was exchanged for it: said once, in the live region
// that stays. One that comes with its words is heard in some browsers and not in others.

const region = document.getElementById("said");

function counted() {
  const words = document.querySelector("main p.count").cloneNode(true);
  words.querySelector("a")?.remove();
  return words.textContent.replace(/[\s·]+$/, "");
}

function answered() {
  const told = [...document.querySelectorAll("main > .notice[role=status]")];
  for (const one of told) one.removeAttribute("role"); // or it would be heard twice where it is heard at all
  return told.map((one) => one.textContent).join(" ");
}

document.addEventListener("htmx:afterSwap", ({ detail: { requestConfig: { elt: asking, verb } } }) => {
  if (verb === "get" && !asking.matches("form.filters")) return; // it came by itself
  const words = verb === "get" ? counted() : answered();
  region.textContent = "";
  requestAnimationFrame(() => { region.textContent = words; });
});

// A term shows all its forms: where it is pointed at, where the focus comes by the keyboard, and where it is tapped.
// The page works without: each term is a <details> with a link to its row.

const PATIENCE = 150; // so long a pointer rests before something opens, in ms
const known = new Map();
let timer;
let pinned = null;

const fetched = (address) => {
  if (!known.has(address)) {
    const asked = fetch(address, { headers: { Accept: "text/html" } }).then((found) => (found.ok ? found.text() : Promise.reject()));
    known.set(address, asked.catch(() => { known.delete(address); return null; }));
  }
  return known.get(address);
};

async function fill(term) {
  if ("filled" in term.dataset) return;
  const html = await fetched(term.dataset.forms);
  if (html === null) return; // the link to the row stands there
  term.querySelector(".bubble").innerHTML = html;
  term.dataset.filled = "";
}

const termOf = (target) => target instanceof Element ? target.closest("details.forms") : null;

function close(term) {
  term.open = false;
  if (pinned === term) pinned = null;
}

export function start(root = document) {
  root.addEventListener("toggle", (event) => { if (event.target.open && termOf(event.target) === event.target) fill(event.target); }, true);
  root.addEventListener("pointerover", (event) => {
    const term = termOf(event.target);
    if (event.pointerType !== "mouse") return;
    clearTimeout(timer);
    if (!term || term.open) return;
    timer = setTimeout(() => { term.open = true; }, PATIENCE);
  });
  root.addEventListener("pointerout", (event) => {
    const term = termOf(event.target);
    if (!term || event.pointerType !== "mouse" || term.contains(event.relatedTarget)) return;
    clearTimeout(timer);
    if (term !== pinned && !term.contains(document.activeElement)) timer = setTimeout(() => close(term), PATIENCE);
  });
  root.addEventListener("focusin", (event) => {
    const term = termOf(event.target);
    if (term && event.target.matches("summary:focus-visible")) term.open = true;
  });
  root.addEventListener("focusout", (event) => {
    const term = termOf(event.target);
    if (term && !term.contains(event.relatedTarget)) close(term);
  });
  root.addEventListener("click", (event) => {
    const term = termOf(event.target);
    if (!term || !event.target.closest("summary") || event.detail === 0) return; // a key toggles as it always does
    if (term.open && term !== pinned && matchMedia("(hover: hover)").matches) event.preventDefault(); // it stays open, pinned
    pinned = term;
  });
  root.addEventListener("keydown", (event) => {
    const term = event.key === "Escape" && document.querySelector("details.forms[open]");
    if (!term || event.isComposing) return;
    if (term.contains(document.activeElement)) term.querySelector("summary").focus();
    close(term);
    event.stopPropagation();
  }, true);
}

start();

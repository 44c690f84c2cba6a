// A term shows all its forms: where it is pointed at, where the focus comes by the keyboard, and where it is tapped.
// The page works without: each term is a <details> with a link to its row.

import { html } from "./part.js";

const PATIENCE = 150; // so long a pointer rests before something opens, in ms
const known = new Map();
let coming; // the timer of the term that is about to show
let leaving = {}; // the term that is about to go, and its timer
let pinned = null; // what was clicked stays
let pointer = "";

const fetched = (address) => {
  if (!known.has(address)) {
    known.set(address, html(address).then((part) => {
      if (part === null) known.delete(address);
      return part;
    }));
  }
  return known.get(address);
};

async function fill(term) {
  if ("filled" in term.dataset) return;
  const part = await fetched(term.dataset.forms);
  if (part === null) return; // the link to the row stands there
  const bubble = term.querySelector(".bubble");
  const held = bubble.contains(document.activeElement);
  bubble.innerHTML = part;
  term.dataset.filled = "";
  if (held) bubble.querySelector("a").focus(); // what had the focus is gone: it goes to what took its place
}

const termOf = (target) => (target instanceof Element ? target.closest("details.forms") : null);

function close(term) {
  term.open = false;
  if (pinned === term) pinned = null;
}

document.addEventListener("toggle", (event) => {
  if (termOf(event.target) === event.target && event.target.open) fill(event.target);
}, true);

// Pointed at, it shows; the way from the word to its forms is no way out.
document.addEventListener("pointerover", (event) => {
  const term = termOf(event.target);
  if (event.pointerType !== "mouse" || !term) return;
  if (term === leaving.term) clearTimeout(leaving.timer);
  clearTimeout(coming);
  if (!term.open) coming = setTimeout(() => { term.open = true; }, PATIENCE);
});
document.addEventListener("pointerout", (event) => {
  const term = termOf(event.target);
  if (event.pointerType !== "mouse" || !term || term.contains(event.relatedTarget)) return;
  clearTimeout(coming);
  if (term === pinned || term.contains(document.activeElement)) return;
  clearTimeout(leaving.timer);
  leaving = { term, timer: setTimeout(close, PATIENCE, term) };
});

// The first click on what is shown already keeps it; the next one closes it.
document.addEventListener("pointerdown", (event) => { pointer = event.pointerType; });
document.addEventListener("click", (event) => {
  const term = termOf(event.target);
  if (!term || !event.target.closest("summary") || event.detail === 0) return; // a key toggles as it always does
  clearTimeout(coming);
  if (term.open && term !== pinned && pointer === "mouse") event.preventDefault();
  pinned = term;
});

document.addEventListener("focusin", (event) => {
  const term = termOf(event.target);
  if (term && event.target.matches("summary:focus-visible")) term.open = true;
});
document.addEventListener("focusout", (event) => {
  const term = termOf(event.target);
  if (term && !term.contains(event.relatedTarget) && event.relatedTarget) close(term);
});
document.addEventListener("keydown", (event) => {
  const term = event.key === "Escape" && !event.isComposing && document.querySelector("details.forms[open]");
  if (!term) return;
  if (term.contains(document.activeElement)) term.querySelector("summary").focus();
  close(term);
  event.stopPropagation();
}, true);

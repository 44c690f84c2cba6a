// Which key does what beside the text field: as given, or as the person has changed it in this browser (WCAG 2.1.4).

const KEPT = "transloc:keys";

export const given = {
  previous: "ArrowUp", next: "ArrowDown", write: "Enter", terms: "KeyT", finding: "KeyN", fix: "KeyF", draft: "KeyD", code: "KeyG",
  split: "KeyS", merge: "KeyM", omit: "KeyO", undo: "KeyU", reject: "KeyR", comment: "KeyC", propose: "KeyW",
  concordance: "KeyK",
  preview: "KeyP",
};

let { off = false, changed = {} } = JSON.parse(localStorage.getItem(KEPT) ?? "{}");

const keep = () => localStorage.setItem(KEPT, JSON.stringify({ off, changed }));

export const map = () => ({ ...given, ...changed });
export const codeOf = (code) => Object.entries(map()).find(([, own]) => own === code)?.[0];
export const switchedOff = () => off;

export function switchOff(value) {
  off = value;
  keep();
}

// Gives a command another key; the command that had it takes the old one in exchange, so that none is left without.
export function change(id, code) {
  const holder = codeOf(code);
  if (holder && holder !== id) changed[holder] = map()[id];
  changed[id] = code;
  keep();
}

export function reset() {
  off = false;
  changed = {};
  keep();
}

const SHOWN = { ArrowUp: "↑", ArrowDown: "↓", Enter: "Enter" };

export const shown = (code) => SHOWN[code] ?? code.replace(/^(?:Key|Digit)/, "");

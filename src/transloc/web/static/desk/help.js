// The card of all keys; those of single letters are changed and switched off here (WCAG 2.1.4).

import * as keymap from "./keymap.js";

const box = document.getElementById("keys");
const note = document.getElementById("keys-note");
const on = document.getElementById("keys-on");

function fill() {
  on.checked = !keymap.switchedOff();
  for (const [id, code] of Object.entries(keymap.map())) {
    for (const key of document.querySelectorAll(`[data-key="${id}"], #act-${id} kbd`)) key.textContent = keymap.shown(code);
  }
}
fill();

export function show() {
  note.textContent = "";
  box.showModal();
}

on.addEventListener("change", () => keymap.switchOff(!on.checked));
document.getElementById("keys-reset").addEventListener("click", () => { keymap.reset(); fill(); });
let changing = null;
box.addEventListener("click", ({ target }) => {
  changing = target.dataset.change ?? null;
  note.textContent = changing ? gettext("Press the new key; Esc keeps the old one.") : "";
});
box.addEventListener("keydown", (event) => {
  if (!changing || /^(?:Shift|Control|Alt|Meta|CapsLock|Tab)/.test(event.code)) return; // a modifier by itself is no key
  event.preventDefault();
  if (!/^(?:Escape|Space|Slash|(?:Digit|Numpad)\d)$/.test(event.code)) keymap.change(changing, event.code);
  changing = null;
  note.textContent = "";
  fill();
});

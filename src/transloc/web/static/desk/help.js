// All keys on one card; those of single letters can be changed and switched off here.

import { commands } from "./commands.js";
import { dialog } from "./dialogs.js";
import * as keymap from "./keymap.js";
import { mac, make } from "./page.js";

const mod = mac ? "⌘" : "Ctrl";
const CHORDS = [
  [`${mod}+Enter`, "Confirm and go to the next open sentence"],
  [`${mod}+Shift+Enter`, "Sign off and go to the next"],
  [`${mod}+K`, "Every action by name"],
  ["Esc", "Leave the field for row mode"],
];
const NUMBERED = [["1–9", "Insert a suggestion"], ["T 1–9", "Insert a term"], ["?", "This card"]];

export function show() {
  const line = (key, name, ...more) => make("li", {}, make("kbd", {}, key), ` ${name} `, ...more);
  const list = make("ul", { class: "keys" });
  const note = make("p", { role: "status" });
  const off = make("input", { type: "checkbox", change: () => { keymap.switchOff(!off.checked); } });
  off.checked = !keymap.switchedOff();
  const fill = () => list.replaceChildren(...Object.entries(keymap.map()).map(([id, code]) => {
    const name = id === "terms" ? "Insert a term, with its number" : commands[id][0];
    return line(keymap.shown(code), name, make("button", { type: "button", class: "button quiet", "aria-label": `Change the key of: ${name}`, click: (event) => take(event.target, id, name) }, "Change"));
  }));
  const take = (button, id, name) => {
    note.textContent = `Press the new key for: ${name}. Esc keeps the old one.`;
    button.addEventListener("keydown", (event) => {
      if (/^(?:Shift|Control|Alt|Meta|CapsLock)/.test(event.code)) return; // a modifier by itself is no key
      event.preventDefault();
      event.stopPropagation();
      note.textContent = "";
      if (/^(?:Escape|Tab|Space|Slash|(?:Digit|Numpad)\d)$/.test(event.code)) return;
      keymap.change(id, event.code);
      fill();
      list.querySelector(`[aria-label$="${CSS.escape(name)}"]`)?.focus();
    }, { once: true });
  };
  fill();
  dialog({ class: "help", "aria-labelledby": "help-title" },
    make("h2", { id: "help-title" }, "Keys"),
    make("h3", {}, "While you write"), make("ul", { class: "keys" }, ...CHORDS.map(([key, name]) => line(key, name))),
    make("h3", {}, "In row mode"), make("label", {}, off, " Single keys are on"), list,
    make("ul", { class: "keys" }, ...NUMBERED.map(([key, name]) => line(key, name))), note,
    make("form", { method: "dialog", class: "cluster" }, make("button", { class: "button primary" }, "Close"),
      make("button", { type: "button", class: "button quiet", click: () => { keymap.reset(); off.checked = true; fill(); } }, "Keys as they were given")));
}

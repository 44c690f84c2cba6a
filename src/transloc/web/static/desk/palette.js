// Every action by its name: type a part of it, choose with the arrows, Enter.

import { commands, run } from "./commands.js";
import { dialog } from "./dialogs.js";
import { map, shown } from "./keymap.js";
import { mac, make } from "./page.js";
import * as help from "./help.js";

export function show() {
  const input = make("input", {
    type: "text", role: "combobox", "aria-expanded": "true", "aria-controls": "actions", "aria-label": "Action", placeholder: "What is to be done?",
    autofocus: true, autocomplete: "off",
  });
  const list = make("ul", { id: "actions", role: "listbox", "aria-label": "Actions" });
  const box = dialog({ class: "palette", "aria-label": "Actions" }, input, list);
  let chosen = 0;

  const point = (to) => {
    chosen = (to + list.children.length) % (list.children.length || 1);
    [...list.children].forEach((option, at) => option.setAttribute("aria-selected", at === chosen));
    list.children[chosen]?.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", list.children[chosen]?.id ?? "");
  };
  const fill = () => {
    const words = input.value.toLowerCase().split(/\s+/);
    list.replaceChildren(...every().filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
      .map(({ id, name, key }) => make("li", { role: "option", id: `act-${id}`, click: () => choose(id) }, name, key ? make("kbd", {}, key) : "")));
    point(0);
  };
  // Closed first: the focus is back in its place when the action looks where it is.
  const choose = (id) => {
    box.close();
    if (id === "help") help.show(); else run(id);
  };
  input.addEventListener("input", fill);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") point(chosen + (event.key === "ArrowDown" ? 1 : -1));
    else if (event.key === "Enter") list.children[chosen]?.click();
    else return;
    event.preventDefault();
  });
  fill();
}

function every() {
  const keys = { ...map(), confirm: `${mac ? "⌘" : "Ctrl"}+Enter`, "sign-off": `${mac ? "⌘" : "Ctrl"}+Shift+Enter`, leave: "Esc" };
  const sensible = Object.entries(commands).filter(([, [, , possible]]) => possible());
  return [...sensible.map(([id, [name]]) => ({ id, name, key: keys[id] && shown(keys[id]) })), { id: "help", name: "Show and change the keys", key: "?" }];
}

// The keys of the desk. In a text field only chords, so that every layout is free to type; beside it single keys, matched by
// their place (`code`), so that a Cyrillic layout works. AltGraph and Option write letters and are never ours.

import { run } from "./commands.js";
import { mac, say, typing } from "./page.js";
import * as rows from "./rows.js";
import { codeOf, switchedOff } from "./keymap.js";

let awaited = 0; // until when a digit means a term, in ms

export function start() {
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229 || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    if (chord(event) || (typing(event.target) ? field(event) : row(event))) event.preventDefault();
  });
}

// Ctrl or ⌘ alone, with or without Shift: AltGraph shows itself as Ctrl+Alt on some systems.
function command(event) {
  return event.ctrlKey !== event.metaKey && !event.altKey && !event.getModifierState("AltGraph");
}

function chord(event) {
  if (!command(event)) return false;
  const form = event.target.closest?.("#panel form");
  if (event.code === "Enter" || event.code === "NumpadEnter") {
    if (form && !event.shiftKey) form.requestSubmit();
    else run(event.shiftKey ? "sign-off" : "confirm");
    return true;
  }
  if (event.code !== "KeyK" || event.shiftKey || (mac && event.ctrlKey && typing(event.target))) return false; // ⌃K is the Mac's own
  run("palette");
  return true;
}

const bare = (event) => !event.ctrlKey && !event.metaKey && !event.altKey && !event.getModifierState("AltGraph");

function field(event) {
  if (event.code !== "Escape" || !bare(event) || event.shiftKey || !rows.open.row) return false;
  run("leave");
  return true;
}

function row(event) {
  if (!bare(event) || switchedOff()) return false;
  if (event.key === "?" || (event.code === "Slash" && event.shiftKey)) {
    run("help");
    return true;
  }
  if (event.shiftKey) return false;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  if (digit) {
    run(Date.now() < awaited ? "term" : "suggestion", Number(digit));
    awaited = 0;
    return true;
  }
  const id = codeOf(event.code);
  const control = event.target.closest?.("a, button, summary, input, iframe");
  if (!id || (/^(?:Enter|Arrow)/.test(event.code) && control && !control.matches(".row > .open"))) return false;
  if (id === "write" && (!rows.open.row || (control && control.parentElement !== rows.open.row))) return false; // a link to another row
  if (id === "terms") {
    awaited = Date.now() + 3000;
    say(gettext("Which term?"));
  } else run(id);
  return true;
}

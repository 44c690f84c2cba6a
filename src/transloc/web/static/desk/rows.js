// The rows, and the one that is open. Focus moves only where a key or a click asked for it.

import { desk, language, tell } from "./page.js";

const list = desk.querySelector(".rows");
const template = document.getElementById("editor");

// The open row: what its field began with (`base`), and the revision that text was of (`seen`).
export const open = { row: null, field: null, base: "", seen: 0 };

export const all = () => [...(list?.children ?? [])];
export const byId = (id) => document.getElementById(`s-${id}`);
export const idOf = (row) => row.dataset.segment;

export function textOf(row, part) {
  const element = row.querySelector(`:scope > .${part}`);
  return element.dataset.text ?? element.textContent;
}

export const dirty = () => Boolean(open.row) && open.field.value !== open.base;

export function openRow(row, { edit = false } = {}) {
  if (row && row !== open.row) {
    const opened = editing(row); // before the other row is closed: a field that goes with the focus has the page laid out at once
    closeRow();
    Object.assign(open, opened);
    grow();
    tell("row:open", row);
  }
  if (row) focus(edit);
}

function editing(row) {
  const made = template.content.firstElementChild.cloneNode(true);
  const field = made.querySelector(".editor");
  const base = textOf(row, "target");
  field.value = base;
  row.classList.add("is-open");
  row.querySelector(":scope > .target").hidden = true;
  row.querySelector(":scope > .signs").before(made);
  label(row, field);
  return { row, field, base, seen: Number(row.dataset.revision) };
}

export function focus(edit) {
  (edit ? open.field : open.row.querySelector(":scope > .open")).focus({ preventScroll: true });
  open.row.scrollIntoView({ block: "nearest" });
}

function closeRow() {
  if (!open.row) return;
  const { row } = open;
  tell("row:close", row);
  row.querySelector(":scope > .target").hidden = false;
  row.classList.remove("is-open");
  row.querySelector(":scope > .editing").remove();
  Object.assign(open, { row: null, field: null });
}

// What is typed by a key of ours goes through the browser's own editing, so that its undo takes it back.
export function type(text, { whole = false } = {}) {
  const { field } = open;
  field.focus({ preventScroll: true });
  if (whole) field.select();
  if (!document.execCommand("insertText", false, text)) {
    field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

export function setText(text) {
  open.field.value = text;
  open.field.dispatchEvent(new Event("input", { bubbles: true }));
}

function refresh() {
  label(open.row, open.field);
  grow();
}

function label(row, field) {
  const link = row.querySelector(":scope > .open");
  field.setAttribute("aria-label", `${language}, ${link.getAttribute("aria-label")}`);
  field.setAttribute("aria-describedby", link.getAttribute("aria-describedby"));
  for (const button of row.querySelectorAll(".editing [data-from]")) {
    button.hidden = !button.dataset.from.split(" ").includes(row.dataset.state);
  }
}

export function grow() {
  if (!open.field || CSS.supports("field-sizing", "content")) return;
  open.field.style.height = "auto";
  open.field.style.height = `${open.field.scrollHeight}px`;
}

// Paints a row as the server rendered it. Nodes are kept, so that focus, caret and undo of an open row stay where they are.
export function paint(id, html) {
  const to = new DOMParser().parseFromString(html, "text/html").querySelector(".row");
  const row = byId(id);
  if (!row) {
    tell("row:painted", to);
    return to;
  }
  const clean = row === open.row && !dirty();
  for (const { name, value } of [...to.attributes]) if (name !== "class") row.setAttribute(name, value);
  if (!to.dataset.findings) delete row.dataset.findings;
  row.classList.toggle("first", to.classList.contains("first"));
  for (const part of ["open", "source", "target", "signs"]) like(row.querySelector(`:scope > .${part}`), to.querySelector(`.${part}`));
  if ("unsaved" in row.dataset) sign(row, "unsaved", gettext("unsaved draft"));
  if (row === open.row) {
    const text = textOf(row, "target");
    if (clean && open.field.value !== text) open.field.value = text;
    if (clean || open.field.value === text) Object.assign(open, { base: text, seen: Number(row.dataset.revision) });
    refresh();
  }
  tell("row:painted", row);
  return row;
}

// After an answer to this tab the row is read anew: what was typed since stands on top of it.
export function settle(row) {
  if (row && row === open.row) Object.assign(open, { base: textOf(row, "target"), seen: Number(row.dataset.revision) });
}

function like(element, other) {
  if (element.innerHTML !== other.innerHTML) element.innerHTML = other.innerHTML;
  for (const { name, value } of [...other.attributes]) element.setAttribute(name, value);
  if (!("text" in other.dataset)) delete element.dataset.text;
}

// Rows that came, went or changed places: split, merged, added, undone.
export function arrange(order, gone, fresh) {
  for (const id of gone) {
    const row = byId(id);
    const held = row?.contains(document.activeElement);
    const next = row?.nextElementSibling ?? row?.previousElementSibling;
    if (row) tell("row:gone", row);
    if (row && row === open.row) closeRow();
    row?.remove();
    if (held) next?.querySelector(":scope > .open").focus({ preventScroll: true }); // to its neighbour, and not to nowhere
  }
  if (!order || !list) return;
  for (const [at, id] of order.entries()) {
    const row = byId(id) ?? fresh[id];
    if (!row) continue; // a filter hides it
    if (row.parentElement !== list) {
      const before = order.slice(0, at).reverse().map(byId).find(Boolean);
      if (before) before.after(row); else list.prepend(row);
    }
    const link = row.querySelector(":scope > .open");
    link.textContent = at + 1;
    link.setAttribute("aria-label", link.getAttribute("aria-label").replace(/\d+(\D+)\d+$/, `${at + 1}$1${order.length}`));
  }
  if (open.row) refresh();
}

// A mark that only this browser knows of: not saved, waiting for the line.
export function sign(row, name, words) {
  const signs = row.querySelector(":scope > .signs");
  signs.querySelector(`.sign.${name}`)?.remove();
  if (words) {
    row.dataset[name] = "";
    signs.append(Object.assign(document.createElement("span"), { className: `sign ${name}`, textContent: words }));
  } else delete row.dataset[name];
}

// A new source is shown while somebody still writes to the old one: what stands in their field is theirs.
export function paintSource(row, html) {
  const to = new DOMParser().parseFromString(html, "text/html").querySelector(".row > .source");
  const source = row.querySelector(":scope > .source");
  if (source.innerHTML === to.innerHTML) return false;
  like(source, to);
  return true;
}

// What stands in the way of the open row's text, said beside the field.
export function trouble(words) {
  const note = open.row?.querySelector(".trouble");
  if (!note) return;
  note.textContent = words;
  note.hidden = !words;
}

export function beside(step) {
  const every = all();
  const place = open.row ? every.indexOf(open.row) : -1;
  if (open.row) return every[place + step];
  return step > 0 ? following(["initial", "translated"]) ?? every[0] : every.at(-1); // a day begins at the first open sentence
}

// The next row in one of these states, from the top again after the end.
export function following(states, from = open.row) {
  const every = all();
  const place = every.indexOf(from);
  return [...every.slice(place + 1), ...every.slice(0, Math.max(place, 0))].find((row) => states.includes(row.dataset.state));
}

list?.addEventListener("click", (event) => {
  const row = event.target.closest(".row");
  const plain = !event.metaKey && !event.ctrlKey && !event.shiftKey && event.button === 0;
  if (!row || !plain || event.target.closest(".editing")) return;
  if (!event.target.closest(".open") && String(getSelection()).trim()) return; // somebody marks words to copy them
  event.preventDefault();
  openRow(row, { edit: true });
});
desk.addEventListener("input", (event) => {
  if (event.target !== open.field) return;
  grow();
  tell("typed");
});

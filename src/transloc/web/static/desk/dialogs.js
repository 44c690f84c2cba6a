// Small dialogs that ask for one thing. The browser's own <dialog> keeps the focus inside and gives it back afterwards.

import { make } from "./page.js";

export function dialog(attributes, ...children) {
  const box = make("dialog", attributes, ...children);
  box.addEventListener("close", () => box.remove());
  document.body.append(box);
  box.showModal();
  return box;
}

// A form in a dialog; the promise is kept with what `read` gives, or undefined where the person thought better of it.
function form(title, button, read, ...fields) {
  return new Promise((resolve) => {
    const inner = make("form", { class: "stack", method: "dialog" }, make("h2", { id: "dialog-title" }, title), ...fields,
      make("div", { class: "cluster" }, make("button", { class: "button primary", value: "ok" }, button),
        make("button", { class: "button quiet", value: "", formnovalidate: true }, "Cancel")));
    inner.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) inner.requestSubmit(inner.querySelector(".primary"));
    });
    const box = dialog({ "aria-labelledby": "dialog-title" }, inner);
    box.addEventListener("close", () => resolve(box.returnValue === "ok" ? read() : undefined));
  });
}

export function ask({ title, label, long = false }) {
  const field = make(long ? "textarea" : "input", { required: true, name: "reason", autofocus: true, autocomplete: "off", ...(long && { rows: 3 }) });
  return form(title, title.length < 30 ? title : "Add", () => field.value.trim(), make("label", { class: "field" }, label, field));
}

const ENDS = /[.!?…][»”“"')\]]*(?:<\/?\d{1,6}\/?>)*$/;

// Places before a word, in UTF-16 units, and which of them seem to follow a sentence's end.
function places(text) {
  return [...text.matchAll(/(?<=\S)\s+(?=\S)/g)].map(({ index, 0: gap }) => ({ at: index + gap.length, ends: ENDS.test(text.slice(0, index)) }));
}

function cutter(name, text, caret) {
  const every = places(text);
  const near = caret > 0 && caret < text.length ? every.findLastIndex(({ at }) => at <= caret + 1) : -1;
  const end = every.findIndex(({ ends }) => ends);
  const start = near >= 0 ? near : end >= 0 ? end : Math.floor(every.length / 2);
  const slider = make("input", { type: "range", min: 0, max: Math.max(0, every.length - 1), value: start, "aria-label": `Where to cut the ${name}` });
  const first = make("span"), second = make("span");
  const show = () => {
    const at = every[slider.value]?.at ?? text.length;
    first.textContent = text.slice(0, at);
    second.textContent = text.slice(at);
    slider.setAttribute("aria-valuetext", `${first.textContent.slice(-30)} | ${second.textContent.slice(0, 30)}`);
  };
  slider.addEventListener("input", show);
  show();
  const offset = () => [...text.slice(0, every[slider.value]?.at ?? text.length)].length; // the server counts code points
  return { offset, possible: every.length > 0, field: make("fieldset", { class: "cut" }, make("legend", {}, `The ${name}`), slider, make("p", { class: "halves" }, first, second)) };
}

export async function askCut(source, target, caret) {
  const ours = cutter("source", source, 0);
  const theirs = cutter("translation", target, caret);
  if (!ours.possible) return undefined;
  return form("Split in two", "Split", () => [ours.offset(), theirs.offset()], ours.field, theirs.field);
}

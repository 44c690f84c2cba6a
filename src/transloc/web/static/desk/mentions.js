// People are offered where somebody types “@” in a comment. The focus stays in the field; without this the name is simply typed.

const SHOWN = 8;
const BEGUN = /(?<![\p{L}\p{M}\p{N}_])@([^@\n]{0,60})$/u;

let names; // asked for once, at the first “@”
let open = null; // the field, its list, where the “@” stands, and the option that is pointed at

const folded = (text) => text.normalize("NFC").toLowerCase().replace(/[’ʼ]/g, "'");

function known(field) {
  names ??= fetch(field.dataset.mentions, { headers: { Accept: "application/json" }, redirect: "manual" })
    .then((found) => (found.ok ? found.json() : Promise.reject())).then((body) => body.names)
    .catch(() => { names = undefined; return []; });
  return names;
}

function fitting(every, begun) {
  const words = folded(begun);
  const first = (name) => folded(name).startsWith(words);
  const fits = every.filter((name) => first(name) || folded(name).split(/\s/).some((word) => word.startsWith(words)));
  return [...fits.filter(first), ...fits.filter((name) => !first(name))].slice(0, SHOWN);
}

function close() {
  if (!open) return;
  open.list.remove();
  for (const name of ["aria-controls", "aria-activedescendant"]) open.field.removeAttribute(name);
  open = null;
}

function point(option) {
  for (const one of open.list.children) one.setAttribute("aria-selected", one === option);
  open.chosen = option;
  if (option) open.field.setAttribute("aria-activedescendant", option.id);
  else open.field.removeAttribute("aria-activedescendant");
}

function show(field, at, found, begun) {
  const was = open?.field === field;
  close();
  const list = Object.assign(document.createElement("ul"), { id: "people", className: "people" });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.dataset.people);
  list.append(...found.map((name, number) => {
    const option = Object.assign(document.createElement("li"), { id: `person-${number}`, textContent: name });
    option.setAttribute("role", "option");
    return option;
  }));
  (field.closest("label") ?? field).after(list); // not inside the label: it would be read as the name of the field
  field.setAttribute("aria-controls", list.id);
  open = { field, list, at, chosen: null };
  point(begun ? list.firstElementChild : null); // a bare “@” is taken by no Enter that was meant for the line
  if (!was) document.getElementById("said").textContent = field.dataset.found;
}

async function look(field) {
  const begun = BEGUN.exec(field.value.slice(0, field.selectionStart))?.[1];
  if (begun === undefined) return close();
  const every = await known(field);
  const now = BEGUN.exec(field.value.slice(0, field.selectionStart))?.[1];
  if (now !== begun || document.activeElement !== field) return; // typed on meanwhile: the next look tells
  const found = fitting(every, begun);
  if (!found.length || found.some((name) => folded(begun) === `${folded(name)} `)) return close();
  show(field, field.selectionStart - begun.length - 1, found, begun);
}

// Through the browser's own editing, so that its undo takes it back.
function take(option) {
  const { field, at } = open;
  const text = `@${option.textContent} `;
  close();
  field.setSelectionRange(at, field.selectionStart);
  if (document.execCommand("insertText", false, text)) return;
  field.setRangeText(text, at, field.selectionStart, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

document.addEventListener("input", (event) => {
  if (event.target.matches?.("textarea[data-mentions]")) look(event.target);
});
document.addEventListener("keydown", (event) => {
  if (!open || event.target !== open.field || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const options = [...open.list.children];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) point(options.at((options.indexOf(open.chosen) + (step < 0 && !open.chosen ? 0 : step)) % options.length));
  else if (event.key === "Enter" && open.chosen) take(open.chosen);
  else if (event.key === "Escape") close();
  else return;
  event.preventDefault(); // the keys of the desk let alone what was taken here
}, true);
document.addEventListener("pointerdown", (event) => {
  const option = open && event.target.closest?.(".people [role=option]");
  if (!option) return;
  event.preventDefault(); // the focus stays in the field
  take(option);
});
document.addEventListener("focusout", (event) => {
  if (event.target === open?.field) close();
});

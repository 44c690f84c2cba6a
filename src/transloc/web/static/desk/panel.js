// The side panel of the open sentence: fetched as the server renders it, its forms sent like every other action.

import { base, debounced, on, say } from "./page.js";
import { html } from "./part.js";
import * as rows from "./rows.js";
import { act } from "./save.js";

const panel = document.getElementById("panel");
const narrow = matchMedia("(max-width: 60rem)");
const home = panel.parentElement;
const unsent = new Map(); // comments that are being written, by sentence
let fetching = null;
let arrived;
let refused; // the text that was refused last

// Kept when the panel is that of the open sentence: until then a key would insert what belongs to another one.
export let ready = Promise.resolve();

const load = debounced(40, async () => {
  if (!rows.open.row) return;
  fetching?.abort();
  fetching = new AbortController();
  const { signal } = fetching;
  const id = rows.idOf(rows.open.row);
  const page = await html(`${base}s/${id}/panel/`, signal);
  if (signal.aborted || !rows.open.row || rows.idOf(rows.open.row) !== id) return;
  if (page !== null) show(id, page);
  else if (panel.inert) panel.textContent = gettext("What belongs to this sentence cannot be loaded now.");
  panel.inert = false;
  arrived?.();
});

function show(id, page) {
  const held = panel.contains(document.activeElement) ? document.activeElement : null;
  const writing = held?.id === "comment" && panel.firstElementChild?.dataset.segment === id;
  panel.innerHTML = page;
  count();
  const comment = panel.querySelector("#comment");
  comment.value = unsent.get(id) ?? "";
  if (writing) comment.focus();
  else if (held) rows.focus(false); // what had the focus is gone: it goes to the sentence, not to nowhere
}

function count() {
  const length = panel.querySelector(".length");
  if (length) length.textContent = [...rows.open.field.value.replace(/<\/?\d{1,6}\/?>/g, "")].length;
}

// On a narrow screen the panel stands below its row. Put where it stands already, it would be laid out anew.
function place(row = rows.open.row) {
  const where = narrow.matches && row ? row : home;
  if (panel.parentElement !== where) where.append(panel);
}
narrow.addEventListener("change", () => place());

on("row:open", () => {
  place();
  panel.inert = true;
  ready = new Promise((resolve) => { arrived = resolve; });
  load();
});
on("proposed", load);
on("line:changed", (state) => { if (state === "up") load(); }); // what could not be loaded meanwhile
on("typed", count);
on("row:close", () => place(null));
on("painted", (body) => {
  if (rows.open.row && rows.idOf(rows.open.row) in body.rows) load();
});
on("refused", ({ fields }) => { refused = fields.find(([name]) => name === "target")?.[1]; });
on("draft:kept", ({ segment, text, findings }) => {
  const shown = panel.querySelector("#findings");
  if (!shown || !rows.open.row || rows.idOf(rows.open.row) !== segment || rows.open.field.value !== text) return;
  if (findings === undefined) return load();
  const before = shown.querySelectorAll(".finding").length;
  if (!shown.contains(document.activeElement)) shown.outerHTML = findings;
  const count = panel.querySelectorAll(".finding").length;
  if (text === refused) return; // why it cannot be confirmed has just been said
  if (count !== before) say(count ? interpolate(ngettext("%s finding", "%s findings", count), [count]) : gettext("No findings"));
});

panel.addEventListener("input", (event) => {
  if (event.target.id === "comment") unsent.set(rows.idOf(rows.open.row), event.target.value);
});
panel.addEventListener("click", (event) => {
  const term = event.target.closest("[data-insert=term]");
  if (term) rows.type(term.value);
});
panel.addEventListener("submit", async (event) => {
  const form = event.target.closest("form.act");
  if (!form || !rows.open.row) return;
  event.preventDefault();
  if (form.dataset.insert) return rows.type(form.elements.target.value, { whole: true });
  const { row, field } = rows.open;
  const action = form.getAttribute("action").split("/").at(-2);
  const fields = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken" && name !== "seen");
  if ("keep" in form.dataset) fields.splice(-1, 1, ["alternative", field.value]);
  else if (action === "adapt" && rows.dirty()) fields.push(["alternative", field.value]);
  if (rows.dirty() && ("keep" in form.dataset || action === "waive")) fields.push(["target", field.value]);
  const id = rows.idOf(row);
  if (action === "comment") unsent.delete(id);
  const answer = await act(action, row, fields);
  if (action === "comment" && answer?.status !== 200) unsent.set(id, form.elements.text.value);
  else load();
});

on("comment", async (text) => {
  await ready;
  const field = panel.querySelector("#comment");
  if (!field) return;
  if (!field.value) field.value = text;
  unsent.set(rows.idOf(rows.open.row), field.value);
  field.focus();
});

const value = (selector) => panel.querySelector(selector)?.value;
export const suggestion = (number) => value(`[data-suggestion="${number}"] input[name=target]`);
export const term = (number) => value(`[data-term="${number}"]`);
export const fix = () => value(".finding[aria-current] [data-insert=fix] [name=target]") ?? value("[data-insert=fix] [name=target]");
export const keepable = () => panel.querySelector("form[data-keep]");
export const keep = () => keepable().requestSubmit();
export const comment = () => panel.querySelector("#comment")?.focus();

export function nextFinding() {
  const every = [...panel.querySelectorAll(".finding")];
  const at = every.findIndex((one) => one.hasAttribute("aria-current"));
  every[at]?.removeAttribute("aria-current");
  const next = rows.open.row && every[at + 1];
  next?.setAttribute("aria-current", "true");
  next?.scrollIntoView({ block: "nearest" });
  return next?.querySelector("p").textContent.trim();
}

export function toggleDraft() {
  const details = panel.querySelector("#draft details");
  if (!details) return false;
  details.open = !details.open;
  details.scrollIntoView({ block: "nearest" });
  return true;
}

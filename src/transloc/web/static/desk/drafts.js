// What is being typed, kept before it is saved: here within 300 ms, on the server within a second.

import * as db from "./db.js";
import { showConflict } from "./conflict.js";
import { post } from "./net.js";
import { tab } from "./offline.js";
import { base, desk, moment, on, tell, whole } from "./page.js";
import * as rows from "./rows.js";

const LOCAL = 250;
const REMOTE = 800;
const known = new Map(); // segment → the newest draft, of this machine or of the server
let typed = null; // the draft of the open row
let local, remote;
let sending = Promise.resolve();

desk.addEventListener("input", (event) => {
  if (event.target !== rows.open.field) return;
  const { row, base: before, seen, field } = rows.open;
  typed = { catalog: base, segment: rows.idOf(row), tab, text: field.value, before, seen, at: new Date().toISOString() };
  known.set(typed.segment, typed);
  const unsaved = rows.dirty();
  rows.sign(row, "unsaved", unsaved ? gettext("unsaved draft") : "");
  // Not put off by further typing: the first letter starts the clock.
  local ??= setTimeout(keepHere, LOCAL);
  remote ??= setTimeout(keepThere, REMOTE);
});

function keepHere() {
  clearTimeout(local);
  local = null;
  if (!typed) return undefined;
  if (typed.text === typed.before) return db.remove("drafts", [base, typed.segment, tab]).catch(() => {});
  return db.put("drafts", typed).catch(() => rows.trouble(gettext("This browser cannot keep drafts; yours is kept on the server alone.")));
}

function keepThere({ keepalive = false } = {}) {
  clearTimeout(remote);
  remote = null;
  if (!typed) return sending;
  const { segment, text, seen, before } = typed;
  const action = text === before ? "drop" : "draft";
  sending = post(`s/${segment}/do/${action}/`, [["target", text], ["seen", String(seen)]], { keepalive }).then((answer) => {
    if (answer?.status === 200) tell("draft:kept", { segment, text, findings: answer.body.findings });
  });
  return sending;
}

// Before the text itself is sent, no draft of it is on its way any more: neither this one nor one that the returning line sets off.
export async function quiet(fields) {
  if (fields.some(([name]) => name === "target")) {
    clearTimeout(remote);
    remote = null;
  }
  for (let last; last !== sending;) {
    last = sending;
    await last;
  }
}

// Everything typed so far is on the server, and its findings are in the panel.
export async function flush() {
  if (local) keepHere();
  if (remote) keepThere();
  await sending;
}

// What could not be sent while the line was down.
on("line:changed", (state) => { if (state === "up") keepThere(); });

on("row:close", () => {
  if (local) keepHere();
  if (remote) keepThere();
  typed = null;
});
addEventListener("visibilitychange", () => {
  if (!document.hidden) return;
  if (local) keepHere();
  if (remote) keepThere({ keepalive: true });
});

// A draft of the text as it stands goes back into the field, plainly marked; one of an older text is laid beside the new one.
on("row:open", (row) => {
  const id = rows.idOf(row);
  const draft = known.get(id);
  const { base: text, seen, field } = rows.open;
  if (!draft || draft.text === text) return draft && forget(id);
  adopt(draft);
  field.value = draft.text;
  rows.sign(row, "unsaved", gettext("unsaved draft"));
  const note = row.querySelector("p.unsaved");
  note.querySelector("time").textContent = moment(draft.at);
  note.hidden = false;
  if (draft.seen < seen) showConflict(row, { before: draft.before ?? "", theirs: text, revision: seen });
  rows.grow();
});

// What another tab, or an earlier one, has left is this one's from here on.
async function adopt(draft) {
  const own = { ...draft, catalog: base, tab };
  known.set(draft.segment, own);
  await clear(draft.segment, (one) => one.text === draft.text && one.tab !== tab);
  if (known.get(draft.segment) === own) db.put("drafts", own).catch(() => {});
}

async function clear(segment, which) {
  const drafts = await db.all("drafts", base).catch(() => []);
  await Promise.all(drafts.filter((one) => one.segment === segment && which(one)).map((one) => db.remove("drafts", [base, segment, one.tab])));
}

export function discard() {
  const { row, base: text } = rows.open;
  rows.setText(text);
  row.querySelector(".conflict")?.remove();
  row.querySelector("p.unsaved").hidden = true;
  forget(rows.idOf(row));
  post(`s/${rows.idOf(row)}/do/drop/`, []);
  rows.focus(true);
}

export function forget(id, text) {
  const kept = known.get(id);
  if (kept && text !== undefined && kept.text !== text) return; // more was typed meanwhile
  known.delete(id);
  if (typed?.segment === id) typed = null;
  const row = rows.byId(id);
  if (row) rows.sign(row, "unsaved", "");
  clear(id, (one) => one.tab === tab || one.text === text);
}

on("saved", ({ segment, text, body }) => {
  for (const id of [segment, ...(body.gone ?? [])]) {
    const kept = known.get(id);
    const row = rows.byId(id);
    const stands = row && kept && rows.textOf(row, "target") === kept.text;
    if (text !== undefined || stands || !row) forget(id, row && !stands ? text : undefined);
  }
  const note = rows.byId(segment)?.querySelector("p.unsaved");
  if (note && !rows.dirty()) note.hidden = true;
});

// What another tab has saved since is no draft of this one's.
on("elsewhere", (ids) => {
  for (const id of ids) {
    if (!known.has(id) || known.get(id).tab === tab) continue;
    known.delete(id);
    const row = rows.byId(id);
    if (row) rows.sign(row, "unsaved", "");
  }
});

// A text that was refused, or that waited when the browser was killed, is a draft again.
on("refused", (item) => {
  if (typed?.segment === item.segment) remote ??= setTimeout(keepThere, REMOTE);
  const text = item.fields.find(([name]) => name === "target")?.[1];
  const row = rows.byId(item.segment);
  if (text === undefined || (row && rows.textOf(row, "target") === text) || known.has(item.segment)) return;
  const { seen, before } = Object.fromEntries(item.fields);
  adopt({ segment: item.segment, text, before, seen: Number(seen), at: new Date().toISOString() });
  if (row) rows.sign(row, "unsaved", gettext("unsaved draft"));
});

export async function start() {
  const remembered = await db.all("drafts", base).catch(() => []);
  const held = JSON.parse(document.getElementById("drafts").textContent);
  for (const draft of [...held, ...remembered]) {
    const other = known.get(draft.segment);
    const row = rows.byId(draft.segment);
    if (row && rows.textOf(row, "target") === draft.text) continue;
    if (!other || other.at <= draft.at) known.set(draft.segment, draft);
    if (row) rows.sign(row, "unsaved", gettext("unsaved draft"));
  }
  if (whole) for (const draft of known.values()) if (!rows.byId(draft.segment)) tell("orphan", draft);
}

// Every action of the desk by its name: what keys, palette and buttons run. The server alone decides whether it may be.

import * as concordance from "./concordance.js";
import { ask, askCut } from "./dialogs.js";
import { discard, flush } from "./drafts.js";
import * as help from "./help.js";
import { on, say } from "./page.js";
import * as palette from "./palette.js";
import * as panel from "./panel.js";
import * as preview from "./preview.js";
import * as rows from "./rows.js";
import { act, actOn, target } from "./save.js";
import * as terms from "./terms.js";

const { open } = rows;
const OPEN = ["initial", "translated"];
const UNSIGNED = [...OPEN, "reviewed"];
const PATIENCE = 400; // so long the next row waits for the answer, in ms: a refusal is told where the text still stands

const inField = () => document.activeElement === open.field;
const state = () => open.row?.dataset.state;
const is = (...states) => () => states.includes(state());
const opened = () => Boolean(open.row);

function go(row, none) {
  if (row) rows.openRow(row, { edit: inField() });
  else say(none);
}

async function onward(action, states, fields) {
  const { row } = open;
  const edit = inField();
  const answer = await Promise.race([act(action, row, fields), new Promise((late) => setTimeout(late, PATIENCE, "late"))]);
  if (open.row !== row || (answer !== "late" && answer?.status !== 200)) return;
  const next = rows.following(states, row);
  if (next) rows.openRow(next, { edit });
  else if (answer !== "late") say([answer.body.said, gettext("No open sentence is left: read the article through and sign it off")].join(". "));
}

function confirm() {
  if (state() === "final") return rows.dirty() ? run("correct") : go(rows.following(OPEN), gettext("No open sentence is left"));
  return onward("confirm", OPEN, target());
}

async function withReason(action, title, fields = []) {
  const { row } = open;
  const reason = await ask(title);
  if (!reason || open.row !== row) return undefined;
  return action === "omit" ? onward(action, OPEN, [["reason", reason]]) : act(action, row, [["reason", reason], ...fields]);
}

// What cuts or joins a text works on the one that is saved.
async function saved() {
  if (!rows.dirty()) return true;
  return (await act("edit", open.row, target()))?.status === 200;
}

async function split() {
  const { row } = open;
  const caret = open.field.selectionStart;
  const cut = await askCut(rows.textOf(row, "source"), open.field.value, caret);
  if (cut && open.row === row && (await saved())) act("split", row, [["at", cut[0]], ["target_at", cut[1]]]);
}

async function merge() {
  const { row } = open;
  const next = rows.beside(1);
  if (!next || next.dataset.unit !== row.dataset.unit) return say(gettext("The next sentence belongs to another paragraph"));
  return (await saved()) && act("merge", row, [["following", next.dataset.revision]]);
}

async function undo() {
  const edit = inField();
  const answer = await actOn("undo/");
  if (answer?.status === 200) rows.openRow(rows.byId(answer.body.open), { edit });
}

async function note() {
  const text = await ask(gettext("A note for the reader, behind this paragraph"), gettext("Text of the note"));
  if (!text) return;
  const answer = await actOn(`add/${open.row.dataset.unit}/`, [["target", text]]);
  if (answer?.status === 200) rows.openRow(rows.byId(answer.body.open));
}

const CODE = /<\/?\d{1,6}\/?>/g;

// The next code that the target lacks goes in at the caret, a pair around what is marked; when none is lacking, the next one is marked.
function code() {
  const { field } = open;
  const have = [...field.value.matchAll(CODE)];
  const left = have.map(([written]) => written);
  const lacking = (rows.textOf(open.row, "source").match(CODE) ?? []).filter((written) => {
    const at = left.indexOf(written);
    return at < 0 || !left.splice(at, 1);
  });
  const { selectionStart: start, selectionEnd: end } = field;
  const close = lacking[0]?.replace("<", "</");
  if (lacking.length) {
    const around = start < end && lacking.includes(close) && !lacking[0].startsWith("</");
    rows.type(around ? lacking[0] + field.value.slice(start, end) + close : lacking[0]);
  } else if (have.length) {
    const next = have.find(({ index }) => index >= (start === end ? start : end)) ?? have[0];
    field.focus();
    field.setSelectionRange(next.index, next.index + next[0].length);
  } else say(gettext("This sentence has no codes"));
}

function insert(text, { stay = false } = {}) {
  if (text === undefined) return say(gettext("There is none of that number"));
  rows.type(text, { whole: !stay });
  if (!stay) rows.focus(false);
  return say(stay ? gettext("Term inserted") : gettext("Inserted, not yet saved"));
}

async function fix() {
  await flush();
  const text = panel.fix();
  if (text === undefined) say(gettext("No fix is offered"));
  else insert(text);
}

function finding() {
  const told = panel.nextFinding();
  if (told) return say(told);
  const every = rows.all();
  const place = every.indexOf(open.row);
  const next = [...every.slice(place + 1), ...every.slice(0, Math.max(0, place))].find((row) => row.dataset.findings);
  return next ? rows.openRow(next) : say(gettext("No other sentence has findings"));
}

const over = document.querySelector(".tools details.duty");

function handOver() {
  over.open = true;
  over.querySelector("select").focus();
}

const away = (name) => [() => location.assign(document.querySelector(`header a[href$="/${name}/"]`).href), () => true];
const always = () => true;

// What an action does, and when it makes sense; what it is called stands in the page.
const commands = {
  confirm: [confirm, opened],
  "sign-off": [() => onward("sign-off", UNSIGNED, target()), is(...UNSIGNED)],
  edit: [() => act("edit", open.row, target()), is(...UNSIGNED)],
  write: [() => rows.focus(true), opened],
  leave: [() => rows.focus(false), opened],
  previous: [() => go(rows.beside(-1), gettext("This is the first sentence")), always],
  next: [() => go(rows.beside(1), gettext("This is the last sentence")), always],
  finding: [finding, always],
  fix: [fix, opened],
  draft: [() => panel.toggleDraft() || say(gettext("There is no machine draft")), opened],
  code: [code, opened],
  split: [split, is(...UNSIGNED)],
  merge: [merge, is(...UNSIGNED)],
  omit: [() => withReason("omit", gettext("Leave this sentence out")), is(...OPEN)],
  undo: [undo, always],
  reject: [() => withReason("reject", gettext("Reject this text")), is("reviewed")],
  reopen: [() => withReason("reopen", gettext("Reopen this sentence")), is("final")],
  correct: [() => withReason("correct", gettext("Correct what was published"), target()), is("final")],
  note: [note, opened],
  comment: [() => panel.comment(), opened],
  keep: [() => panel.keep(), () => Boolean(panel.keepable())],
  discard: [discard, opened],
  concordance: [concordance.show, always],
  propose: [terms.propose, terms.possible],
  preview: [() => preview.toggle(), always],
  palette: [() => palette.show(), always],
  help: [() => help.show(), always],
  read: away("read"),
  quotes: away("quotes"),
  export: away("export"),
  glossary: away("glossary"),
  "hand-over": [handOver, () => Boolean(over)],
};

export const possible = (id) => commands[id][1]();

const OF_PANEL = ["suggestion", "term", "fix", "finding", "draft", "comment", "keep"];

export async function run(id, number) {
  if (OF_PANEL.includes(id) && opened()) await panel.ready;
  if (id === "suggestion") return opened() && insert(panel.suggestion(number));
  if (id === "term") return opened() && insert(panel.term(number), { stay: true });
  const [work, sensible] = commands[id];
  return sensible() ? work() : say(opened() ? gettext("Not possible in this state") : gettext("Open a sentence first"));
}

on("run", (id) => run(id));
document.addEventListener("click", (event) => {
  const id = event.target.closest("[data-act]")?.dataset.act;
  if (id in commands) run(id);
});

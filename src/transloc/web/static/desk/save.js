// Actions on a sentence, and what becomes of the page when the server has answered. A row is painted as saved only then.

import { enqueue, lineIsUp, pending } from "./offline.js";
import { desk, on, say, tell } from "./page.js";
import * as rows from "./rows.js";
import { showConflict } from "./conflict.js";
import { quiet } from "./drafts.js";

const counts = document.getElementById("counts");
const progress = document.getElementById("progress");
const openCount = document.getElementById("open-count");

// Asks for an action on a row; the promise is kept with the server's answer, or null where it fell with one before it.
export function act(action, row = rows.open.row, fields = []) {
  const segment = rows.idOf(row);
  const mine = row === rows.open.row;
  const seen = mine ? rows.open.seen : Number(row.dataset.revision);
  const before = mine ? rows.open.base : rows.textOf(row, "target");
  waits(row);
  const item = {
    segment,
    path: `s/${segment}/do/${action}/`,
    state: row.dataset.state,
    source: rows.textOf(row, "source"),
    fields: [["seen", String(seen)], ["before", before], ...fields],
  };
  return quiet(fields).then(() => enqueue(item)); // a draft that came after the text it became would be offered again
}

// Actions that belong to no sentence: undo, and a note to be added behind a unit.
export const actOn = (path, fields = []) => enqueue({ segment: "", path, fields });

// The text of the open row goes along with what is done to it.
export const target = () => [["target", rows.open.field.value]];

on("answer", ({ item, answer: { status, body } }) => {
  const row = rows.byId(item.segment);
  const text = item.fields.find(([name]) => name === "target")?.[1];
  if (row && !pending(item.segment).length) {
    rows.sign(row, "waiting", "");
    row.removeAttribute("aria-busy");
  }
  if (status === 409) return refuse(item, row, body, gettext("Somebody wrote this sentence meanwhile: your text is kept"));
  if (body.rows) {
    apply(body);
    rows.settle(row);
    tell("painted", body);
  }
  const kept = status === 200 || (row && text !== undefined && rows.textOf(row, "target") === text);
  if (kept) tell("saved", { segment: item.segment, text, body }); // of an edit and a confirm, the edit may stand alone
  if (status !== 200) return refuse(item, row, body, `${body.message}. ${body.hint ?? ""}`.trim());
  if (row && row === rows.open.row) rows.trouble("");
  say(told(body));
});

function refuse(item, row, body, words) {
  tell("refused", item);
  say(words);
  if (!row) return;
  if (!row.isConnected) return tell("orphan", { segment: item.segment, text: item.fields.find(([name]) => name === "target")?.[1] });
  if (row !== rows.open.row) {
    if (body.row) rows.paint(item.segment, body.row); // opened again, it shows the three columns
    return rows.sign(row, "refused", words);
  }
  if (body.theirs !== undefined) showConflict(row, body);
  else rows.trouble(words);
}

function told({ said, rows: painted }) {
  const left = Object.values(painted ?? {}).join("").match(/data-findings="(\d+)"/);
  return left ? [said, interpolate(ngettext("%s finding", "%s findings", Number(left[1])), [left[1]])].join(". ") : said;
}

// The revision of the catalog that this page shows. What an answer leads on from another one leaves something out.
export const shown = { revision: Number(desk.dataset.revision) };

// Paints what an answer brings, whichever tab it was given to.
export function apply(body) {
  if (body.revision?.[0] === shown.revision) [, shown.revision] = body.revision;
  const fresh = {};
  for (const [id, html] of Object.entries(body.rows)) {
    fresh[id] = rows.paint(id, html);
    rows.sign(fresh[id], "refused", "");
  }
  rows.arrange(body.order, body.gone, fresh);
  const { total, done, open } = body.progress;
  progress.max = total;
  progress.value = done;
  openCount.textContent = open;
  counts.textContent = body.progress.counts;
}

function waits(row) {
  rows.sign(row, "waiting", lineIsUp() ? gettext("sending…") : gettext("waiting for the line"));
  row.setAttribute("aria-busy", "true");
}

// What a tab that is gone had asked for is shown as on its way again.
on("pending", ({ segment }) => {
  const row = rows.byId(segment);
  if (row) waits(row);
});
on("line:changed", () => {
  for (const row of rows.all()) if ("waiting" in row.dataset) waits(row);
});

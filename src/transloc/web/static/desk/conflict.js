// Three columns where somebody wrote the sentence after it was read: before, theirs, mine. None of the three is lost.

import { make, tell } from "./page.js";
import * as rows from "./rows.js";

export function showConflict(row, { before, theirs, revision, row: html }) {
  const mine = rows.open.field.value;
  if (html) rows.paint(rows.idOf(row), html);
  Object.assign(rows.open, { base: theirs, seen: revision });
  if (rows.open.field.value !== mine) rows.setText(mine);
  row.querySelector(".conflict")?.remove();
  const columns = [["Before", before], ["Theirs", theirs], ["Mine", mine]].map(([name, text]) =>
    make("div", {}, make("h3", {}, name), make("p", { lang: rows.open.field.lang, dir: rows.open.field.dir }, text || "(no text)")));
  const settle = (text) => { if (text !== undefined) rows.setText(text); box.remove(); rows.focus(true); };
  const box = make("section", { class: "conflict", role: "group", "aria-label": "Two texts of this sentence" },
    make("p", {}, "Somebody wrote this sentence meanwhile. Yours stands in the field and is not saved."),
    make("div", { class: "columns" }, ...columns),
    make("div", { class: "cluster" },
      make("button", { type: "button", class: "button primary", "data-choice": "mine", click: () => { settle(mine); tell("run", "edit"); } }, "Keep mine"),
      make("button", { type: "button", class: "button", "data-choice": "theirs", click: () => settle(theirs) }, "Take theirs"),
      make("button", { type: "button", class: "button quiet", "data-choice": "both", click: () => settle() }, "Write on in the field")));
  row.querySelector(".editing").prepend(box);
}

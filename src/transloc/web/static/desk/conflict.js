// Three columns where somebody wrote the sentence after it was read: before, theirs, mine. None of the three is lost.

import { tell, who } from "./page.js";
import * as rows from "./rows.js";

const template = document.getElementById("conflict");

export function showConflict(row, { before, theirs, revision, row: html, wrote, done }) {
  const mine = rows.open.field.value;
  if (html) rows.paint(rows.idOf(row), html);
  Object.assign(rows.open, { base: theirs, seen: revision });
  if (rows.open.field.value !== mine) rows.setText(mine);
  row.querySelector(".conflict")?.remove();
  rows.trouble("");
  const box = template.content.firstElementChild.cloneNode(true);
  const said = box.querySelector("[data-empty]");
  if (!theirs) said.textContent = said.dataset.empty;
  if (done?.action === "source-changed") said.textContent = who(template.dataset.source, done);
  box.querySelector("[data-who]").textContent = wrote?.name ? who("{name}, {at}", wrote) : "";
  if (row.dataset.state === "final") signed(box, said, done);
  [before, theirs, mine].forEach((text, at) => { box.querySelectorAll(".columns p")[at].textContent = text || gettext("(no text)"); });
  box.addEventListener("click", ({ target }) => {
    const choice = target.dataset.choice;
    if (choice === undefined) return;
    box.remove();
    rows.focus(true);
    if (choice === "theirs") rows.setText(theirs);
    if (choice === "mine") tell("run", "edit");
    if (choice === "reopen") tell("run", "reopen");
    if (choice === "comment") tell("comment", mine);
  });
  row.querySelector(".editing").prepend(box);
}

// What is signed off takes no text: it is reopened first, or told to who signed it.
function signed(box, said, done) {
  said.textContent = who(template.dataset.signed, done);
  for (const button of box.querySelectorAll("[data-choice]")) button.hidden = button.dataset.choice === "mine";
  box.querySelector("[data-choice=reopen]").classList.add("primary");
}

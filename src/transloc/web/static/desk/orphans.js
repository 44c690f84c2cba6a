// What somebody typed into a sentence that is gone: it has no row any more, and is kept in sight until they throw it away.

import { on, say } from "./page.js";
import { post } from "./net.js";
import * as rows from "./rows.js";

const box = document.getElementById("orphans");
const list = box.querySelector("ul");
const template = box.querySelector("template");

function keep({ segment, text }) {
  if (!text?.trim()) return;
  const item = list.querySelector(`[data-segment="${CSS.escape(segment)}"]`) ?? template.content.firstElementChild.cloneNode(true);
  item.dataset.segment = segment;
  item.querySelector("p").textContent = text;
  list.append(item);
  box.hidden = false;
}

// Before a row goes: what stands in its field goes nowhere else.
on("row:gone", (row) => {
  if (row !== rows.open.row) return;
  const dirty = rows.dirty();
  if (dirty) keep({ segment: rows.idOf(row), text: rows.open.field.value });
  say(dirty ? box.dataset.said : box.dataset.closed);
});
on("orphan", keep);

export function start(forget) {
  list.addEventListener("submit", (event) => {
    event.preventDefault();
    const item = event.target.closest("li");
    const { segment } = item.dataset;
    const next = (item.nextElementSibling ?? item.previousElementSibling)?.querySelector("button");
    item.remove();
    box.hidden = !list.children.length;
    forget(segment, item.querySelector("p").textContent);
    post(`s/${segment}/do/drop/`, []);
    (next ?? document.querySelector(".rows .open"))?.focus({ preventScroll: true });
  });
}

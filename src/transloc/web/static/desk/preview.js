// The article as it will be published, beside its rows: choosing a sentence in one shows it in the other. The frame runs no
// script of its own; what happens in it is heard from here. It is never announced.

import { base, debounced, desk, on } from "./page.js";
import * as rows from "./rows.js";

const pane = document.getElementById("preview");
const KEPT = "transloc:preview";
let frame = null;

export function toggle(show = pane.hidden) {
  pane.hidden = !show;
  desk.classList.toggle("with-preview", show);
  localStorage.setItem(KEPT, show ? "shown" : "");
  for (const button of document.querySelectorAll("[data-act=preview]")) button.setAttribute("aria-pressed", show);
  if (show && !frame) load();
}

// A fresh frame takes the place of the old one when it is ready, so that the article does not flicker while it is read.
function load() {
  const next = document.createElement("iframe");
  next.title = pane.getAttribute("aria-label");
  next.sandbox = "allow-same-origin";
  next.src = `${base}preview/`;
  next.className = "coming";
  next.addEventListener("load", () => take(next));
  pane.querySelector(".coming")?.remove();
  pane.append(next);
}

function take(next) {
  const scrolled = frame?.contentWindow.scrollY ?? 0;
  frame?.remove();
  frame = next;
  frame.classList.remove("coming");
  frame.contentDocument.addEventListener("click", chosen);
  frame.contentWindow.scrollTo(0, scrolled);
  if (rows.open.row) point(rows.open.row);
}

const marks = () => [...frame.contentDocument.querySelectorAll("span[data-segment]")];

// The sentence at a place is that of the last mark before it.
function chosen(event) {
  event.preventDefault();
  const page = frame.contentDocument;
  const spot = page.caretPositionFromPoint?.(event.clientX, event.clientY);
  const at = page.createRange();
  at.setStart(spot?.offsetNode ?? event.target, spot?.offset ?? 0);
  const mark = marks().findLast((one) => at.comparePoint(one, 0) <= 0);
  const row = mark && rows.byId(mark.dataset.segment);
  if (row) rows.openRow(row, { edit: true });
}

// From its mark to the next one in the same block, or to the block's end.
function range(id) {
  const every = marks();
  const at = every.findIndex((mark) => mark.dataset.segment === id);
  if (at < 0) return null;
  const block = every[at].closest("p, li, h1, h2, h3, h4, td, th, figcaption, blockquote") ?? every[at].parentElement;
  const found = frame.contentDocument.createRange();
  found.setStartAfter(every[at]);
  if (every[at + 1] && block.contains(every[at + 1])) found.setEndBefore(every[at + 1]);
  else found.setEndAfter(block.lastChild);
  return found;
}

function point(row) {
  const view = frame?.contentWindow;
  if (!view?.CSS?.highlights || pane.hidden) return;
  const found = range(rows.idOf(row));
  view.CSS.highlights.clear();
  if (!found) return;
  view.CSS.highlights.set("open", new view.Highlight(found));
  const { top, bottom } = found.getBoundingClientRect();
  if (top < 0 || bottom > view.innerHeight) view.scrollBy(0, top - view.innerHeight / 3); // within the frame alone
}

const refresh = debounced(600, () => { if (frame && !pane.hidden) load(); });

on("row:open", point);
on("painted", refresh);
on("elsewhere", refresh);
on("draft:kept", refresh);

export const start = () => toggle(localStorage.getItem(KEPT) === "shown");

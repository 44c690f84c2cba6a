// Who else is in the article: their names at its head, a mark at the rows they have open, and a word before two write in one.
// What is told comes with the answers that the page asks for anyway.

import { tab } from "./offline.js";
import { on, say } from "./page.js";
import * as rows from "./rows.js";

const box = document.getElementById("here");
const warned = new Set(); // who was said to write where: once is enough
let told = JSON.parse(document.getElementById("company").textContent);

// What the page tells of itself with each request.
export function self() {
  const { row } = rows.open;
  return { tab, here: told.token, ...(row && { row: rows.idOf(row) }), ...(rows.dirty() && { typing: "1" }) };
}

export function hear(news) {
  if (!news || news.token === told.token) return;
  const before = new Set(told.people.flatMap(({ rows: open }) => Object.keys(open)));
  told = news;
  head();
  for (const id of new Set([...before, ...told.people.flatMap(({ rows: open }) => Object.keys(open))])) mark(rows.byId(id));
  warn();
}

const fill = (words, people) => words.replace("{names}", people.map(({ name }) => name).join(", "));
const within = (id) => told.people.filter(({ rows: open }) => id in open);

function head() {
  const words = [];
  if (told.people.length) words.push(fill(box.dataset.here, told.people));
  if (told.holder) words.push(fill(box.dataset.claimed, [{ name: told.holder }]));
  box.textContent = box.title = words.join(" · ");
  box.hidden = !words.length;
}

function mark(row) {
  if (!row?.matches(".row")) return;
  const people = within(rows.idOf(row));
  const signs = row.querySelector(":scope > .signs");
  signs.querySelector(".company")?.remove();
  if (!people.length) return;
  const words = fill(people.length > 1 ? box.dataset.many : box.dataset.open, people);
  const sign = Object.assign(document.createElement("span"), { className: "sign company", title: words });
  for (const { initials } of people) {
    sign.append(Object.assign(document.createElement("span"), { className: "initials", textContent: initials, ariaHidden: "true" }));
  }
  sign.append(Object.assign(document.createElement("span"), { className: "visually-hidden", textContent: words }));
  signs.append(sign);
}

// Beside the field and below it, so that no line of it moves; the focus stays where it is.
function warn() {
  const note = rows.open.row?.querySelector(".writes");
  if (!note) return;
  const id = rows.idOf(rows.open.row);
  const writing = within(id).filter(({ rows: open }) => open[id]);
  note.textContent = writing.length ? fill(writing.length > 1 ? box.dataset.write : box.dataset.writes, writing) : "";
  note.hidden = !writing.length;
  const fresh = writing.filter(({ name }) => !warned.has(`${id} ${name}`));
  for (const { name } of fresh) warned.add(`${id} ${name}`);
  if (fresh.length) say(note.textContent);
}

on("row:open", warn);
on("row:painted", mark);

export function start() {
  head();
  for (const { rows: open } of told.people) for (const id of Object.keys(open)) mark(rows.byId(id));
}

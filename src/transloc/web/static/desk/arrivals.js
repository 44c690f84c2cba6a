// What others write into the article while it is open: drafts that come in, a command, another browser. Asked for, not streamed:
// a server with few threads has none to hold. What is being written here stays as it is.

import { base, desk, on, tell } from "./page.js";
import * as rows from "./rows.js";
import { apply } from "./save.js";

const SOON = 2_000;
const LATER = 8_000;
const note = document.getElementById("drafting");
let seen = desk.dataset.catalog;
let drafting = "";
let timer;

async function ask() {
  clearTimeout(timer);
  if (document.visibilityState === "visible") await look().catch(() => {}); // whether the line is down is told by what is saved
  timer = setTimeout(ask, drafting ? SOON : LATER);
}

async function look() {
  const answer = await fetch(`${base}changes/?${new URLSearchParams({ seen, drafting })}`, { redirect: "manual", headers: { Accept: "application/json" } });
  if (answer.status !== 200) return;
  const body = await answer.json();
  ({ revision: seen, drafting } = body);
  note.hidden = !drafting;
  note.textContent = drafting === "soon" ? "Drafts will come soon" : `Drafts are coming: ${drafting}`;
  const held = rows.dirty() ? rows.idOf(rows.open.row) : "";
  const written = Object.entries(body.rows).filter(([id, html]) => news(id, html));
  const fresh = written.filter(([id]) => id !== held);
  if (fresh.length < written.length) rows.trouble("This sentence was saved elsewhere. Yours is kept: on saving you choose between the two.");
  const known = new Set(body.order);
  const gone = rows.all().map(rows.idOf).filter((id) => !known.has(id));
  if (fresh.length) tell("arrived");
  apply({ rows: Object.fromEntries(fresh), order: body.order, gone, progress: body.progress });
}

// A row that a filter hides stays hidden; one that stands here is news where its revision is higher or its signs differ.
function news(id, html) {
  const row = rows.byId(id);
  if (!row) return !location.search; // new here; where a filter is on, it may be one that is hidden
  return !row.hasAttribute("aria-busy") && Number(html.match(/data-revision="(\d+)"/)[1]) > Number(row.dataset.revision);
}

export const start = () => { timer = setTimeout(ask, SOON); };
on("painted", () => { if (drafting) ask(); });
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") ask(); });

// What was saved in another tab or browser, or by somebody else, and the drafts that come in, are painted here, where nothing is
// being edited. Tabs tell each other at once; of everything else the server is asked now and then.

import * as company from "./company.js";
import * as unread from "./unread.js";
import { idle } from "./offline.js";
import { base, debounced, on, tell, who, whole } from "./page.js";
import { me, session } from "./session.js";
import * as rows from "./rows.js";
import { apply, shown } from "./save.js";

const OFTEN = 3000; // ms

const channel = new BroadcastChannel(`transloc:${base}`);
const note = document.getElementById("drafting");

on("painted", (body) => channel.postMessage(body));
channel.addEventListener("message", ({ data }) => take(data));

function take(body) {
  const mine = rows.dirty() && rows.idOf(rows.open.row);
  const { [mine]: held, ...others } = body.rows;
  tell("elsewhere", Object.keys(others));
  apply({ ...body, rows: others });
  if (held) rows.trouble(what(held, body.row));
}

// What became of the sentence that is open here with a text of its own.
function what(html, done) {
  const moved = rows.paintSource(rows.open.row, html);
  const { dataset } = rows.open.row.querySelector(".trouble");
  if (!done?.name) return gettext("This sentence was saved in another tab or browser. Yours is kept: on saving you choose between the two.");
  return who(moved ? dataset.source : done.action === "sign-off" ? dataset.signed : dataset.saved, done);
}

// Not while something of ours is on its way: its answer tells the same, and knows what was asked for.
async function ask() {
  const { revision } = shown;
  if (document.hidden || !idle()) return;
  const asked = new URLSearchParams({ seen: revision, drafting: note.textContent, ...company.self() });
  const body = await fetch(`${base}changes/?${asked}`, { headers: { Accept: "application/json", "X-Person": me }, redirect: "manual" })
    .then((found) => {
      unread.tell(found.headers.get("X-Unread"));
      return found.status === 200 ? found.json() : found.status;
    }).catch(() => null);
  if (body === 403) return tell("line", await session()); // told at once, and not only when something is to be saved
  company.hear(body?.here);
  if (!body?.rows || !idle() || revision !== shown.revision) return;
  note.textContent = body.drafting;
  take(news(body));
}

function news(body) {
  const written = (id, html) => {
    const row = rows.byId(id);
    return row ? !html.includes(`data-revision="${row.dataset.revision}"`) : whole;
  };
  return {
    ...body,
    rows: Object.fromEntries(Object.entries(body.rows).filter(([id, html]) => written(id, html))),
    order: whole ? body.order : null,
    gone: rows.all().map(rows.idOf).filter((id) => !(id in body.rows)),
  };
}

setInterval(ask, OFTEN);
// Who moves to another sentence, or begins to write in it, is told to the others at once, and hears of them.
const soon = debounced(300, ask);
let typing = false;
on("row:open", soon);
on("typed", () => {
  if (typing !== rows.dirty()) soon();
  typing = rows.dirty();
});
addEventListener("visibilitychange", ask);
addEventListener("focus", ask);

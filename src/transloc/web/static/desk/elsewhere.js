// What was saved in another tab or browser, or by somebody else, and the drafts that come in, are painted here, where nothing is
// being edited. Tabs tell each other at once; of everything else the server is asked now and then.

import { idle } from "./offline.js";
import { base, on, tell } from "./page.js";
import * as rows from "./rows.js";
import { apply, shown } from "./save.js";

const OFTEN = 3000; // ms

const channel = new BroadcastChannel(`transloc:${base}`);
const note = document.getElementById("drafting");
const whole = !new URLSearchParams(location.search).get("only"); // a filter hides rows, and new ones are not for it

on("painted", (body) => channel.postMessage(body));
channel.addEventListener("message", ({ data }) => take(data));

function take(body) {
  const mine = rows.dirty() && rows.idOf(rows.open.row);
  const { [mine]: held, ...others } = body.rows;
  tell("elsewhere", Object.keys(others));
  apply({ ...body, rows: others });
  if (held) rows.trouble(gettext("This sentence was saved in another tab or browser. Yours is kept: on saving you choose between the two."));
}

// Not while something of ours is on its way: its answer tells the same, and knows what was asked for.
async function ask() {
  const { revision } = shown;
  if (document.hidden || !idle()) return;
  const asked = new URLSearchParams({ seen: revision, drafting: note.textContent });
  const body = await fetch(`${base}changes/?${asked}`, { headers: { Accept: "application/json" }, redirect: "manual" })
    .then((found) => (found.status === 200 ? found.json() : null)).catch(() => null);
  if (!body || !idle() || revision !== shown.revision) return;
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
addEventListener("visibilitychange", ask);
addEventListener("focus", ask);

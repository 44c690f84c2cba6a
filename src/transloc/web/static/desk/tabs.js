// Two tabs on one article: what was saved in one is painted in the other, where it is not being edited there.

import { base, on, tell } from "./page.js";
import * as rows from "./rows.js";
import { apply } from "./save.js";

const channel = new BroadcastChannel(`transloc:${base}`);

on("painted", (body) => channel.postMessage(body));
channel.addEventListener("message", ({ data }) => {
  const mine = rows.dirty() && rows.idOf(rows.open.row);
  const { [mine]: held, ...others } = data.rows;
  tell("elsewhere", Object.keys(others));
  apply({ ...data, rows: others });
  if (held) rows.trouble("This sentence was saved in another tab. Yours is kept: on saving you choose between the two.");
});

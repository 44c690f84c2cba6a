// What was asked of the server, in order, until it has answered. Each item is kept in IndexedDB, so that neither a lost line
// nor a killed browser loses it; what changes a text names the revision that the person saw, so that sending it twice does no harm.

import * as db from "./db.js";
import { post } from "./net.js";
import { base, on, say, tell } from "./page.js";
import { session } from "./session.js";

const WAITS = [500, 1000, 2000, 4000, 8000, 15_000];
export const tab = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
const queue = [];
const waiting = new Map(); // number → what to do with the answer
const notice = document.getElementById("line");
let last = 0;
let running = false;
let failures = 0;
let timer;

// Held as long as this tab lives: so another one can tell what a dead tab has left behind.
navigator.locks?.request(tab, () => new Promise(() => {}));

export function enqueue(item) {
  last = Math.max(Date.now(), last + 1);
  const kept = { ...item, catalog: base, tab, number: last };
  queue.push(kept);
  const answered = new Promise((resolve) => waiting.set(kept.number, resolve));
  db.put("actions", kept).catch(() => {}); // beside the request, not before it: the text is kept as a draft already
  pump();
  return answered;
}

export const lineIsUp = () => notice.hidden;
export const idle = () => lineIsUp() && !queue.length;
export const pending = (segment) => queue.filter((item) => item.segment === segment);

async function pump() {
  if (running) return;
  running = true;
  clearTimeout(timer);
  while (queue.length) {
    const item = queue[0];
    const answer = await resolved(item);
    if (!answer) {
      timer = setTimeout(pump, WAITS[Math.min(failures++, WAITS.length - 1)]);
      break;
    }
    failures = 0;
    queue.splice(queue.indexOf(item), 1); // not the first any more, where what a dead tab had left has come before it
    forget(item);
    follow(item, answer);
    tell("answer", { item, answer });
    waiting.get(item.number)?.(answer);
    waiting.delete(item.number);
  }
  running = false;
}

// An answer that was lost on its way, or a write beside ours that left source, text and state alone, is no conflict of words.
async function resolved(item) {
  const answer = await send(item);
  if (answer?.status !== 409) return answer;
  const { theirs, before, revision, row } = answer.body;
  const mine = value(item, "target");
  const untouched = theirs === before && row.includes(`data-state="${item.state}"`) && sameSource(item, row);
  if (theirs !== mine && !(untouched && value(item, "before") !== undefined)) return answer;
  set(item, "seen", revision);
  return send(item);
}

function sameSource({ source }, html) {
  const now = new DOMParser().parseFromString(html, "text/html").querySelector(".row > .source");
  return source === undefined || source === (now.dataset.text ?? now.textContent);
}

// Asked for at another revision, it is another request.
const send = (item) => post(item.path, item.fields, { key: `${item.tab}-${item.number}-${value(item, "seen") ?? ""}` });

const value = (item, name) => item.fields.find(([key]) => key === name)?.[1];

function set(item, name, text) {
  item.fields = item.fields.map(([key, old]) => [key, key === name ? String(text) : old]);
}

// Later items about the same sentence were meant on top of this one: they take its revision along, or fall with it.
function follow(item, { status, body }) {
  for (const other of queue.filter((one) => one.segment === item.segment && one.segment)) {
    const revision = body.rows?.[item.segment]?.match(/data-revision="(\d+)"/)?.[1];
    if (status === 200 && revision) {
      if (value(other, "seen") === value(item, "seen")) set(other, "seen", revision);
    } else if (status !== 200) {
      queue.splice(queue.indexOf(other), 1);
      forget(other);
      tell("refused", other); // its text is a draft again
      waiting.get(other.number)?.(null);
    }
  }
}

const forget = (item) => db.remove("actions", [item.catalog, item.number]).catch(() => {});

// What a tab that is gone left behind is sent by the next one.
async function adopt() {
  const alive = navigator.locks ? (await navigator.locks.query()).held.map((lock) => lock.name) : [];
  const left = await db.all("actions", base).catch(() => []);
  const orphans = left.filter((item) => item.tab !== tab && !alive.includes(item.tab));
  queue.unshift(...orphans);
  for (const item of orphans) tell("pending", item);
  document.getElementById("kept").hidden = !(await db.others(base).catch(() => false));
  pump();
}

on("line", (state) => {
  notice.hidden = state === "up";
  if (notice.dataset.state === state) return;
  notice.dataset.state = state;
  notice.querySelector("span").textContent = notice.dataset[state] ?? "";
  if (state !== "up") say(notice.dataset[state]);
  notice.querySelector("a").hidden = state === "up" || state === "down";
  tell("line:changed", state);
  if (state !== "up" && !queue.length) probe();
});

// With nothing to send, ask now and then whether the server is there again.
function probe() {
  clearTimeout(timer);
  timer = setTimeout(async () => {
    const state = await session();
    if (queue.length) return pump();
    tell("line", state);
    return state !== "up" && probe();
  }, WAITS[Math.min(failures++, WAITS.length - 1)]);
}

// Who has signed in again in another tab comes back to this one.
function again() {
  failures = 0;
  if (queue.length) pump();
  else probe();
}
addEventListener("online", again);
addEventListener("focus", () => { if (!lineIsUp()) again(); });
addEventListener("offline", () => tell("line", "down"));
addEventListener("beforeunload", (event) => { if (queue.length) event.preventDefault(); });

export const start = adopt;

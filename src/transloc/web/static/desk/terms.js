// Propose a word for the glossary: what is marked in a source and a target goes into a dialog that the server fills in.

import { desk, on, say, tell } from "./page.js";
import { html } from "./part.js";
import { session, sign } from "./session.js";
import * as rows from "./rows.js";

const box = document.getElementById("propose");
const slot = box.querySelector(".slot");
const notice = box.querySelector(".notice");
const marked = { row: null, source: "", target: "" }; // kept while the focus goes on to the field or the palette
let written = ""; // what was marked in the field when the focus left it

function note() {
  const selection = getSelection();
  const { anchorNode: node } = selection;
  const part = (node instanceof Element ? node : node?.parentElement)?.closest(".row > .source, .row > .target");
  if (!part) return;
  const row = part.parentElement;
  if (row !== marked.row) Object.assign(marked, { row, source: "", target: "" });
  marked[part.classList.contains("source") ? "source" : "target"] = String(selection).trim();
}

document.addEventListener("selectionchange", note);

// A field shows no selection while the palette is open, and has none when it gets the focus back: it is read when it loses it.
desk.addEventListener("focusout", ({ target: field }) => {
  if (field === rows.open.field) written = field.value.slice(field.selectionStart, field.selectionEnd).trim();
});
on("row:open", () => { written = ""; });

function rowMeant() {
  note(); // a key that comes at once after the mouse overtakes the event
  return rows.open.row ?? marked.row;
}

export const possible = () => Boolean(rowMeant());

function words() {
  const row = rowMeant();
  const { source, target } = marked.row === row ? marked : { source: "", target: "" };
  return { source, target: (row === rows.open.row && written) || target };
}

// What is marked, in whichever language.
export function said() {
  const { source, target } = rowMeant() ? words() : { source: "", target: "" };
  return source || target;
}

export async function propose() {
  const { source, target } = words();
  const asked = new URLSearchParams({ segment: rows.idOf(rowMeant()), term: source, target });
  const page = await html(`${box.dataset.address}&${asked}`);
  if (page === null) return say(gettext("The glossary cannot be asked now"));
  if (!show(page)) return location.assign(document.querySelector('header a[href$="/glossary/"]').href); // there is none yet
  box.showModal();
  return [...slot.querySelectorAll("[name=term], [name=target]")].find((field) => !field.value)?.focus();
}

// Puts the form of a page of the server's into the dialog; tells whether there was one.
function show(html) {
  const form = new DOMParser().parseFromString(html, "text/html").getElementById("proposal");
  if (!form) return false;
  for (const link of form.querySelectorAll("a")) link.target = "_blank"; // what is being proposed stays open
  slot.replaceChildren(document.adoptNode(form));
  trouble("");
  return true;
}

function trouble(message) {
  notice.textContent = message;
  notice.hidden = !message;
}

slot.addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  const state = await session();
  if (state === "other" || state === "signedOut") {
    tell("line", state);
    return trouble(slot.dataset.away);
  }
  if (state === "up") sign(form);
  const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { Accept: "application/json" } })
    .catch(() => null);
  if (!answer) return trouble(gettext("The line is lost. Nothing was proposed yet: send it again when it is back."));
  if (!answer.headers.get("Content-Type")?.startsWith("application/json")) return show(await answer.text()) || trouble(gettext("It was not proposed: load the page again."));
  const body = await answer.json();
  if (!answer.ok) return trouble(`${body.message}. ${body.hint ?? ""}`.trim());
  box.close();
  say(body.said);
  return tell("proposed");
});

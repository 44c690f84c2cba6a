// Find words in the memory without leaving the sentence: the server's page, its finds shown in a dialog.

import { html } from "./part.js";
import * as terms from "./terms.js";

const box = document.getElementById("concordance");
const form = box.querySelector("form[role=search]");
const field = form.elements.text;
const found = box.querySelector(".found");
const told = box.querySelector("[role=status]"); // what stands outside of an open dialog is not heard
let asked; // the words that were looked for last

async function find() {
  const words = field.value.trim();
  asked = words;
  const address = `${form.action}?${new URLSearchParams(new FormData(form))}`;
  const page = words && await html(address);
  if (asked !== words) return; // others were looked for meanwhile
  if (page === null) found.textContent = gettext("The memory cannot be asked now.");
  else found.replaceChildren(...(page ? new DOMParser().parseFromString(page, "text/html").getElementById("found").children : []));
  told.textContent = (words && found.querySelector(".count")?.textContent) ?? found.textContent;
  for (const link of found.querySelectorAll("a")) link.target = "_blank"; // the sentence that is being written stays open
}

export function show() {
  field.value = terms.said() || field.value;
  found.replaceChildren();
  box.showModal();
  field.select();
  told.textContent = "";
  find();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  find();
});

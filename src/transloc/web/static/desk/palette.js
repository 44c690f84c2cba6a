// Every action by its name: type a part of it, choose with the arrows, Enter.

import { possible, run } from "./commands.js";

const box = document.getElementById("palette");
const input = box.querySelector("input");
const options = [...box.querySelectorAll("[role=option]")];
const none = box.querySelector(".none");
let sensible = [];
let chosen;

const shown = () => sensible.filter((option) => !option.hidden);

function point(option) {
  for (const one of options) one.setAttribute("aria-selected", one === option);
  chosen = option;
  option?.scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", option?.id ?? "");
}

function fill() {
  const words = input.value.toLowerCase().split(/\s+/);
  for (const option of options) {
    option.hidden = !sensible.includes(option) || !words.every((word) => option.textContent.toLowerCase().includes(word));
  }
  const told = shown().length ? "" : none.dataset.none;
  if (none.textContent !== told) none.textContent = told; // said once, and not with every letter
  point(shown()[0]);
}

// Closed first: the focus is back in its place when the action looks where it is.
function choose(option) {
  box.close();
  if (option) run(option.dataset.command);
}

export function show() {
  sensible = options.filter((option) => possible(option.dataset.command));
  input.value = "";
  fill();
  box.showModal();
}

input.addEventListener("input", fill);
input.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) point(shown().at((shown().indexOf(chosen) + step) % shown().length));
  else if (event.key === "Enter") choose(chosen);
  else return;
  event.preventDefault();
});
box.addEventListener("click", (event) => {
  const option = event.target.closest("[role=option]");
  if (option) choose(option);
});

// What every other module knows of the page: its catalog, its one live region, and how modules hear of each other.

export const desk = document.getElementById("desk");
export const { base, language } = desk.dataset;
export const mac = /mac|iphone|ipad/i.test(navigator.userAgentData?.platform ?? navigator.platform);

export const whole = !new URLSearchParams(location.search).get("only"); // a filter hides rows that there are, and new ones are not for it

const region = document.getElementById("said");

// A region that is given the same words again stays silent, so it is emptied first.
export function say(words) {
  region.textContent = "";
  if (words) requestAnimationFrame(() => { region.textContent = words; });
}

// Modules hear of each other by events, so that none has to know who listens.
export const tell = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));
export const on = (name, hear) => document.addEventListener(name, (event) => hear(event.detail));

// A moment by the clock of this machine, as the language of the page writes it.
export const moment = (at) => new Date(at).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });

// Who did something and when, in words that the page gives: “{name} saved it ({at})”.
export function who(words, { name = "", at = "" } = {}) {
  return words.replace("{name}", name).replace("{at}", at && moment(at));
}

export function debounced(wait, work) {
  let timer;
  return (...given) => { clearTimeout(timer); timer = setTimeout(work, wait, ...given); };
}

// A field in which letters are typed: there only the few chords hold.
export function typing(element) {
  return Boolean(element?.closest?.("textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=range], [type=button])"));
}

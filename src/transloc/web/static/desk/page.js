// What every other module knows of the page: its catalog, its one live region, and small ways with elements.

export const desk = document.getElementById("desk");
export const { base, person, language } = desk.dataset;
export const mac = /mac|iphone|ipad/i.test(navigator.userAgentData?.platform ?? navigator.platform);

const region = document.getElementById("said");

// A region that is given the same words again stays silent, so it is emptied first.
export function say(words) {
  region.textContent = "";
  if (words) requestAnimationFrame(() => { region.textContent = words; });
}

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

export function tell(name, detail) {
  document.dispatchEvent(new CustomEvent(name, { detail }));
}

export function on(name, hear) {
  document.addEventListener(name, (event) => hear(event.detail));
}

export function debounced(wait, work) {
  let timer;
  return (...given) => { clearTimeout(timer); timer = setTimeout(work, wait, ...given); };
}

// A field in which letters are typed: there only the few chords hold.
export function typing(element) {
  return Boolean(element?.closest?.("textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=range], [type=button])"));
}

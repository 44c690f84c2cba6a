// Small dialogs that ask for one thing. The browser's own <dialog> keeps the focus inside and gives it back afterwards.

// The promise is kept with what `read` gives, or undefined where the person thought better of it.
function asked(box, read) {
  box.returnValue = "";
  box.showModal();
  return new Promise((resolve) => {
    box.addEventListener("close", () => resolve(box.returnValue === "ok" ? read() : undefined), { once: true });
  });
}

const box = document.getElementById("ask");
const words = box.querySelector("textarea");
words.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  words.form.requestSubmit(words.form.querySelector(".primary"));
});

export function ask(title, label = gettext("Reason")) {
  box.querySelector("h2").textContent = title;
  box.querySelector("label span").textContent = label;
  words.value = "";
  return asked(box, () => words.value.trim());
}

const cut = document.getElementById("cut");
const SEAM = /(?<=\S)\s+(?=\S)|(?<=[。！？；，、：」』])(?=[^\s。！？；，、：」』”’）])/g; // Chinese and Japanese write no spaces
const ENDS = /[.!?…。！？][»”“"')\]」』]*(?:<\/?\d{1,6}\/?>)*$/;

// A slider over the places before a word; it begins at the caret, else where a sentence seems to end.
function cutter(field, text, caret) {
  const places = [...text.matchAll(SEAM)].map(({ index, 0: gap }) => index + gap.length);
  const near = caret > 0 && caret < text.length ? places.findLastIndex((at) => at <= caret + 1) : -1;
  const end = places.findIndex((at) => ENDS.test(text.slice(0, at).trimEnd()));
  const slider = field.querySelector("input");
  slider.max = Math.max(0, places.length - 1);
  slider.value = near >= 0 ? near : end >= 0 ? end : places.length >> 1;
  const at = () => places[slider.value] ?? text.length;
  const show = () => {
    const [first, second] = field.querySelectorAll("span");
    first.textContent = text.slice(0, at());
    second.textContent = text.slice(at());
    slider.setAttribute("aria-valuetext", `${first.textContent.slice(-30)} | ${second.textContent.slice(0, 30)}`);
  };
  slider.oninput = show;
  show();
  return () => [...text.slice(0, at())].length; // the server counts code points
}

export function askCut(source, target, caret) {
  const [first, second] = cut.querySelectorAll("fieldset");
  const places = [cutter(first, source, 0), cutter(second, target, caret)];
  return asked(cut, () => places.map((place) => String(place())));
}

// A form may be filled in for longer than a session lasts. Before it is sent, the page asks whose session there is: it is sent only
// in the name of who filled it in; else it stays as it is, with the way to sign in beside it.

import { session, sign } from "./session.js";

const asked = new WeakSet();

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (event.defaultPrevented || !form.elements.csrfmiddlewaretoken || asked.delete(form)) return;
  event.preventDefault();
  const state = await session();
  if (state === "signedOut" || state === "other") return told(form, state);
  if (state === "up") sign(form);
  asked.add(form);
  return form.requestSubmit(event.submitter);
});

function told(form, state) {
  form.querySelector(".notice.session")?.remove();
  const notice = document.getElementById("session").content.cloneNode(true).firstElementChild;
  notice.querySelector("span").textContent = notice.dataset[state];
  form.prepend(notice);
  notice.querySelector("a").focus();
}

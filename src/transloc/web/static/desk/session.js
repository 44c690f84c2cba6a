// Whose session the browser has now. A page is filled in as somebody: what is typed there is sent in that name, or in nobody's.

const person = document.querySelector("meta[name=person]");
export const token = document.querySelector("meta[name=csrf]");
export const me = person?.content ?? "";

// A form that the session of now is to take.
export const sign = (form) => { form.elements.csrfmiddlewaretoken.value = token.content; };

// "up": mine, and from now on writes are signed for it; "other": somebody else's; "signedOut": nobody's; "down": who knows.
export async function session() {
  const found = await fetch(person.dataset.who, { headers: { Accept: "application/json" }, redirect: "manual" }).catch(() => null);
  if (!found || found.status >= 500) return "down";
  const body = found.ok ? await found.json().catch(() => null) : null;
  if (!body) return "signedOut";
  if (body.person !== me) return "other";
  token.content = body.token;
  return "up";
}

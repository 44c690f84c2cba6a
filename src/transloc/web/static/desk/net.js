// One request to the server. An answer is what the server decided; null means that nobody decided, and it is to be asked again.

import { base, tell } from "./page.js";

const meta = document.querySelector("meta[name=csrf]");
// A fault of the desk itself (500) is met again each time: asked on and on, it would keep all that waits behind it.
const DECIDED = new Set([200, 400, 404, 409, 422, 500]);

// What has a key is carried out once, however often it is asked for.
export async function post(path, fields, { keepalive = false, key } = {}) {
  let response = await once(path, fields, keepalive, key);
  if (response?.status === 403 && !keepalive && await freshToken()) response = await once(path, fields, false, key);
  const json = response?.headers.get("Content-Type")?.startsWith("application/json");
  const decided = response && DECIDED.has(response.status) && (json || response.status === 404 || response.status === 400);
  tell("line", decided ? "up" : response && (response.type === "opaqueredirect" || response.status === 403) ? "signedOut" : "down");
  if (!decided) return null;
  const body = json ? await response.json().catch(() => null) : { message: gettext("The server does not know this sentence any more"), hint: "" };
  return body && { status: json ? response.status : 422, body };
}

function once(path, fields, keepalive, key) {
  return fetch(base + path, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { Accept: "application/json", "X-CSRFToken": meta.content, ...(key && { "Idempotency-Key": key }) },
    redirect: "manual",
    keepalive,
    signal: keepalive ? undefined : AbortSignal.timeout(20_000),
  }).catch(() => null);
}

// A server that was restarted, or a new session in another tab, has another token.
async function freshToken() {
  const page = await fetch(base, { redirect: "manual" }).then((found) => (found.ok ? found.text() : "")).catch(() => "");
  const token = new DOMParser().parseFromString(page, "text/html").querySelector("meta[name=csrf]")?.content;
  if (token) meta.content = token;
  return Boolean(token);
}

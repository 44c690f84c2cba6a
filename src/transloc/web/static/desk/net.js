// One request to the server. An answer is what the server decided; null means that nobody decided, and it is to be asked again.

import { base, tell } from "./page.js";
import { me, session, token } from "./session.js";

// A fault of the desk itself (500) is met again each time: asked on and on, it would keep all that waits behind it.
const DECIDED = new Set([200, 400, 404, 409, 422, 500]);

// What has a key is carried out once, however often it is asked for.
export async function post(path, fields, { keepalive = false, key } = {}) {
  let response = await once(path, fields, keepalive, key);
  const turned = refused(response) && !keepalive;
  const state = turned ? await session() : "up";
  if (turned && state === "up") response = await once(path, fields, false, key);
  const json = response?.headers.get("Content-Type")?.startsWith("application/json");
  // Refused though the session is mine and the token fresh, it is forbidden: asked on and on, it would be so each time.
  const status = response && (DECIDED.has(response.status) || (turned && state === "up" && response.status === 403)) && response.status;
  const decided = status && (json || status === 404 || status === 400);
  tell("line", decided ? "up" : state !== "up" ? state : refused(response) ? "signedOut" : "down");
  if (!decided) return null;
  const body = json ? await response.json().catch(() => null) : { message: gettext("The server does not know this sentence any more"), hint: "" };
  return body && { status: json ? response.status : 422, body };
}

function once(path, fields, keepalive, key) {
  return fetch(base + path, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { Accept: "application/json", "X-CSRFToken": token.content, "X-Person": me, ...(key && { "Idempotency-Key": key }) },
    redirect: "manual",
    keepalive,
    signal: keepalive ? undefined : AbortSignal.timeout(20_000),
  }).catch(() => null);
}

// A server that was restarted, or a new session in another tab, has another token; and a session may end, or become somebody else's.
const refused = (response) => response && (response.type === "opaqueredirect" || response.status === 403);

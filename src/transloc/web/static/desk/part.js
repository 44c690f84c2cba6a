// A part of a page, asked for in the name of who has this page before them; null where it cannot be had now.

import { me } from "./session.js";

export const html = (address, signal) => fetch(address, { signal, headers: { Accept: "text/html", "X-Person": me }, redirect: "manual" })
  .then((found) => (found.ok ? found.text() : null)).catch(() => null);

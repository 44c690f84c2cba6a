// The article page's entry. Without it the page can be read, and each sentence has a page of its own.

import "./commands.js";
import * as company from "./company.js";
import * as drafts from "./drafts.js";
import "./elsewhere.js";
import "./forms.js";
import * as keys from "./keys.js";
import "./mentions.js";
import * as offline from "./offline.js";
import * as orphans from "./orphans.js";
import { desk } from "./page.js";
import * as preview from "./preview.js";
import * as rows from "./rows.js";

for (const button of document.querySelectorAll(".tools [data-act]")) button.hidden = false;

orphans.start(drafts.forget);
await drafts.start();
company.start();
keys.start();
preview.start();
offline.start();
const named = rows.byId(location.hash.slice(3)); // a link to #s-… leads to an open row
if (named?.matches(".row")) rows.openRow(named);
desk.dataset.ready = "";

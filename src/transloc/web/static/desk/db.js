// Unsaved words on this machine. IndexedDB with strict durability: browsers flush localStorage late, and lose it in a crash.

import { me } from "./session.js";

const opened = new Promise((resolve, reject) => {
  const request = indexedDB.open("transloc", 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("drafts", { keyPath: ["catalog", "segment", "tab"] });
    request.result.createObjectStore("actions", { keyPath: ["catalog", "number"] });
  };
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
opened.catch(() => {}); // a browser that keeps nothing is told of where something is kept

// What somebody else has left in this browser is not mine to send, nor to read; what is older than accounts is whose it was.
const mine = (one) => (one.person ?? me) === me;

function run(store, mode, work) {
  return opened.then((db) => new Promise((resolve, reject) => {
    const transaction = db.transaction(store, mode, { durability: "strict" });
    const request = work(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  }));
}

export const put = (store, value) => run(store, "readwrite", (kept) => kept.put({ ...value, person: me }));
export const remove = (store, key) => run(store, "readwrite", (kept) => kept.delete(key));
// All of one catalog: an array sorts after every text and number that can stand behind it.
const whole = (store, catalog) => run(store, "readonly", (kept) => kept.getAll(IDBKeyRange.bound([catalog], [catalog, []])));
export const all = async (store, catalog) => (await whole(store, catalog)).filter(mine);

// Tells whether there is something of somebody else's.
export async function others(catalog) {
  const found = await Promise.all(["actions", "drafts"].map((store) => whole(store, catalog)));
  return found.flat().some((one) => !mine(one));
}

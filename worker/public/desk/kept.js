// @ts-check
/**
 * What this browser keeps: what was typed, and posts that were not answered yet. It stands in IndexedDB, which outlives a browser that is killed
 * a moment later; `localStorage` is written to disk only seconds after.
 */

/** @typedef {"typed" | "posts"} Drawer */

/** @type {Promise<IDBDatabase>} */
const opened = new Promise((resolve, reject) => {
  const request = indexedDB.open("riposte-desk", 1);
  request.onupgradeneeded = () => {
    for (const name of ["typed", "posts"]) request.result.createObjectStore(name);
  };
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
/** What a browser that keeps nothing has for as long as the page is open. @type {Record<Drawer, Map<string, unknown>>} */
const inMemory = { typed: new Map(), posts: new Map() };

/**
 * @template Value
 * @param {Drawer} drawer @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest<Value>} act
 * @param {(values: Map<string, unknown>) => Value} instead
 * @returns {Promise<Value>}
 */
const inDrawer = async (drawer, mode, act, instead) => {
  const database = await opened.catch(() => undefined);
  if (!database) return instead(inMemory[drawer]);
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(drawer, mode, { durability: mode === "readwrite" ? "strict" : "default" });
    const request = act(transaction.objectStore(drawer));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
    // A page that is being left waits for nothing.
    if (mode === "readwrite") transaction.commit();
  });
};

/** Keeps a value. @param {Drawer} drawer @param {string} key @param {unknown} value @returns {Promise<unknown>} */
export const keep = (drawer, key, value) =>
  inDrawer(
    drawer,
    "readwrite",
    (store) => /** @type {IDBRequest<unknown>} */ (store.put(value, key)),
    (values) => values.set(key, value),
  );

/** Keeps a value no longer. @param {Drawer} drawer @param {string} key @returns {Promise<unknown>} */
export const forget = (drawer, key) =>
  inDrawer(
    drawer,
    "readwrite",
    (store) => /** @type {IDBRequest<unknown>} */ (store.delete(key)),
    (values) => values.delete(key),
  );

/** A value that is kept; undefined where there is none. @param {Drawer} drawer @param {string} key @returns {Promise<unknown>} */
export const find = (drawer, key) =>
  inDrawer(
    drawer,
    "readonly",
    (store) => store.get(key),
    (values) => values.get(key),
  );

/** All values of a drawer. @param {Drawer} drawer @returns {Promise<unknown[]>} */
export const findAll = (drawer) =>
  inDrawer(
    drawer,
    "readonly",
    (store) => store.getAll(),
    (values) => [...values.values()],
  );

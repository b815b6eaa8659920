// @ts-check
/**
 * The pages that were read last, as the browser keeps them: each with when it was read, and with the files that it loads.
 *
 * @typedef {{ address: string, at: number, story: string | undefined, version: number }} Kept `version`: the one that a story's page shows.
 */

const [pages, files] = ["riposte-pages", "riposte-files"];
const [most, mostFiles] = [30, 60];
/** When a page was read, in milliseconds. */
const readAt = "X-Read-At";

/** The files that a page loads: their names tell their content. @param {string} html */
const filesOf = (html) => [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, file]) => file ?? "");

/** Whatever headers a page differs by, the one that was read is the one that is shown. */
const anyway = { ignoreVary: true };

/** @param {string} path */
const storyOf = (path) => /^\/stories\/([a-z0-9-]+)/.exec(path)?.[1];

/** Whether an answer is a page that may be kept: an editor's desk never is. @param {Request} request @param {Response} answer */
const mayKeep = ({ url }, { status, headers }) =>
  status === 200 &&
  !/^\/(?:desk|api)(?:\/|$)/.test(new URL(url).pathname) &&
  (headers.get("Content-Type") ?? "").startsWith("text/html") &&
  !(headers.get("Cache-Control") ?? "").includes("no-store");

/** Keeps a page that was read, and what it loads; the oldest make room. @param {Request} request @param {Response} answer @param {number} [at] */
export const keep = async (request, answer, at = Date.now()) => {
  if (!mayKeep(request, answer)) return;
  const html = await answer.text();
  const headers = new Headers(answer.headers);
  headers.set(readAt, String(at));
  // What is kept was unpacked.
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
  const cache = await caches.open(pages);
  await cache.delete(request.url, anyway);
  await cache.put(request.url, new Response(html, { headers }));
  await keepFiles(filesOf(html));
  const all = await kept();
  for (const { address } of all.toSorted((a, b) => b.at - a.at).slice(most)) await drop(address);
};

/** @param {readonly string[]} wanted */
const keepFiles = async (wanted) => {
  const cache = await caches.open(files);
  await Promise.all(wanted.map(async (file) => (await cache.match(file)) ?? cache.add(file).catch(() => undefined)));
};

/** A file that a page loads, as it is kept or as it is from now on: its name tells its content. The oldest make room. @param {Request} request */
export const fileOf = async (request) => {
  const cache = await caches.open(files);
  const known = await cache.match(request, anyway);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  for (const old of (await cache.keys()).slice(0, -mostFiles)) await cache.delete(old);
  return answer;
};

/** A page as it was read, and when; undefined where it was not. @param {string} address */
export const pageOf = async (address) => {
  const answer = await (await caches.open(pages)).match(address, anyway);
  return answer && { html: await answer.text(), at: Number(answer.headers.get(readAt)), headers: answer.headers };
};

/** All pages that are kept. @returns {Promise<Kept[]>} */
const kept = async () => {
  const cache = await caches.open(pages);
  const found = [];
  for (const { url } of await cache.keys()) {
    const page = await pageOf(url);
    const version = Number(/data-(?:version|head)="(\d+)"/.exec(page?.html ?? "")?.[1] ?? 0);
    if (page) found.push({ address: url, at: page.at, story: storyOf(new URL(url).pathname), version });
  }
  return found;
};

/** @param {string} address */
const drop = async (address) => (await caches.open(pages)).delete(address, anyway);

/** A list tells of stories that nobody may have read: it is kept for a day. */
const listAge = 24 * 3600_000;

/** How far the newest takedown of a story reaches; undefined where that cannot be known now. @param {string} story */
const erasedOf = async (story) => {
  const answer = await fetch(`/api/stories/${story}/live`, { headers: { Accept: "application/json" }, cache: "no-store" });
  if (answer.status === 404) return Number.POSITIVE_INFINITY;
  return answer.ok ? /** @type {number} */ ((await answer.json()).erased) : undefined;
};

/** Drops pages of stories of which something was taken down since, and then all that tells of several stories. */
export const forgetErased = async () => {
  const all = await kept();
  const stories = new Set(all.flatMap(({ story }) => story ?? []));
  let lost = false;
  for (const story of stories) {
    const erased = (await erasedOf(story).catch(() => undefined)) ?? 0;
    const gone = all.filter((page) => page.story === story && page.version < erased);
    for (const { address } of gone) await drop(address);
    lost ||= gone.length > 0;
  }
  const lists = all.filter(({ address, story }) => story === undefined && new URL(address).pathname !== "/offline");
  for (const { address, at } of lists) if (lost || Date.now() - at > listAge) await drop(address);
};

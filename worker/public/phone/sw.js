// @ts-check
/// <reference lib="webworker" />
/**
 * Works beside the pages: keeps those that were read last, and shows them where there is no line, with a word of when they were read. What
 * there is a line for is always asked for first.
 */
import { fileOf, forgetErased, keep, pageOf } from "./kept.js";

// A worker's own global object, which the types of pages do not know.
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

const languages = ["en", "fr"];
/** The page that stands for one that was never read. @param {string} language */
const offlineOf = (language) => new URL(`/offline?lang=${language}`, worker.location.href).href;

/** For how many milliseconds what was taken down is not asked about again. */
const pause = 60_000;
let lookedAt = 0;

/** Looks whether anything was taken down, once a visit. */
const look = async () => {
  if (Date.now() - lookedAt < pause) return;
  lookedAt = Date.now();
  await forgetErased();
};

worker.addEventListener("install", (event) => {
  const offline = languages.map(async (language) => {
    const request = new Request(offlineOf(language));
    await keep(request, await fetch(request), Number.MAX_SAFE_INTEGER);
  });
  event.waitUntil(Promise.all(offline).then(() => worker.skipWaiting()));
});

worker.addEventListener("activate", (event) => {
  // The page that has just called this was read before it was here.
  const first = async () => {
    await worker.clients.claim();
    for (const { url } of await worker.clients.matchAll({ type: "window" })) {
      const request = new Request(url.replace(/#.*/, ""));
      const answer = await fetch(request).catch(() => undefined);
      if (answer) await keep(request, answer);
    }
  };
  event.waitUntil(Promise.all([first(), worker.registration.navigationPreload?.enable()]));
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== worker.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (pathname.startsWith("/assets/")) event.respondWith(fileOf(request));
});

/** @param {FetchEvent} event */
const page = async (event) => {
  const { request, preloadResponse } = event;
  try {
    const answer = (await preloadResponse) ?? (await fetch(request));
    event.waitUntil(keep(request, answer.clone()).then(look));
    return answer;
  } catch (error) {
    return (await pageAsRead(request.url)) ?? Promise.reject(error);
  }
};

/** A page as it was read, with a word of when; where it never was, one that says so. @param {string} address */
const pageAsRead = async (address) => {
  const known = await pageOf(address.replace(/#.*/, ""));
  const asked = new URL(address).searchParams.get("lang") ?? worker.navigator.language.slice(0, 2);
  const told = known ? (/<html lang="(\w+)/.exec(known.html)?.[1] ?? "en") : asked;
  const language = languages.includes(told) ? told : "en";
  const offline = await pageOf(offlineOf(language));
  if (!offline) return undefined;
  if (!known) return new Response(offline.html, { status: 503, headers: offline.headers });
  const line = `<p class="offline" role="status">${sentence(offline.html, known.at, language)}</p>`;
  return new Response(
    known.html.replace(/<main\b[^>]*>/, (main) => main + line),
    { headers: known.headers },
  );
};

/** When a page was read: of today the time of the day, else the day too. @param {string} offline @param {number} at @param {string} language */
const sentence = (offline, at, language) => {
  const then = new Date(at);
  const isToday = then.toDateString() === new Date().toDateString();
  const words = new RegExp(`data-read${isToday ? "" : "-on"}="([^"]*)"`).exec(offline)?.[1] ?? "";
  const locale = language === "en" ? "en-GB" : language;
  const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long" }).format(then);
  const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" }).format(then);
  return words.replace("{day}", day).replace("{time}", time);
};

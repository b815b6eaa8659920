// @ts-check
/** Has the browser keep the pages that a reader reads, for when there is no line: see `phone/sw.js`. Where it cannot, nothing is lost. */
navigator.serviceWorker?.register("/sw.js").catch(() => undefined);

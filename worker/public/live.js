// @ts-check
/**
 * Follows a story: by server-sent events where they serve, else by asking again and again. A concluded story has no stream, and is asked for all the
 * same: what is taken down of it has to leave the screen.
 */

/** For how many milliseconds a tab may be hidden before its stream is closed, and how much slower it asks then. */
const [patience, slower] = [60_000, 6];
/** After so many questions a reader without a stream tries for one again. */
const turns = 20;

/**
 * Calls `tell` with each version that is newer than `version`.
 *
 * @param {string} address @param {number} version @param {(version: number) => void} tell
 */
export const follow = (address, version, tell) => {
  /** @type {EventSource | undefined} */
  let stream;
  let [timer, sleep, asked, failures, concluded] = [0, 0, 0, 0, false];

  const stop = () => {
    stream?.close();
    stream = undefined;
    clearTimeout(timer);
  };

  /** @param {{ version: number, concluded: boolean }} live */
  const hear = (live) => {
    failures = 0;
    concluded = live.concluded;
    if (live.version <= version) return;
    version = live.version;
    tell(version);
  };

  /** Readers who were all cut off at once do not all come back at once. @param {number} seconds */
  const askIn = (seconds) => {
    clearTimeout(timer);
    timer = setTimeout(ask, seconds * (750 + Math.random() * 500));
  };

  const listen = () => {
    stop();
    const opened = new EventSource(`${address}?after=${version}`);
    stream = opened;
    opened.addEventListener("version", ({ data }) => hear(JSON.parse(data)));
    opened.addEventListener("error", () => {
      // A connection that broke is opened again by the browser. One that was refused is not: the story is concluded, or there is no room.
      if (opened !== stream || opened.readyState !== EventSource.CLOSED) return;
      stop();
      askIn(Math.random());
    });
  };

  /** The browser has the last answer, and asks whether there is another one. */
  const ask = async () => {
    try {
      const answer = await fetch(address, { headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(answer.statusText);
      const live = await answer.json();
      const wasConcluded = concluded;
      hear(live);
      if (stream) return;
      asked += 1;
      const mayHave = !concluded && (wasConcluded || asked % turns === 0);
      if (mayHave && !document.hidden) listen();
      else askIn(document.hidden ? live.every * slower : live.every);
    } catch {
      failures += 1;
      askIn(Math.min(2 ** failures, 60));
    }
  };

  const resume = () => {
    if (!concluded) listen();
    else {
      clearTimeout(timer);
      void ask();
    }
  };

  document.addEventListener("visibilitychange", () => {
    clearTimeout(sleep);
    if (!document.hidden) {
      if (!stream) resume();
    } else if (stream)
      sleep = setTimeout(() => {
        stop();
        void ask();
      }, patience);
  });
  addEventListener("pagehide", stop);
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) resume();
  });
  listen();
};

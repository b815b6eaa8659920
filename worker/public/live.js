// @ts-check
/** Follows a story: by server-sent events while it has news, else by asking again and again. */

/** For how many milliseconds a tab may be hidden before its stream is closed, and how much slower it asks then, or where no stream could be had. */
const [patience, slower, crowded] = [60_000, 6, 3];
/** A stream beats every ten seconds. After so many without anything a proxy holds it back, and the reader asks. */
const silence = 19;

/**
 * Calls `tell` with each version that is newer than `version`. Of a concluded story too, seldom: it may be corrected, or taken down.
 *
 * @param {string} address @param {number} version @param {(version: number) => void} tell
 */
export const follow = (address, version, tell) => {
  /** @type {EventSource | undefined} */
  let stream;
  let [timer, sleep, failures, refusals] = [0, 0, 0, 0];

  const stop = () => {
    stream?.close();
    stream = undefined;
    clearTimeout(timer);
  };

  /** @param {{ version: number }} live */
  const hear = (live) => {
    failures = 0;
    if (live.version <= version) return;
    version = live.version;
    tell(version);
  };

  /** Readers who were all cut off at once do not all come back at once. @param {number} seconds */
  const askIn = (seconds) => {
    clearTimeout(timer);
    timer = setTimeout(ask, seconds * (750 + Math.random() * 500));
  };

  /** Asks where nothing came for a while: somebody between here and there may keep what the stream says. */
  const hearken = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, (silence + Math.random()) * 1_000);
  };

  const listen = () => {
    stop();
    hearken();
    const opened = new EventSource(`${address}?after=${version}`);
    stream = opened;
    opened.addEventListener("open", () => {
      refusals = 0;
    });
    opened.addEventListener("beat", hearken);
    opened.addEventListener("version", ({ data }) => {
      hearken();
      hear(JSON.parse(data));
    });
    opened.addEventListener("error", () => {
      // A connection that broke is opened again by the browser. One that was refused is not: there is no news, or no room.
      if (opened !== stream || opened.readyState !== EventSource.CLOSED) return;
      stop();
      refusals += 1;
      askIn(Math.random());
    });
  };

  /** The browser has the last answer, and asks whether there is another one. */
  const ask = async () => {
    try {
      const answer = await fetch(address, { headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(answer.statusText);
      const live = await answer.json();
      hear(live);
      if (stream) return hearken();
      // Who was refused tries again after so many questions.
      if (live.stream && !document.hidden && refusals % 20 === 0) return listen();
      if (refusals > 0) refusals += 1;
      askIn(live.every * (document.hidden ? slower : refusals > 0 && live.stream ? crowded : 1));
    } catch {
      failures += 1;
      askIn(Math.min(2 ** failures, 60));
    }
  };

  document.addEventListener("visibilitychange", () => {
    clearTimeout(sleep);
    if (!document.hidden) {
      if (!stream) void ask();
    } else if (stream)
      sleep = setTimeout(() => {
        stop();
        void ask();
      }, patience);
  });
  addEventListener("pagehide", stop);
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) void ask();
  });
  void ask();
};

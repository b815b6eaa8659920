// @ts-check
/** Verifies a story's log in the reader's browser, by the modules that `npm run verify` runs too. */

const place = /** @type {HTMLElement} */ (document.getElementById("verify"));
const progress = /** @type {HTMLProgressElement} */ (place.querySelector("progress"));
const said = /** @type {HTMLElement} */ (place.querySelector("[role=status]"));
const form = /** @type {HTMLFormElement} */ (document.getElementById("kept"));
const current = /** @type {HTMLElement} */ (document.getElementById("current"));
const { story, api = "", checkpoint = "", told = "" } = place.dataset;
const sentences = JSON.parse(told);

/** @param {string} sentence @param {Record<string, string | number>} values */
const fill = (sentence, values) => sentence.replaceAll(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));

/** Says what there is to say, a paragraph each. @param {string} verdict @param {string[]} lines @param {string} [kept] */
const tell = (verdict, lines, kept = "") => {
  Object.assign(place.dataset, { verdict, kept });
  progress.hidden = true;
  said.replaceChildren(
    ...lines.map((line) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = line;
      return paragraph;
    }),
  );
};

/** The checkpoint of today; none where the deployment signs none. */
const read = async () => {
  const answer = checkpoint === "" ? undefined : await fetch(checkpoint, { cache: "no-store" });
  return answer?.ok ? answer.text() : "";
};

/** Not every browser can iterate over a stream. @param {ReadableStream<Uint8Array>} stream */
async function* chunksOf(stream) {
  const reader = stream.getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) yield chunk.value;
}

/** What a checkpoint says, or the sentence on why it says nothing. @param {any} modules @param {string} note @param {string} text */
const openedBy = async ({ openCheckpoint, parseVerifier }, note, text) => {
  const verifier = await parseVerifier(text);
  if (!verifier) return { fault: sentences.notKey };
  try {
    // A text area and a clipboard may lose a last line's end.
    const kept = await openCheckpoint(`${note.trimEnd()}\n`, verifier);
    return kept ? { kept } : { fault: sentences.unsigned };
  } catch {
    return { fault: sentences.noSignatures };
  }
};

/** Answers with what is to be told. @param {string} note @param {string} text @returns {Promise<Parameters<typeof tell>>} */
const verify = async (note, text) => {
  if (!globalThis.crypto?.subtle) return ["unread", [sentences.insecure]];
  const modules = await import("/vendor/verify.js");
  const { kept, fault } = note === "" ? {} : await openedBy(modules, note, text);
  const answer = await fetch(`${api}/events`, { headers: { Accept: "application/x-ndjson" }, cache: "no-store" });
  if (!answer.ok || !answer.body) return ["unread", [sentences.failed]];
  progress.hidden = false;
  /** @type {any} */
  let log;
  const found = await modules.audit(chunksOf(answer.body), {
    kept,
    story,
    /** @param {number} events */
    progress: (events) => {
      if (events % 50 === 0) progress.value = events;
    },
    /** @param {string} _ @param {any} held */
    told: (_, held) => {
      log = held;
    },
  });
  const about = kept ? fill(sentences.kept[found.kept ?? ""], kept) : fault;
  const [verdict, lines] = await verdictOf(modules, found, log);
  return about ? [verdict, [...lines, about], found.kept ?? "unopened"] : [verdict, [...lines, sentences.unseen]];
};

/** @param {any} modules @param {any} found @param {any} log @returns {Promise<[string, string[]]>} */
const verdictOf = async (modules, { findings, unreadable }, log) => {
  const [own] = findings;
  const broken = own?.broken;
  if (broken) {
    // What no deployment would have recorded, the module tells in its own words.
    const why = broken.code === "refused" ? broken.why : sentences.whys[broken.code];
    return ["broken", [fill(sentences.broken, { ...broken, why })]];
  }
  if (unreadable) return ["unread", [fill(sentences.unreadable, { ...unreadable, why: sentences.lines[unreadable.code] })]];
  if (!own) return ["unread", [sentences.failed]];
  const lines = [fill(sentences.holds, own), fill(sentences.head, own)];
  // Who cannot judge all of it cannot fold it either.
  if (own.unjudged > 0) return ["holds", [...lines, fill(sentences.unjudged, own)]];
  const { other, compared } = await differenceOf(modules, log, own.version);
  if (other) return ["forged", [...lines, other]];
  return ["holds", compared ? [...lines, sentences.same] : lines];
};

/** What the server shows otherwise than the log comes to, in a sentence. @param {any} modules @param {any} log @param {number} version */
const differenceOf = async (modules, log, version) => {
  /** @param {string} path */
  const read = async (path) => {
    const answer = await fetch(path, { cache: "no-store" });
    return answer.ok ? answer.json() : undefined;
  };
  const { lang: language } = document.documentElement;
  const { other, compared } = await modules.differenceOf(log, { story, version, language, read });
  return { other: other && fill("shown" in other ? sentences.other : sentences.otherPart, other), compared };
};

let turn = 0;

/** Verifies, and tells what came of it unless somebody has asked again since. @param {string} note @param {string} text */
const run = async (note, text) => {
  turn += 1;
  const mine = turn;
  progress.value = 0;
  tell("reading", [sentences.reading]);
  const came = await verify(note, text).catch(() => /** @type {Parameters<typeof tell>} */ (["unread", [sentences.failed]]));
  if (mine === turn) tell(...came);
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const fields = new FormData(form);
  void run(String(fields.get("note")), String(fields.get("key")));
});

const begin = async () => {
  const note = await read().catch(() => "");
  form.hidden = false;
  current.hidden = note === "";
  /** @type {HTMLElement} */ (current.querySelector("pre")).textContent = note;
  await run(note, String(new FormData(form).get("key")));
};
void begin();

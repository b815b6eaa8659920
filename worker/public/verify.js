// @ts-check
/** Verifies a story's log in the reader's browser, by the modules that `npm run verify` runs too. */

const place = /** @type {HTMLElement} */ (document.getElementById("verify"));
const progress = /** @type {HTMLProgressElement} */ (place.querySelector("progress"));
const said = /** @type {HTMLElement} */ (place.querySelector("[role=status]"));
const form = /** @type {HTMLFormElement} */ (document.getElementById("kept"));
const current = /** @type {HTMLElement} */ (document.getElementById("current"));
const { story, log = "", checkpoint = "", told = "" } = place.dataset;
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
  const answer = await fetch(log, { headers: { Accept: "application/x-ndjson" }, cache: "no-store" });
  if (!answer.ok || !answer.body) return ["unread", [sentences.failed]];
  progress.hidden = false;
  const found = await modules.audit(chunksOf(answer.body), {
    kept,
    /** @param {number} events */
    progress: (events) => {
      if (events % 50 === 0) progress.value = events;
    },
  });
  const about = kept ? fill(sentences.kept[found.kept ?? ""], kept) : fault;
  const [verdict, lines] = verdictOf(found);
  return about ? [verdict, [...lines, about], found.kept ?? "unopened"] : [verdict, lines];
};

/** @param {any} found @returns {[string, string[]]} */
const verdictOf = ({ findings, unreadable }) => {
  const own = findings.find((/** @type {any} */ finding) => finding.story === story);
  const strange = findings.length > (own ? 1 : 0);
  const broken = strange ? { version: (own?.version ?? 0) + 1, code: "story" } : own?.broken;
  if (broken) return ["broken", [fill(sentences.broken, { ...broken, why: sentences.whys[broken.code] })]];
  if (unreadable) return ["unread", [fill(sentences.unreadable, { ...unreadable, why: sentences.lines[unreadable.code] })]];
  return own ? ["holds", [fill(sentences.holds, own), fill(sentences.head, own)]] : ["unread", [sentences.failed]];
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

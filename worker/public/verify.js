// @ts-check
/** Verifies a story's log in the reader's browser, by the modules that `npm run verify` runs too. */

const place = /** @type {HTMLElement} */ (document.getElementById("verify"));
const progress = /** @type {HTMLProgressElement} */ (place.querySelector("progress"));
const verdict = /** @type {HTMLElement} */ (place.querySelector("[role=status]"));
const form = /** @type {HTMLFormElement} */ (document.getElementById("kept"));
const current = /** @type {HTMLElement} */ (document.getElementById("current"));
const { log = "", checkpoint = "", key = "", told = "" } = place.dataset;
const sentences = JSON.parse(told);

/** @param {string} sentence @param {Record<string, string | number>} values */
const fill = (sentence, values) => sentence.replaceAll(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));

/** What the verdict says, a paragraph each; a hash stands in a paragraph of its own. @param {string} state @param {string[]} lines */
const tell = (state, ...lines) => {
  place.dataset.verdict = state;
  progress.hidden = true;
  verdict.replaceChildren(
    ...lines.map((line) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = line;
      return paragraph;
    }),
  );
};

/** A text of this origin; none where there is none. @param {string} address */
const read = async (address) => {
  const answer = await fetch(address, { cache: "no-store" });
  return answer.ok ? answer.text() : "";
};

/** Not every browser can iterate over a stream. @param {ReadableStream<Uint8Array>} stream */
async function* chunksOf(stream) {
  const reader = stream.getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) yield chunk.value;
}

/** What a checkpoint says, or the sentence on why it says nothing. @param {any} modules @param {string} note @param {string} text */
const open = async ({ openCheckpoint, parseVerifier }, note, text) => {
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

/** @param {string} note @param {string} text */
const verify = async (note, text) => {
  tell("reading", sentences.reading);
  if (!globalThis.crypto?.subtle) return tell("unread", sentences.insecure);
  const modules = await import("/vendor/verify.js");
  const { kept, fault } = note === "" ? {} : await open(modules, note, text);
  const answer = await fetch(log, { headers: { Accept: "application/x-ndjson" }, cache: "no-store" });
  if (!answer.ok || !answer.body) return tell("unread", sentences.failed);
  progress.hidden = false;
  const found = await modules.audit(chunksOf(answer.body), {
    kept,
    /** @param {number} events */
    progress: (events) => {
      if (events % 50 === 0) progress.value = events;
    },
  });
  const about = kept ? fill(sentences.kept[found.kept], kept) : fault;
  tellFound(found, about ? [about] : []);
};

/** @param {any} found @param {string[]} about */
const tellFound = ({ findings: [finding], unreadable }, about) => {
  const broken = finding?.broken;
  if (broken) return tell("broken", fill(sentences.broken, { ...broken, why: sentences.whys[broken.code] }), ...about);
  if (unreadable)
    return tell("unread", fill(sentences.unreadable, { ...unreadable, why: sentences.lines[unreadable.code] }), ...about);
  if (!finding) return tell("unread", sentences.failed);
  tell("holds", fill(sentences.holds, finding), fill(sentences.head, finding), ...about);
};

/** @param {string} note @param {string} text */
const start = (note, text) => verify(note, text).catch(() => tell("unread", sentences.failed));

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const { note, key } = /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(form)));
  void start(note ?? "", key ?? "");
});

Promise.all([read(checkpoint), read(key)])
  .catch(() => ["", ""])
  .then(([note = "", text = ""]) => {
    form.elements.namedItem("key").value ||= text.trim();
    form.hidden = false;
    current.hidden = note === "";
    /** @type {HTMLElement} */ (current.querySelector("pre")).textContent = note;
    return start(note, text);
  });

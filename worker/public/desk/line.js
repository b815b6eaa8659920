// @ts-check
/** The line: it completes what is typed, shows what it understands and how readers will see it, and records by Ctrl or Cmd and Enter. */
import { completeLine, understandLine } from "/vendor/desk-line.js";
import { announce } from "./announce.js";
import { chipsIn } from "./chips.js";
import { completeIn } from "./combobox.js";
import { make, makeButton } from "./element.js";
import { find, forget, keep } from "./kept.js";
import { askPreview } from "./preview.js";
import { readersSentences, readersView } from "./readers-view.js";
import { settings } from "./settings.js";
import { fillIn, language, words } from "./words.js";

/**
 * @typedef {import("./story-page.js").LineContext} LineContext
 * @typedef {import("./preview.js").Preview} Preview
 * @typedef {import("./post-queue.js").Post} Post
 * @typedef {import("./chips.js").UnderstoodClause} UnderstoodClause
 * @typedef {NonNullable<UnderstoodClause["draft"]>} Draft
 * @typedef {{ text: string, clauses: UnderstoodClause[], events: Draft[], at: number }} Reading A line as it was understood at a time.
 */

const { script, line: told } = words;
/** For so many milliseconds typing pauses before a preview is asked for, and so long it is one of “now”. */
const [pause, fresh] = [250, 60_000];
/** So long a preview is waited for, in milliseconds, where the line is to be recorded. */
const patience = 10_000;
const unreachable = /** @type {const} */ ({ kind: "unreachable" });

/** What keeps a line from being recorded. @param {readonly UnderstoodClause[]} clauses */
const problemsIn = (clauses) =>
  clauses.flatMap(({ chips }) =>
    chips.flatMap(({ kind, text, problem }) => (problem ? `${told.kinds[kind]} ${text} ${told.problems[problem]}` : [])),
  );

/**
 * @param {LineContext} first
 * @param {{ person: string, queue: ReturnType<typeof import("./post-queue.js").openQueue> }} desk
 */
export const writeLine = (first, { person, queue }) => {
  const input = /** @type {HTMLInputElement} */ (document.getElementById("line"));
  const form = /** @type {HTMLFormElement} */ (input.form);
  const mayRecord = form.dataset.records !== undefined;
  const { story } = first;
  const key = `${person} ${story} line`;
  // The server's clock judges, whatever this one says.
  const ahead = first.now - Date.now();
  let known = first;
  /** @type {Reading} */
  let reading = { text: "", clauses: [], events: [], at: 0 };
  /** @type {{ reading: Reading, preview: Preview } | undefined} */
  let previewed;
  let asking = new AbortController();
  let timer = 0;
  /** The line that was to be recorded although nobody could see it as readers will. */
  let unseen = "";
  let [isRecording, isUrgent] = [false, false];

  const context = () => ({ ...known, now: Date.now() + ahead });
  const status = make("p", { class: "aside", id: "preview-status" });
  const readers = make("div");
  const panel = make(
    "section",
    { class: "desk-preview", "aria-labelledby": "preview-title", hidden: true },
    make("h2", { id: "preview-title" }, script.preview.title),
    status,
    readers,
  );
  const place = make("div", { class: "desk-line-chips" });

  /** @param {string} sentence */
  const say = (sentence) => {
    status.textContent = sentence;
    announce(sentence);
  };

  const read = () => {
    const text = input.value;
    const clauses = text.trim() === "" ? [] : understandLine(text, context());
    reading = { text, clauses, events: clauses.flatMap(({ draft }) => draft ?? []), at: Date.now() };
  };

  /** @param {Preview} preview */
  const showPreview = (preview) => {
    const remarks = "remarks" in preview ? preview.remarks : [];
    chips.show(reading.text, reading.clauses, remarks);
    readers.replaceChildren(...(preview.kind === "previewed" ? readersView(preview.readers, known.zone) : []));
    if (preview.kind === "previewed")
      say(
        remarks.length > 0
          ? `${script.preview.warnings}: ${remarks.map(({ detail }) => detail).join(" ")}`
          : script.preview.ready,
      );
    else if (preview.kind === "refused") say(fillIn(script.preview.refused, { what: preview.why }));
    else say(preview.kind === "signed-out" ? script.posts.signedOut : script.preview.none);
  };

  /** Previews a line, and shows it where it still stands there. @param {Reading} asked @param {AbortSignal} signal */
  const ask = async (asked, signal) => {
    const before = queue
      .posts()
      .filter((post) => post.story === story && ["held", "sending", "waiting"].includes(post.state))
      .flatMap(({ body }) => JSON.parse(body));
    const preview = await askPreview(story, asked.events, before, signal);
    if (asked !== reading) return preview;
    previewed = { reading: asked, preview };
    showPreview(preview);
    return preview;
  };

  /** Asks for a preview once typing has paused. */
  const askSoon = () => {
    asking = new AbortController();
    const { signal } = asking;
    const asked = reading;
    // What is typed meanwhile has a preview of its own.
    timer = setTimeout(() => ask(asked, signal).catch(() => undefined), pause);
  };

  const update = () => {
    read();
    unseen = "";
    previewed = undefined;
    chips.show(reading.text, reading.clauses);
    clearTimeout(timer);
    asking.abort();
    panel.hidden = reading.clauses.length === 0;
    readers.replaceChildren();
    const problems = problemsIn(reading.clauses);
    status.textContent =
      problems.length > 0 ? fillIn(script.preview.missing, { what: problems.join("; ") }) : script.preview.asking;
    if (reading.events.length > 0 && problems.length === 0) askSoon();
  };

  /** Keeps what stands in the line. */
  let writing = Promise.resolve();
  const keepLine = () => {
    const text = input.value;
    writing = writing.then(async () => {
      if (text !== input.value) return;
      await (text === "" ? forget("typed", key) : keep("typed", key, text));
    });
  };

  /** Whoever listens to what is typed hears of this too. @param {string} text */
  const write = (text) => {
    input.value = text;
    input.dispatchEvent(new CustomEvent("input", { bubbles: true }));
  };

  const combobox = completeIn(input, (text, cursor) => completeLine(text, cursor, context()));
  const chips = chipsIn(place, {
    context,
    rewrite: write,
    leave: () => input.focus(),
  });

  /** What the queue takes of a line; undefined where it is not to be recorded, or not yet. @returns {Promise<Post | undefined>} */
  const postOf = async () => {
    const isFresh = previewed?.reading === reading && Date.now() - reading.at < fresh;
    if (!isFresh) read();
    const { text, clauses, events } = reading;
    const problems = problemsIn(clauses);
    if (problems.length > 0 || events.length === 0) {
      say(fillIn(script.preview.missing, { what: problems.join("; ") }));
      return undefined;
    }
    const again = unseen === text;
    const seen = isFresh && previewed?.preview.kind === "previewed" ? previewed.preview : undefined;
    if (!seen) clearTimeout(timer);
    const preview = seen ?? (await ask(reading, AbortSignal.timeout(patience)).catch(() => unreachable));
    if (preview.kind === "refused") return undefined;
    if (preview.kind !== "previewed" && !again) {
      unseen = text;
      say(preview.kind === "signed-out" ? script.posts.signedOut : script.preview.unseen);
      return undefined;
    }
    const last = queue.posts().findLast((post) => post.story === story && post.state !== "taken-back");
    const now = Date.now();
    return {
      key: crypto.randomUUID(),
      person,
      story,
      text,
      body: JSON.stringify(events),
      count: events.length,
      version: preview.kind === "previewed" ? preview.version : Math.max(known.version, last ? last.version + last.count : 0),
      at: now,
      due: now + settings().seconds * 1000,
      state: "held",
      seen: preview.kind === "previewed" ? readersSentences(preview.readers, language) : [],
    };
  };

  /** Records the line; an empty one sends at once what waits to be sent, and so does a second press. */
  const record = async () => {
    if (isRecording) {
      isUrgent = true;
      return;
    }
    if (input.value.trim() === "") return queue.hurry(({ state }) => state === "held");
    if (!mayRecord) return form.requestSubmit();
    [isRecording, isUrgent] = [true, false];
    try {
      const post = await postOf();
      if (!post) return;
      await queue.add(post);
      if (isUrgent) void queue.hurry((one) => one.key === post.key);
      // What was typed meanwhile stays.
      write(input.value.startsWith(post.text) ? input.value.slice(post.text.length) : input.value);
    } finally {
      isRecording = false;
      combobox.close();
      input.focus();
    }
  };

  /** Puts a line back; what stands there is kept as a post that was taken back. @param {string} text */
  const putBack = async (text) => {
    const old = input.value.trim();
    if (old !== "" && old !== text) {
      const now = Date.now();
      const shelved = { key: crypto.randomUUID(), person, story, text: old, body: "[]", count: 0, version: 0, at: now, due: now };
      await queue.add({ ...shelved, state: "taken-back" });
    }
    write(text);
    input.focus();
    input.setSelectionRange(text.length, text.length);
  };

  input.addEventListener("input", () => {
    keepLine();
    update();
  });
  input.addEventListener("keydown", (event) => {
    const { key: pressed, ctrlKey, metaKey, defaultPrevented, isComposing } = event;
    if (defaultPrevented || isComposing) return;
    if (pressed === "z" && (ctrlKey || metaKey) && input.value === "") {
      const held = queue.posts().findLast(({ state }) => state === "held");
      if (held) void queue.drop(held).then(() => putBack(held.text));
    } else if (pressed === "ArrowDown" && !combobox.isOpen() && reading.clauses.length > 0) chips.enter();
    else return;
    event.preventDefault();
  });

  const asForms = /** @type {HTMLButtonElement} */ (form.querySelector('button[type="submit"]:not([name])'));
  asForms.className = "quiet";
  asForms.textContent = script.asForms;
  const buttons = make("div", { class: "desk-inline" }, asForms);
  if (mayRecord) buttons.prepend(makeButton(script.record, () => void record(), ""));
  // The field keeps the focus: a list that closed would move the button away from under the finger.
  buttons.addEventListener("mousedown", (event) => event.preventDefault());
  form.append(place, buttons);
  form.after(panel);

  const begin = async () => {
    const kept = await find("typed", key);
    if (typeof kept === "string" && input.value === "") {
      write(kept);
      announce(script.found);
    } else if (input.value !== "") update();
    if (location.hash === "" && document.activeElement === document.body) input.focus({ preventScroll: true });
  };
  update();
  void begin();

  return {
    record: () => void record(),
    /** @param {string} text */
    putBack: (text) => void putBack(text),
    /** Reads lines by the story as it is now. @param {LineContext} context */
    know: (context) => {
      known = context;
      update();
    },
  };
};

// @ts-check
/** Shows what readers will see: the sentence on where the story will stand, and the entries, in each language. */
import { entryTime } from "/vendor/desk-line.js";
import { make } from "./element.js";

/** @typedef {import("./preview.js").Entry} Entry @typedef {import("./preview.js").Run} Run @typedef {import("./preview.js").Readers} Readers */

/** @param {readonly Run[]} runs */
const inRuns = (runs) =>
  runs.map((run) =>
    run.as === undefined && run.language === undefined && run.direction === undefined
      ? run.text
      : make("bdi", { lang: run.language }, run.text),
  );

/** @param {{ text: string, language: string }} quote */
const quotation = ({ text, language }) => make("blockquote", { lang: language, dir: "auto" }, text);

/** @param {Entry} entry @param {string} zone @param {"en" | "fr"} language */
const article = (entry, zone, language) => {
  const { occurredAt, headlineRuns, quote, translation, sources } = entry;
  return make(
    "article",
    { class: "desk-entry" },
    make("p", { class: "aside" }, make("time", { datetime: occurredAt }, entryTime(entry, zone, language))),
    make("h3", {}, ...inRuns(headlineRuns)),
    ...(quote ? [quotation(quote)] : []),
    ...(translation ? [quotation(translation)] : []),
    make("p", { class: "aside" }, sources.map(({ publisher }) => publisher).join(", ")),
  );
};

/** @param {string} language */
const nameOfLanguage = (language) => {
  const name = new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
  return name.charAt(0).toUpperCase() + name.slice(1);
};

/** The sections of a preview, one for each language. @param {Readers} readers @param {string} zone */
export const readersView = (readers, zone) =>
  Object.entries(readers).map(([language, { status, entries }]) =>
    make(
      "section",
      { lang: language, class: "desk-readers", "aria-label": nameOfLanguage(language) },
      make("p", { class: "desk-language" }, nameOfLanguage(language)),
      make("p", { class: "desk-sentence" }, ...inRuns(status.headlineRuns)),
      ...entries.map((entry) => article(entry, zone, language === "fr" ? "fr" : "en")),
    ),
  );

/** The same in one language, as plain sentences: for a post on its way. @param {Readers} readers @param {string} language */
export const readersSentences = (readers, language) =>
  readers[language]?.entries.map(({ headlineRuns }) => headlineRuns.map(({ text }) => text).join("")) ?? [];

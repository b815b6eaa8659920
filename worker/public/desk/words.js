// @ts-check
/** The desk's words in the language of its page. */
import { labelOf, scriptWords } from "/vendor/desk-line.js";

/** The page's language, as the desk knows it. */
export const language = document.documentElement.lang === "fr" ? "fr" : "en";

/** All words of scripts. */
export const words = scriptWords[language];

/** A sentence with what stands in braces filled in. @param {string} sentence @param {Record<string, string | number>} values */
export const fillIn = (sentence, values) =>
  sentence.replaceAll(/\{(\w+)\}/g, (braces, /** @type {string} */ name) => String(values[name] ?? braces));

/** What an event type or a field is called. @param {string} name */
export const nameOf = (name) => labelOf(words, name);

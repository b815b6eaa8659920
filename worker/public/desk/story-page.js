// @ts-check
/** Brings the page of a story up to what is recorded, and leaves alone what is being typed. */
import { mendInPlace } from "../mend.js";
import { readPage } from "./session.js";

/** @typedef {import("../../desk/line/line-context.ts").LineContext} LineContext */

/** What lines are read by, as the page has it; undefined where the page is no story's. @returns {LineContext | undefined} */
export const contextOnPage = () => {
  const text = document.getElementById("line-context")?.textContent;
  return text ? JSON.parse(text) : undefined;
};

/** The parts that tell what is recorded. */
const parts = ["main > .desk-sentence", 'section[aria-labelledby="entries"]', "#line-context"];

/** Takes them anew. Tells whether there was a page to take them from. */
export const refreshStoryPage = async () => {
  const page = await readPage(location.pathname).catch(() => undefined);
  if (!page) return false;
  for (const part of parts) {
    const [old, fresh] = [document, page].map((one) => one.querySelector(part));
    if (old && fresh) mendInPlace(old, fresh);
  }
  return true;
};

// @ts-check
/** Says to whoever listens what others see: one region for all of the desk. */
import { make } from "./element.js";

const region = make("p", { class: "unseen", id: "desk-said", role: "status", "aria-live": "polite" });
document.body.append(region);
let timer = 0;

/** Says a sentence, once typing has paused for a moment; what was to be said before it is left unsaid. @param {string} sentence */
export const announce = (sentence) => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    region.textContent = sentence;
  }, 150);
};

/** What each language calls itself, where readers and editors choose one. */
import type { Language } from "../../../events/tell/languages.ts";

/** The languages' own names. */
export const languageNames: Record<Language, string> = { en: "English", fr: "Français" };

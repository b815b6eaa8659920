/**
 * The desk's words, by language: what the build makes files of beside the Worker, which reads them when somebody comes to the desk. A new
 * language is a file and a line here.
 */
import type { Language } from "../../../events/tell/languages.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import type { DeskWords } from "./shape.ts";

/** All of them. */
export const deskWords: Record<Language, DeskWords> = { en, fr };

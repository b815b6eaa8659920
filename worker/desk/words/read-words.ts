/** The words of the desk, from their files beside the Worker. */
import { wordsBeside } from "../../http/html/words-beside.ts";
import type { DeskWords } from "./shape.ts";

// The build wrote them of words of that shape.
const words = wordsBeside("desk-words", (_, file) => file as DeskWords);

/** The desk's words in a language. Throws where their file is not there. */
export const readDeskWords = words.read;

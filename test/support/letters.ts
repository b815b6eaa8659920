/** The letters that pictures are set in, packed from the fonts and read again. */
import { readLetters } from "../../worker/picture/letters.ts";
import { packLetters } from "../../worker/scripts/letters.ts";

/** The bytes of the asset. */
export const packed = await packLetters();

export const letters = readLetters(packed);

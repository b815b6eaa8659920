/** All words of the pages, as a Worker has them once it has read the texts. */

import { texts } from "../../worker/pages/words/texts/registry.ts";
import { joinWords } from "../../worker/pages/words.ts";

export const words = { en: joinWords("en", texts.en), fr: joinWords("fr", texts.fr) };

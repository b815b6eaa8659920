/** The sample story, recorded. */
import { sampleRequests } from "../../events/sample.ts";
import { emptyLog, recordOne, toldOf } from "./recorder.ts";

/** The log of the sample story. */
export const sampleLog = sampleRequests.flat().reduce((log, draft) => {
  const outcome = recordOne(log, draft);
  if (outcome.kind !== "admitted") throw new Error(`The sample story was to be admitted: ${toldOf(outcome)}`);
  return outcome.log;
}, emptyLog).events;

/** A text whose spaces that do not break can be told from those that do: `~` for U+00A0, `^` for U+202F. */
export const spaced = (text: string): string => text.replaceAll("\u00a0", "~").replaceAll("\u202f", "^");

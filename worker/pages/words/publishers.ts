/** Those who publish something, in a sentence of any language. */
import { listed, type Runs } from "../../../events/tell/runs.ts";

/** Their names in a row, each standing on its own; `last` stands before the last of them. */
export const publishersInRow = (publishers: readonly string[], last: string): Runs =>
  listed(
    publishers.map((text): Runs => [{ text, as: "words" }]),
    ", ",
    last,
  );

/** Parties by their names, as views tell them, in the words of a page. */
import type { Who } from "../../events/tell/who.ts";
import type { Named } from "../../projections/shapes.ts";
import { Runs } from "../http/html/runs.tsx";
import type { Reader } from "./reader.ts";

/** A party of a view as the grammar of a language knows it: by the name that the view has chosen. */
export const whoOf = ({ party, name, language }: Named): Who => ({
  party,
  facts: { name, nameLanguage: language, kind: "organization" },
});

/** Several of them. */
export const whosOf = (parties: readonly Named[]): Who[] => parties.map(whoOf);

/** Names in a sentence: “A, B and C”. Whatever the direction of one, it does not turn the words beside it. */
export const PartyNames = ({ reader, of }: { reader: Reader; of: readonly Named[] }) => (
  <Runs runs={reader.words.names(whosOf(of))} />
);

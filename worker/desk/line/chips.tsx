/** How the parts of a line are shown that were understood, and those that were not. */

import type { Child } from "../../http/html/jsx-runtime.ts";
import { labelOf } from "../form/labels.ts";
import type { DeskWords } from "../words/shape.ts";
import type { Chip } from "./chip.ts";

/** The chips of one clause: what each says, whether it was typed or proposed, and what is missing. `timeOf`: an instant in words. */
export const Chips = ({
  words,
  chips,
  timeOf,
}: {
  words: DeskWords;
  timeOf: (at: string) => string;
  chips: readonly Chip[];
}): Child => (
  <ul class="desk-chips">
    {chips.map(({ kind, text, given, problem, candidates }) => (
      <li class={problem ? "desk-chip desk-chip-open" : "desk-chip"}>
        <span class="aside">{words.line.kinds[kind]}</span>{" "}
        <bdi>{problem ? text : kind === "act" ? labelOf(words, text) : kind === "when" ? timeOf(text) : text}</bdi>
        {problem ? <strong> {words.line.problems[problem]}</strong> : given ? null : <small> {words.form.notes.proposed}</small>}
        {candidates && candidates.length > 0 ? <small> ({candidates.join(", ")})</small> : null}
      </li>
    ))}
  </ul>
);

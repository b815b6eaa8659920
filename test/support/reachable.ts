/** Every state that a few acts on two offers can reach through the real rules: an enumeration without gaps. */
import { admit } from "../../events/admit.ts";
import type { StoryEvent } from "../../events/registry.ts";
import { type Folded, foldFromZero, foldOn } from "../../projections/fold.ts";
import type { ProjectionName } from "../../projections/registry.ts";
import type { Posted } from "./drafts.ts";
import { recorded } from "./given.ts";
import { now, recordedAs } from "./recorder.ts";

/** A state that was reached: by what, and what it comes to. */
export type Reached = { acts: readonly string[]; folded: Folded };

/** An act, and what it is called in the story of a failure. */
export type Alphabet = Readonly<Record<string, Posted>>;

/** Times of a story whose events are an hour apart, as they stand in its state. */
const hour = (index: number): string => new Date(Date.parse("2025-02-10T14:00:00Z") + index * 3_600_000).toISOString();

/** What tells two states apart: all that the rules and the sentence may see of their offers, in whatever hours it happened. */
const shapeOf = ({ story, states }: Folded): string => {
  const seen = JSON.stringify([story.offers, story.remarks, story.reports, story.concluded, states.status]);
  const times = [...new Set(seen.match(/2025-02-1\d[T0-9:.]*/g) ?? [])].sort();
  const ranks = new Map(times.map((time, index) => [time, `#${index}`]));
  return seen.replaceAll(/2025-02-1\d[T0-9:.]*/g, (time) => ranks.get(time) ?? "").replaceAll(/"version":\d+/g, "");
};

/**
 * Visits each state that the alphabet reaches in at most `depth` acts after a beginning, once; answers with how many there are. `goesOn`: from
 * which of those that were reached by so many acts it is gone on, if not from all.
 */
export const visitReachable = (
  beginning: readonly Posted[],
  alphabet: Alphabet,
  depth: number,
  visit: (reached: Reached) => void,
  goesOn: (acts: number) => boolean = () => true,
): number => {
  const log = recorded(...beginning);
  const names: readonly ProjectionName[] = ["status"];
  const { story, states } = foldFromZero(log, names);
  const acts = Object.entries(alphabet);
  const known = new Set<string>();
  let level: Reached[] = [{ acts: [], folded: { story, states } }];
  for (let turn = 0; turn < depth; turn += 1) {
    const next: Reached[] = [];
    for (const { acts: before, folded } of level.filter(() => goesOn(turn))) {
      for (const [name, posted] of acts) {
        const draft = { ...posted, occurredAt: hour(turn), precision: "minute" } as Parameters<typeof recordedAs>[0];
        const event: StoryEvent = recordedAs(draft, log.length + turn + 1);
        if (admit({ story: folded.story }, event, now).kind !== "next") continue;
        const after = structuredClone(folded);
        foldOn(after, event);
        const shape = shapeOf(after);
        if (known.has(shape)) continue;
        known.add(shape);
        const reached = { acts: [...before, name], folded: after };
        visit(reached);
        next.push(reached);
      }
    }
    level = next;
  }
  return known.size;
};

/** Laws of late talk: what nothing hangs on is folded where it stands, and comes to what the whole log comes to. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { admit } from "../../events/admit.ts";
import { hasPlace } from "../../events/amend.ts";
import { type Neighbours, neighbourOf } from "../../events/neighbours.ts";
import { intervalOf } from "../../events/order.ts";
import { definitionOf, type StoryEvent } from "../../events/registry.ts";
import { languages } from "../../events/tell/languages.ts";
import { foldBeside, foldFromZero } from "../../projections/fold.ts";
import { projectionNames, projections } from "../../projections/registry.ts";
import { runs } from "../support/always.ts";
import { story } from "../support/random-story.ts";
import { now } from "../support/recorder.ts";

/** What the index would tell of an event's neighbours: few rows, so that some are missed. */
const neighboursIn = (log: readonly StoryEvent[], event: StoryEvent, most: number): Neighbours => {
  const { placeOf } = foldFromZero(log, []);
  const { end } = intervalOf(event);
  const standing = log
    .filter((one) => hasPlace(one) && one.type !== "PartyIntroduced")
    .map((one) => neighbourOf({ place: placeOf(one.version) ?? "", version: one.version }, one))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  const after = standing.filter(({ place }) => place >= end);
  return {
    before: standing.findLast(({ place }) => place < end),
    after: after.slice(0, most),
    complete: after.length <= most,
  };
};

const viewsOf = ({ states, story }: ReturnType<typeof foldFromZero> | Parameters<typeof foldBeside>[0]) =>
  languages.flatMap((language) => projectionNames.map((name) => projections[name].view(states[name], story, language)));

describe("late talk", () => {
  it("is judged as the whole log judges it, stands where that puts it, and comes to the same views", async () => {
    let besides = 0;
    await fc.assert(
      fc.asyncProperty(story({ least: 20, most: 60 }), fc.integer({ min: 1, max: 4 }), async ({ log }, most) => {
        for (const [index, event] of log.events.entries()) {
          if (!definitionOf(event.type).talk) continue;
          const before = log.events.slice(0, index);
          const folded = foldFromZero(before);
          const neighbours = neighboursIn(before, event, most);
          const verdict = admit({ story: folded.story, neighbours, referred: before }, event, now);
          if (verdict.kind !== "beside") continue;
          besides += 1;
          const whole = foldFromZero(log.events.slice(0, index + 1));
          expect(verdict.place).toBe(whole.placeOf(event.version));
          foldBeside(folded, event, verdict.place);
          expect(JSON.stringify(viewsOf(folded))).toBe(JSON.stringify(viewsOf(whole)));
        }
      }),
      { numRuns: runs(300) },
    );
    expect(besides).toBeGreaterThan(runs(50));
  });

  it("is refused where the whole log refuses it", async () => {
    await fc.assert(
      fc.asyncProperty(story({ least: 20, most: 60 }), async ({ log, refused }) => {
        for (const { event } of refused.filter((one) => definitionOf(one.event.type).talk)) {
          const before = log.events.slice(0, event.version - 1);
          const { story } = foldFromZero(before, []);
          const verdict = admit({ story, neighbours: neighboursIn(before, event, 3), referred: before }, event, now);
          expect(["refused", "needs-log"]).toContain(verdict.kind);
        }
      }),
      { numRuns: runs(60) },
    );
  });
});

/** The card of a story, as it is folded on. */
import { expect, it } from "vitest";
import { upcast } from "../../events/upcast.ts";
import { cardOf } from "../../projections/card.ts";
import { type Folded, foldFromZero, foldOn } from "../../projections/fold.ts";
import type { StatusState } from "../../projections/status.ts";
import { longStory } from "../support/fill.ts";
import { recorded } from "../support/given.ts";

// The status' own state: each fold here has all projections.
const cardIn = ({ story, states }: Folded) => cardOf(states.status as StatusState, story);

it("shows the same of a story that is told on event by event as of one that is read whole", () => {
  const log = recorded(...longStory(60));
  const folded = foldFromZero([]);
  const sparks = new Set<string>();
  for (const [index, entry] of log.entries()) {
    foldOn(folded, upcast(entry));
    const card = cardIn(folded);
    expect(card).toEqual(cardIn(foldFromZero(log.slice(0, index + 1))));
    sparks.add(JSON.stringify(card.spark));
  }
  // The plot is another one again and again on the way.
  expect(sparks.size).toBeGreaterThan(2);
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDrafts, postedTypes } from "../../events/parse.ts";
import { referencesOf } from "../../events/references.ts";
import { isTakenDown } from "../../events/registry.ts";
import type { OfferStatus } from "../../events/story.ts";
import { foldFromZero } from "../../projections/fold.ts";
import { projections } from "../../projections/registry.ts";
import { always } from "../support/always.ts";
import { posted, slugs } from "../support/arbitrary.ts";
import { story, type Told } from "../support/random-story.ts";

const stories = fc.sample(story(), 300);
const events = stories.flatMap(({ log, verdicts }) =>
  log.events.map((event, index) => ({ event, late: verdicts[index] === "within" })),
);
const share = (kept: (one: Told) => boolean): number => stories.filter(kept).length / stories.length;

describe("the random stories", () => {
  it("have events of every type that editors post, several times", () => {
    for (const type of postedTypes)
      expect([type, events.filter(({ event }) => event.type === type).length]).toSatisfy(([, count]) => count >= 4);
  });

  it("have many late events, that change what came before", () => {
    expect(events.filter(({ event, late }) => late && !event.type.startsWith("Event")).length).toBeGreaterThan(stories.length);
    expect(events.filter(({ event, late }) => late && event.type.startsWith("Offer")).length).toBeGreaterThan(stories.length / 5);
  });

  it("have corrections of times, precisions and data, and retractions", () => {
    const corrections = events.flatMap(({ event }) => (event.type === "EventCorrected" ? event.data.replacement : []));
    for (const value of ["occurredAt", "precision", "data"])
      expect(corrections.filter((replacement) => Object.hasOwn(replacement, value)).length).toBeGreaterThan(stories.length / 3);
    expect(events.filter(({ event }) => event.type === "EventRetracted").length).toBeGreaterThan(stories.length / 5);
  });

  it("have offers that come to everything that offers can come to", () => {
    const statuses = stories.flatMap(({ log }) => Object.values(log.story.offers).map(({ status }) => status));
    const all: OfferStatus[] = ["open", "rejected", "accepted", "withdrawn", "lapsed", "closed", "terminated"];
    for (const status of all) expect(statuses).toContain(status);
  });

  it("come to most of the stages", () => {
    const stages = stories.map(({ log }) => {
      const { states, story } = foldFromZero(log.events, ["status"]);
      return projections.status.view(states.status, story, "en").stage;
    });
    for (const stage of ["offered", "countered", "rejected", "agreed", "withdrawn", "lapsed", "concluded"])
      expect(stages).toContain(stage);
  });

  it("are refused something, for every reason that hangs on other events", () => {
    expect(share(({ refused }) => refused.length > 0)).toBeGreaterThan(0.9);
    const codes = new Set(stories.flatMap(({ refused }) => refused.flatMap(({ refusals }) => refusals.map(({ code }) => code))));
    for (const code of [
      "left-hanging",
      "unknown-party",
      "unknown-offer",
      "offer-exists",
      "offer-in-another-state",
      "offer-to-itself",
      "own-offer",
      "not-only-reported",
      "event-retracted",
      "event-is-editorial",
      "story-concluded",
    ])
      expect(codes).toContain(code);
  });

  it("name parties and offers by words that objects inherit, and by numbers", () => {
    const names = stories.flatMap(({ log }) =>
      log.events.flatMap((event) => (isTakenDown(event) ? [] : referencesOf(event.type, event.data))),
    );
    for (const slug of [...slugs.party, ...slugs.offer, ...slugs.question]) expect(names.map(({ name }) => name)).toContain(slug);
  });
});

it("makes events of every type, each of its schema", () => {
  always(
    posted,
    (draft) => {
      expect(parseDrafts(draft)).toEqual({ drafts: [draft] });
    },
    300,
  );
});

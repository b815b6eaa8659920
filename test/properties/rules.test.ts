import { describe, expect, it } from "vitest";
import { admit } from "../../events/admit.ts";
import { effective } from "../../events/amend.ts";
import { prologue, reach } from "../../events/fold.ts";
import { judge } from "../../events/judge.ts";
import { definitionOf, type StoryEvent } from "../../events/registry.ts";
import { foldFromZero } from "../../projections/fold.ts";
import { always } from "../support/always.ts";
import { story } from "../support/random-story.ts";
import { now } from "../support/recorder.ts";

const happens = (event: StoryEvent): boolean => !definitionOf(event.type).editorial;

describe("the rules", () => {
  it("admit every event of an admitted story again, where it stands today", () => {
    always(story(), ({ log: { events } }) => {
      const held = effective(events);
      const state = prologue(events, held);
      for (const happening of held.happenings) {
        expect(judge(state, happening.event)).toEqual([]);
        reach(state, happening);
      }
      expect(state).toEqual(foldFromZero(events, []).story);
    });
  });

  it("leave behind the story that its fold from zero comes to", () => {
    always(story(), ({ log }) => {
      expect(log.story).toEqual(foldFromZero(log.events, []).story);
    });
  });

  it("say the same of an event from the state alone as with the log, or ask for the log", () => {
    always(
      story(),
      ({ log: { events }, refused }) => {
        for (const event of [...events, ...refused.map(({ event }) => event)]) {
          const log = events.slice(0, event.version - 1);
          const { story } = foldFromZero(log, []);
          const alone = admit({ story: JSON.parse(JSON.stringify(story)) }, event, now);
          const whole = admit({ story, log }, event, now);
          expect(whole.kind).not.toBe("needs-log");
          if (alone.kind !== "needs-log") expect(alone).toEqual(whole);
        }
      },
      25,
    );
  });

  it("refuse with a sentence, and point at what was posted", () => {
    always(story(), ({ refused }) => {
      for (const { event, refusals } of refused) {
        expect(refusals.length).toBeGreaterThan(0);
        for (const { code, detail, pointer, version } of refusals) {
          expect(detail).toMatch(/^[A-Z“].*\.$/su);
          expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
          expect([pointer, pointer === undefined || resolves(event, pointer)]).toEqual([pointer, true]);
          expect(version === undefined).toBe(code !== "left-hanging");
        }
      }
    });
  });

  it("hold each event by its newest amendment alone", () => {
    always(story(), ({ log: { events } }) => {
      const expected = events.filter(happens).flatMap((event) => {
        const about = events.filter((other) => !happens(other) && "event" in other.data && other.data.event === event.version);
        if (about.some(({ type }) => type === "EventRetracted")) return [];
        const said = about.flatMap((other) => (other.type === "EventCorrected" ? other.data.replacement : []));
        return JSON.parse(JSON.stringify(Object.assign({}, event, ...said)));
      });
      const held = effective(events).happenings.map(({ event }) => JSON.parse(JSON.stringify(event)));
      expect(held.sort((a, b) => a.version - b.version)).toEqual(expected);
    });
  });
});

const resolves = (value: unknown, pointer: string): boolean => {
  let inner = value;
  for (const step of pointer.split("/").slice(1)) {
    if (typeof inner !== "object" || inner === null || !Object.hasOwn(inner, step)) return false;
    inner = (inner as Record<string, unknown>)[step];
  }
  return true;
};

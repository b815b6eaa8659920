import { describe, expect, it } from "vitest";
import { admit } from "../../events/admit.ts";
import { effective, targetOf } from "../../events/amend.ts";
import { prologue, reach } from "../../events/fold.ts";
import { judge } from "../../events/judge.ts";
import { mergePatch } from "../../events/merge-patch.ts";
import type { StoryEvent } from "../../events/registry.ts";
import { foldFromZero } from "../../projections/fold.ts";
import { always } from "../support/always.ts";
import { story } from "../support/random-story.ts";
import { now } from "../support/recorder.ts";
import { leavesOf } from "../support/sealed.ts";

describe("the rules", () => {
  it("admit every event of an admitted story again, where it stands today", () => {
    always(story(), ({ log: { events } }) => {
      const held = effective(events);
      const state = prologue(events, held);
      const seen = new Map<number, StoryEvent>();
      for (const happening of held.happenings) {
        expect(judge(state, happening.event, (version) => seen.get(version))).toEqual([]);
        reach(state, happening);
        seen.set(happening.version, happening.event);
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
    always(story(), ({ log, refused }) => {
      const names = leavesOf(log.events).flatMap(({ path, value }) => (path.at(-1) === "name" ? String(value) : []));
      for (const { event, refusals } of refused) {
        expect(refusals.length).toBeGreaterThan(0);
        for (const { code, detail, pointer, version } of refusals) {
          expect(detail).toMatch(/\.$/);
          expect(detail).toSatisfy((text: string) => /^[A-Z“]/.test(text) || names.some((name) => text.startsWith(name)));
          expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
          expect([pointer, pointer === undefined || resolves(event, pointer)]).toEqual([pointer, true]);
          expect(version === undefined).toBe(code !== "left-hanging");
        }
      }
    });
  });

  it("hold each event by its amendments, one after the other", () => {
    always(story(), ({ log: { events } }) => {
      const expected = events.flatMap((event) => {
        if (targetOf(event) !== undefined) return [];
        let said: Record<string, unknown> = { ...event };
        let stands = true;
        for (const amendment of events.filter((other) => targetOf(other) === event.version)) {
          stands = amendment.type !== "EventRetracted";
          if (amendment.type !== "EventCorrected") continue;
          const { data, ...others } = amendment.data.replacement;
          said = { ...said, ...others, data: mergePatch(said.data, data ?? {}) };
        }
        return stands ? [said] : [];
      });
      const { happenings, placeless } = effective(events);
      const held = [...happenings.map(({ event }) => event), ...placeless];
      expect(held.sort((a, b) => a.version - b.version)).toEqual(expected);
    });
  });
});

/** Whether a pointer leads to a value that was posted, or to one that is missing from one that was. */
const resolves = (value: unknown, pointer: string): boolean => {
  const steps = pointer.split("/").slice(1);
  const found = (path: readonly string[]) =>
    path.reduce<unknown>((inner, step) => (Object(inner) as Record<string, unknown>)[step], value);
  return found(steps) !== undefined || typeof found(steps.slice(0, -1)) === "object";
};

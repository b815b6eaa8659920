/** `given(…).when(…).then(…)`: what a story was, what is posted, and what comes of it. */
import { expect } from "vitest";
import type { StoryEvent } from "../../events/registry.ts";
import type { Language } from "../../events/tell/languages.ts";
import { foldFromZero } from "../../projections/fold.ts";
import { type ProjectionName, projections, type ViewOf } from "../../projections/registry.ts";
import { day, type Posted } from "./drafts.ts";
import { emptyLog, type Log, type Outcome, recordOne, toldOf } from "./recorder.ts";

type Expected = { [Name in ProjectionName]?: object };

/** The draft, at noon and as many minutes as there are events before it, unless it has a time of its own. */
const timed = (draft: Posted, before: number) => ({
  occurredAt: new Date(Date.parse(`${day}T12:00:00Z`) + before * 60_000).toISOString(),
  ...draft,
});

const post = (log: Log, drafts: readonly Posted[], clock?: string): Outcome => {
  let outcome: Outcome = { kind: "admitted", verdict: "next", warnings: [], log };
  for (const draft of drafts) {
    if (outcome.kind !== "admitted") return outcome;
    outcome = recordOne(outcome.log, timed(draft, outcome.log.events.length), clock);
  }
  return outcome;
};

const posted = (log: Log, drafts: readonly Posted[]): Log => {
  const outcome = post(log, drafts);
  if (outcome.kind !== "admitted") throw new Error(`These were to be admitted: ${toldOf(outcome)}`);
  return outcome.log;
};

/** The log of drafts that are all admitted. */
export const recorded = (...drafts: Posted[]): readonly StoryEvent[] => posted(emptyLog, drafts).events;

/** What a projection shows of a log. */
export const viewOf = <Name extends ProjectionName>(log: readonly StoryEvent[], name: Name, language: Language = "en") => {
  const { states, story } = foldFromZero(log, [name]);
  // The registry's own type of that view, which a lookup by a variable name loses.
  return projections[name].view(states[name], story, language) as ViewOf<Name>;
};

/** Records what is given, posts what comes `when`, and checks what comes of it. `whenAt` sets the server's clock. */
export const given = (...drafts: Posted[]) => ({
  when: (...next: Posted[]) => check(post(posted(emptyLog, drafts), next)),
  whenAt: (clock: string, ...next: Posted[]) => check(post(posted(emptyLog, drafts), next, clock)),
});

const check = (outcome: Outcome) => ({
  /** All of it is admitted, and the views show at least this. */
  // biome-ignore lint/suspicious/noThenProperty: a test reads given, when, then; nobody awaits it.
  then: (expected: Expected = {}): void => {
    if (outcome.kind !== "admitted") expect.fail(`This was to be admitted: ${toldOf(outcome)}`);
    for (const [name, view] of Object.entries(expected) as [ProjectionName, object][])
      expect(viewOf(outcome.log.events, name)).toMatchObject(view);
  },
  /** All of it is admitted, and of the last of it the editor is warned of that, and of nothing else but that it has no source. */
  thenWarned: (code: string, detail?: RegExp): void => {
    const found = outcome.kind === "admitted" ? outcome.warnings.filter((one) => one.code !== "no-source") : outcome;
    expect(found).toMatchObject([{ code, detail: expect.stringMatching(detail ?? /\.$/) }]);
  },
  /** All of it is admitted, and of the last of it the editor is warned of nothing but that it has no source. */
  thenUnwarned: (): void => {
    const codes = outcome.kind === "admitted" ? outcome.warnings.map(({ code }) => code) : [outcome.kind];
    expect(codes.filter((code) => code !== "no-source")).toEqual([]);
  },
  /** The rules refuse it, with that code and no other. */
  thenRefused: (code: string, where: { version?: number; pointer?: string } = {}): void => {
    const refusal = { code, ...where, detail: expect.stringMatching(/\.$/) };
    expect(outcome).toMatchObject({ kind: "refused", refusals: [refusal] });
  },
  /** It is not of its schema, at these fields and no others. */
  thenInvalid: (...pointers: string[]): void => {
    expect(outcome.kind === "invalid" ? outcome.faults.map(({ pointer }) => pointer) : outcome).toEqual(pointers);
  },
});

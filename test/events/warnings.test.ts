/** What is only unlikely of any event: it is recorded, and the editor is told. */
import { describe, expect, it } from "vitest";
import {
  background,
  corrected,
  development,
  insult,
  offer,
  type Posted,
  party,
  question,
  said,
  scene,
  sourced,
  statement,
  summarised,
  usd,
} from "../support/drafts.ts";
import { given } from "../support/given.ts";
import { emptyLog, type Log, recordEvent, recordedAs, recordOne } from "../support/recorder.ts";

const day = "2025-02-10T15:00:00Z";
const stage: Log = scene.reduce<Log>((log, draft) => {
  const outcome = recordOne(log, { occurredAt: "2025-02-10T12:00:00Z", ...draft });
  if (outcome.kind !== "admitted") throw new Error("The scene is admitted");
  return outcome.log;
}, emptyLog);

/** The codes of the warnings on a draft, recorded so many seconds after another. */
const warnedOf = (first: Posted, second: Posted, seconds: number): string[] => {
  const [one, other] = [first, second].map((draft, index) =>
    recordedAs({ occurredAt: day, ...draft, precision: "minute" }, stage.events.length + 1 + index),
  );
  if (!one || !other) throw new Error("Two drafts make two events");
  const before = recordEvent(stage, one);
  if (before.kind !== "admitted") throw new Error("The first is admitted");
  const recordedAt = new Date(Date.parse(one.recordedAt) + seconds * 1000).toISOString();
  const after = recordEvent(before.log, { ...other, recordedAt });
  return after.kind === "admitted" ? after.warnings.map(({ code }) => code).filter((code) => code !== "no-source") : [after.kind];
};

describe("the same thing said again", () => {
  it.each<[string, Posted, Posted]>([
    ["a development", development("The summit goes on"), development("The summit goes on")],
    ["in other letters", development("The summit goes on"), development("THE SUMMIT, goes on!")],
    ["with another source", statement(), sourced(statement())],
    ["an insult", insult(), insult()],
  ])("is warned of within ten minutes: %s", (_, first, second) => {
    expect(warnedOf(first, second, 599)).toEqual(["said-again"]);
    expect(warnedOf(first, second, 601)).toEqual([]);
  });

  it("is an offer under another slug", () => {
    expect(warnedOf(offer("bid", { price: usd("5") }), offer("other", { price: usd("5") }), 60)).toEqual(["said-again"]);
  });

  it.each<[string, Posted, Posted]>([
    ["of another type", development("The summit goes on"), background("The summit goes on")],
    ["at somebody else", insult(), insult({ at: "c" })],
    ["in other words", statement(), statement({ quote: said("We are for sale.") })],
    ["at another price", offer("bid", { price: usd("5") }), offer("other", { price: usd("6") })],
    ["by somebody else", offer("bid"), offer("other", { by: "c" })],
  ])("is not what is said %s", (_, first, second) => {
    expect(warnedOf(first, second, 60)).toEqual([]);
  });
});

describe("what has no source", () => {
  const codes = (draft: Posted): string[] => {
    const outcome = recordOne(stage, { occurredAt: day, ...draft });
    return outcome.kind === "admitted" ? outcome.warnings.map(({ code }) => code) : [outcome.kind];
  };

  it("is warned of", () => {
    expect(codes(statement())).toEqual(["no-source"]);
    expect(codes({ ...statement(), sources: [] })).toEqual(["no-source"]);
    expect(codes(sourced(statement()))).toEqual([]);
  });

  it("is not warned of where it tells of the record alone", () => {
    for (const draft of [party("d"), question("why"), summarised("It began."), corrected(2, { precision: "day" })])
      expect(codes(draft)).toEqual([]);
  });
});

it("is warned of where it stands, when it comes late", () => {
  given(...scene, offer("bid"))
    .when({ ...offer("older", { by: "c" }), occurredAt: "2025-02-10T11:00:00Z" })
    .thenUnwarned();
});

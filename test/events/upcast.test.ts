/** Events that were stored in schema 1 count as what they say today, and stand in the log as they were stored. */
import { describe, expect, it } from "vitest";
import { effective } from "../../events/amend.ts";
import { linesOf, parseExported } from "../../events/exported.ts";
import { faultsOfData } from "../../events/parse.ts";
import { languages } from "../../events/tell/languages.ts";
import { schema, upcast } from "../../events/upcast.ts";
import { type Exported, verify } from "../../events/verify.ts";
import { foldFromZero } from "../../projections/fold.ts";
import { projectionNames } from "../../projections/registry.ts";
import { accepted, at, corrected, development, offer, type Posted, retracted, usd } from "../support/drafts.ts";
import { viewOf } from "../support/given.ts";
import { oldLog, toldToday } from "../support/old-log.ts";
import { pageBy } from "../support/readings.ts";
import { recordedAs } from "../support/recorder.ts";
import { judged, takenDown } from "../support/takedowns.ts";

const eur = (amount: string) => ({ amount, currency: "EUR" });
const bid = { offer: "bid", by: "elon", target: "openai", price: usd("97400000000") };

describe("a log of schema 1", () => {
  it("holds as it was stored, and not as it reads today", async () => {
    expect(await verify(oldLog)).toBeUndefined();
    const lifted = oldLog.map((event) => ({ ...upcast(event), seal: event.seal }));
    expect(await verify(lifted)).toMatchObject({ version: 6, code: "body" });
  });

  it("reads as today's does, in every projection, in both languages", () => {
    for (const language of languages) {
      for (const name of projectionNames)
        expect([name, viewOf(oldLog, name, language)]).toEqual([name, viewOf(toldToday, name, language)]);
      for (const order of ["asc", "desc"] as const)
        expect(JSON.parse(pageBy(oldLog, { order }, language))).toEqual(JSON.parse(pageBy(toldToday, { order }, language)));
    }
    expect(viewOf(oldLog, "offers").offers).toMatchObject([
      { offer: "bid", equivalents: [eur("95900000000")] },
      { offer: "riposte", equivalents: [eur("9430000000")] },
    ]);
  });

  it("tells its corrections in today's shape, before and after", () => {
    expect(viewOf(oldLog, "corrections").corrections).toMatchObject([
      { before: { data: { equivalents: [eur("94300000000")] } }, after: { data: { equivalents: [eur("93400000000")] } } },
    ]);
    expect(JSON.stringify(foldFromZero(oldLog))).not.toContain('"equivalent":');
  });

  it("is of today's schemas, once it is lifted", () => {
    for (const { event } of effective(oldLog).happenings) expect(faultsOfData(event.type, event.data)).toEqual([]);
    for (const event of toldToday) expect(upcast(event)).toEqual(event);
    expect(new Set([...oldLog.map((event) => event.schema), schema])).toEqual(new Set([1, 3]));
  });
});

describe("on top of a log of schema 1", () => {
  it.each<[string, Posted, string]>([
    ["what comes next", at("2025-02-15T00:00:00Z", development("The summit goes on")), "next"],
    ["what comes late", at("2025-02-10T19:30:00Z", accepted("bid", "openai")), "refused"],
    ["what comes late and fits", at("2025-02-10T20:30:00Z", development("Wait for it")), "within"],
    ["an offer of that slug", offer("bid", { by: "sam", target: "twitter" }), "refused"],
    ["a correction of today's shape", corrected(6, { data: { ...bid, equivalents: [eur("1"), eur("2")] } }), "within"],
    ["a correction of the old shape", corrected(6, { data: { ...bid, equivalent: eur("1") } }), "invalid"],
    ["a correction of its time alone", corrected(7, { precision: "hour" }), "within"],
    ["a retraction", retracted(10), "within"],
  ])("%s is judged as on top of today's", (_, posted, kind) => {
    expect(judged(oldLog, posted)).toMatchObject({ kind });
    expect(judged(toldToday, posted)).toEqual(judged(oldLog, posted));
  });

  it.each([1, 2])("a correction that was stored in schema %i still says the whole of what it corrects", (stored) => {
    const correction = recordedAs(
      {
        type: "EventCorrected",
        occurredAt: "2025-02-16T00:00:00Z",
        data: { event: 6, reason: "So it was.", replacement: { data: bid } },
      },
      oldLog.length + 1,
      "old-bid",
    );
    const dataOf = (schema: number) =>
      effective([...oldLog, { ...correction, schema }]).happenings.find(({ version }) => version === 6)?.event.data;
    expect(dataOf(stored)).toEqual(bid);
    expect(dataOf(schema)).toEqual({ ...bid, equivalents: [eur("93400000000")] });
  });

  it("an export of it is read line by line, and verifies", async () => {
    const lines = new TextEncoder().encode(oldLog.map((event) => JSON.stringify(event)).join("\n"));
    const chunks = async function* () {
      yield lines;
    };
    const read: Exported[] = [];
    for await (const line of linesOf(chunks())) {
      const event = parseExported(line);
      if (!event || "why" in event) throw new Error("Each line is an event");
      read.push(event);
    }
    expect(read).toEqual(oldLog);
    expect(await verify(read)).toBeUndefined();
  });

  it("a takedown takes the old words down", () => {
    const log = takenDown(oldLog, 6);
    expect(JSON.stringify([log, foldFromZero(log)])).not.toMatch(/94300000000|93400000000/);
  });
});

import { describe, expect, it } from "vitest";
import { faultsOfData, mostEvents, parseDrafts, postedTypes } from "../../events/parse.ts";
import { definitionOf } from "../../events/registry.ts";
import { draft, offer, opened, party } from "../support/drafts.ts";

const time = "2025-02-10T12:00:00Z";
const event = { occurredAt: time, ...opened() };

const pointersOf = (posted: unknown): string[] => {
  const parsed = parseDrafts(posted);
  return "faults" in parsed ? parsed.faults.map(({ pointer }) => pointer) : [];
};
const faultsOf = (posted: unknown): Record<string, string> => {
  const parsed = parseDrafts(posted);
  return "faults" in parsed ? Object.fromEntries(parsed.faults.map(({ pointer, detail }) => [pointer, detail])) : {};
};

describe("a posted event", () => {
  it.each(postedTypes)("of the type %s is taken as its example has it", (type) => {
    const { example } = definitionOf(type);
    expect(parseDrafts(example)).toEqual({ drafts: [example] });
  });

  it.each(postedTypes)("of the type %s has no field that nothing knows", (type) => {
    const { example } = definitionOf(type);
    expect(pointersOf({ ...example, mood: 1 })).toEqual(["/mood"]);
    expect(pointersOf({ ...example, data: { ...(example.data as object), mood: 1 } })).toEqual(["/data/mood"]);
  });

  it.each(postedTypes)("of the type %s says when it happened, and has data", (type) => {
    expect(pointersOf({ type })).toEqual(["/occurredAt", "/data"]);
  });

  it("is not of a type that the server alone records", () => {
    expect(pointersOf(definitionOf("EventTakenDown").example)).toEqual(["/type"]);
  });

  it.each([
    [null, ""],
    [7, ""],
    ["StoryOpened", ""],
    [{}, "/type"],
    [{ type: null }, "/type"],
    [{ type: "storyOpened" }, "/type"],
    [{ type: "constructor" }, "/type"],
    [{ type: "__proto__" }, "/type"],
    [{ ...event, data: null }, "/data"],
    [{ ...event, data: [] }, "/data"],
    [{ ...event, occurredAt: null }, "/occurredAt"],
    [{ ...event, precision: null }, "/precision"],
    [{ ...event, sources: {} }, "/sources"],
    [{ ...event, sources: [null] }, "/sources/0"],
    [{ ...event, sources: Array(21).fill({ publisher: "X" }) }, "/sources"],
    [{ ...event, version: 1 }, "/version"],
    [{ ...event, recordedAt: time }, "/recordedAt"],
    [{ ...event, recordedBy: "me" }, "/recordedBy"],
    [{ ...event, story: "a-story" }, "/story"],
    [[[event]], "/0"],
  ])("that is %j is at fault at “%s”", (posted, pointer) => {
    expect(pointersOf(posted)).toEqual([pointer]);
  });

  it("has no field __proto__ or constructor", () => {
    const posted = JSON.parse(
      `{ "type": "OfferLapsed", "occurredAt": "${time}", "constructor": 1, "__proto__": { "data": {} },
         "data": { "offer": "bid", "__proto__": { "offer": "bid" }, "constructor": 1 } }`,
    );
    expect(pointersOf(posted).sort()).toEqual(["/__proto__", "/constructor", "/data/__proto__", "/data/constructor"]);
  });

  it("does not take its fields from a prototype", () => {
    expect(pointersOf(JSON.parse(`{ "__proto__": ${JSON.stringify(event)} }`))).toEqual(["/type"]);
  });

  it("has its faults told all at once, each where it stands", () => {
    const posted = {
      type: "OfferMade",
      occurredAt: "2025-02-30T00:00:00Z",
      precision: "week",
      sources: [{ publisher: "X" }, { title: "", url: "javascript:alert(1)" }],
      data: {
        offer: "Bid",
        by: "",
        partners: ["a", 7],
        price: { amount: "1e9", currency: "ZZZ", basis: "half" },
        solicited: "no",
        quote: { text: "x" },
        mood: "angry",
      },
      extra: 1,
    };
    expect(faultsOf(posted)).toEqual({
      "/occurredAt": "must be a day of the calendar in the years 1 to 9999",
      "/precision": "must be “second” or “minute” or “hour” or “day” or “month” or “year”",
      "/sources/1/publisher": "is required",
      "/sources/1/title": "must not be empty",
      "/sources/1/url": "must be a web address that begins with https:// or http://",
      "/data/offer": "must be a slug: 1 to 80 characters of a-z, 0-9 and -, for example “elon-musk”",
      "/data/by": "must be a slug: 1 to 80 characters of a-z, 0-9 and -, for example “elon-musk”",
      "/data/partners/1": "must be a text in quotation marks",
      "/data/target": "must be one of the two: a target (what is to be bought) or a subject (what else is proposed)",
      "/data/price/amount": "must be a decimal number in quotation marks, for example “97400000000” or “54.20”",
      "/data/price/currency": "must be a currency of ISO 4217, for example USD",
      "/data/price/basis": "must be “total” or “per-share”",
      "/data/solicited": "must be true or false",
      "/data/quote/language": "is required",
      "/data/mood": "is not a field that this knows",
      "/extra": "is not a field that this knows",
    });
  });

  it("has its pointers escaped (RFC 6901, section 3)", () => {
    expect(pointersOf({ ...event, "a/b~c": 1, "~1": 1, "": 1 })).toEqual(["/a~1b~0c", "/~01", "/"]);
  });

  it.each([
    ["an infinite number", Number.POSITIVE_INFINITY],
    ["half of a surrogate pair", "\ud800"],
  ])("corrects by nothing that cannot be sealed: %s", (_, value) => {
    const posted = { occurredAt: time, ...draft("EventCorrected", { event: 1, reason: "x", replacement: { data: { value } } }) };
    expect(pointersOf(posted)).toEqual(["/data/replacement/data"]);
  });
});

describe("several posted events", () => {
  const events = (count: number) => Array.from({ length: count }, () => event);

  it.each([1, 2, 100])("are taken when they are %i", (count) => {
    expect(parseDrafts(events(count))).toEqual({ drafts: events(count) });
  });

  it.each([0, 101])("are not taken when they are %i", (count) => {
    expect(pointersOf(events(count))).toEqual([""]);
  });

  it("have their faults told all at once, with each event's place", () => {
    const wrong = { occurredAt: time, ...offer("bid") };
    expect(pointersOf([event, { ...wrong, data: { ...(wrong.data as object), by: 7 } }, event, 7])).toEqual(["/1/data/by", "/3"]);
  });

  it("are at most a hundred", () => {
    expect(mostEvents).toBe(100);
  });
});

describe("data", () => {
  it("is judged by the schema of its type alone", () => {
    expect(faultsOfData("PartyIntroduced", party("a").data)).toEqual([]);
    expect(faultsOfData("OfferMade", party("a").data).map(({ pointer }) => pointer)).toEqual([
      "/data/offer",
      "/data/by",
      "/data/party",
      "/data/name",
      "/data/kind",
      "/data/target",
    ]);
    expect(faultsOfData("OfferMade", undefined)).toEqual([{ pointer: "/data", detail: "is required" }]);
  });
});

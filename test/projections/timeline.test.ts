/** The timeline: its entries, its order, its pages. */
import { describe, expect, it } from "vitest";
import type { Language } from "../../events/tell/languages.ts";
import { foldFromZero } from "../../projections/fold.ts";
import { type Order, pageOfLog, pageSize, placeOf } from "../../projections/pages.ts";
import { entriesOf, timeline } from "../../projections/timeline.ts";
import {
  accepted,
  at,
  background,
  closed,
  corrected,
  development,
  insult,
  offer,
  opened,
  type Posted,
  party,
  rejected,
  retracted,
  revised,
  said,
  scene,
  statement,
  usd,
} from "../support/drafts.ts";
import { recorded } from "../support/given.ts";

type Query = Partial<Parameters<typeof pageOfLog>[1]>;

/** A page and what follows it. */
const page = (log: ReturnType<typeof recorded>, { order = "asc", ...query }: Query = {}, language: Language = "en") => {
  const { story } = foldFromZero(log, []);
  const told = pageOfLog(log, { order, ...query }, story);
  const shown = told.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    entries: entriesOf(shown, story, language),
    next: told.length > pageSize && last ? placeOf(last) : undefined,
  };
};
const entriesIn = (drafts: readonly Posted[], query?: Query) => page(recorded(...drafts), query).entries;
const versions = (drafts: readonly Posted[], query?: Query) => entriesIn(drafts, query).map(({ version }) => version);
const entry = (version: number, ...drafts: Posted[]) => entriesIn(drafts).find((one) => one.version === version);

describe("the timeline", () => {
  const drafts = [
    opened(),
    at("14:00", development("Later")),
    at("13:00", development()),
    at("2022-10-27T00:00:00Z", background()),
  ];

  it("is in story order, either way", () => {
    expect(versions(drafts, { order: "asc" })).toEqual([4, 1, 3, 2]);
    expect(versions(drafts, { order: "desc" })).toEqual([2, 3, 1, 4]);
  });

  it("gives one kind alone, or what is about one party: what names it, and what becomes of its offers", () => {
    const quarrel = [...scene, offer("bid"), rejected("bid"), development("The summit", ["c"]), insult()];
    expect(versions(quarrel, { kind: "offers" })).toEqual([6, 7]);
    expect(versions(quarrel, { kind: "people" })).toEqual([2, 3, 4, 5]);
    expect(versions(quarrel, { party: "a" })).toEqual([6, 7, 9]);
    expect(versions(quarrel, { party: "t" })).toEqual([6, 7]);
    expect(versions(quarrel, { party: "t", kind: "people" })).toEqual([5]);
    expect(versions(quarrel, { party: "a", kind: "insults" })).toEqual([9]);
    expect(versions(quarrel, { party: "nobody" })).toEqual([]);
  });

  it("finds what was corrected under what it says now", () => {
    const put = [...scene, statement({ by: "a" }), at("18:00", corrected(6, { data: { by: "c" } }))];
    expect([versions(put, { party: "a" }), versions(put, { party: "c" })]).toEqual([[], [6]]);
  });

  it("has events of the same moment in the order of their versions, and the other way round", () => {
    const moment = [opened(), ...[2, 3, 4].map((n) => at("13:00", development(`No ${n}`)))];
    expect(versions(moment, { order: "asc" })).toEqual([1, 2, 3, 4]);
    expect(versions(moment, { order: "desc" })).toEqual([4, 3, 2, 1]);
  });

  it("has no entry for corrections and retractions themselves", () => {
    expect(versions([...scene, corrected(2, { precision: "day" }), retracted(4)])).toEqual([1]);
    expect(versions([...scene, corrected(2, { precision: "day" }), retracted(4)], { kind: "people" })).toEqual([3, 4, 5, 2]);
  });

  it("shows all that is known of an event", () => {
    const quote = { ...said("non merci", "fr"), translationOf: said("no thank you"), translator: "AFP" };
    const draft = {
      ...rejected("bid", "t", { quote }),
      sources: [{ publisher: "X", url: "https://x.com/1" }],
      precision: "hour",
    };
    expect(JSON.parse(JSON.stringify(entry(7, ...scene, offer("bid", { price: usd("5") }), { ...draft, key: true })))).toEqual({
      version: 7,
      lastVersion: 7,
      type: "OfferRejected",
      headline: "T rejects A’s $5 offer",
      headlineRuns: [
        { text: "T", as: "name", party: "t" },
        { text: " rejects " },
        { text: "A", as: "name", party: "a" },
        { text: "’s $5 offer" },
      ],
      occurredAt: "2025-02-10T12:06:00.000Z",
      precision: "hour",
      sources: [{ publisher: "X", url: "https://x.com/1" }],
      data: { offer: "bid", by: "t", quote },
      certainty: "confirmed",
      key: true,
      recordedAt: "2025-03-01T00:00:07.000Z",
      recordedBy: "desk",
      parties: [{ party: "t", name: "T" }],
      quote: { text: "no thank you", language: "en" },
      translation: { text: "non merci", language: "fr", translator: "AFP" },
      offer: {
        offer: "bid",
        by: { party: "a", name: "A" },
        target: { party: "t", name: "T" },
        price: { amount: "5", currency: "USD", basis: "total", text: "$5" },
      },
      corrected: [],
      updated: [],
      retracted: null,
      reinstated: [],
      takenBack: [],
      confirmed: [],
      denied: [],
      takenDown: null,
    });
  });

  it("names each party once, that any word may name", () => {
    const cast = [...scene, party("constructor"), party("123")];
    expect(entry(8, ...cast, insult({ by: "constructor", at: "123" }))?.parties).toEqual([
      { party: "constructor", name: "CONSTRUCTOR" },
      { party: "123", name: "123" },
    ]);
    expect(entry(8, ...cast, insult({ by: "123", at: "123" }))?.parties).toEqual([{ party: "123", name: "123" }]);
  });

  it("has its headlines in either language, and the editor's words in their own", () => {
    const log = recorded(opened({ title: "Une offre", language: "fr" }), development("Rien de neuf"));
    expect(page(log, {}, "en").entries.map(({ headline }) => headline)).toEqual(["Coverage begins: Une offre", "Rien de neuf"]);
    expect(page(log, {}, "fr").entries.map(({ headline }) => headline)).toEqual([
      "Le suivi commence\u00a0: Une offre",
      "Rien de neuf",
    ]);
  });

  it("shows with an offer's move the price that it names", () => {
    const moves = [...scene, offer("bid", { price: usd("5") }), revised("bid", { price: usd("7") })];
    expect([entry(6, ...moves)?.offer?.price?.text, entry(7, ...moves)?.offer?.price?.text]).toEqual(["$5", "$7"]);
    expect(entry(6, ...scene, offer("bid"))?.offer?.price).toBeNull();
    const closing = [...scene, offer("bid", { price: usd("5") }), accepted("bid"), closed("bid")];
    expect(entry(8, ...closing)?.offer?.price?.text).toBe("$5");
  });
});

describe("pages", () => {
  const many = [
    opened(),
    ...Array.from({ length: 129 }, (_, index) => at(`2025-02-${10 + (index % 7)}T13:00:00Z`, development(`No ${index}`))),
  ];
  const log = recorded(...many, corrected(2, { occurredAt: "2025-02-20T00:00:00Z" }), retracted(3));

  const walk = (order: Order): number[][] => {
    const pages: number[][] = [];
    let after: ReturnType<typeof placeOf> | undefined;
    do {
      const { entries, next } = page(log, { order, after });
      pages.push(entries.map(({ version }) => version));
      after = next;
    } while (after);
    return pages;
  };

  it.each<Order>(["asc", "desc"])("of fifty entries lead to each entry once, %s", (order) => {
    const pages = walk(order);
    expect(pages.map((entries) => entries.length)).toEqual([50, 50, 30]);
    expect(pages.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 130 }, (_, index) => index + 1));
  });

  it("say the same in both orders, one the other way round", () => {
    expect(walk("asc").flat()).toEqual(walk("desc").flat().toReversed());
    expect(walk("desc")[0]?.[0]).toBe(2);
  });

  it("end with the last entry, though a page be full", () => {
    const full = recorded(opened(), ...Array.from({ length: pageSize - 1 }, () => development()));
    expect(page(full).next).toBeUndefined();
    expect(page([...full, ...recorded(opened(), ...Array(pageSize).fill(development())).slice(-1)]).next).toBeDefined();
  });

  it("begin after the cursor, also where nothing stands there any more", () => {
    const drafts = [opened(), at("13:00", development()), at("14:00", development()), at("15:00", development())];
    expect(versions(drafts, { after: { place: "2025-02-10T14:00:00", version: 3 } })).toEqual([4]);
    expect(versions(drafts, { after: { place: "2025-02-10T13:30:00", version: 99 } })).toEqual([3, 4]);
    expect(versions(drafts, { order: "desc", after: { place: "2025-02-10T14:00:00", version: 3 } })).toEqual([2, 1]);
  });
});

describe("since a version", () => {
  const drafts = [
    ...scene,
    development("One"),
    corrected(2, { precision: "day" }),
    retracted(6),
    at("2022-01-01T00:00:00Z", background()),
  ];

  it.each<[number, number[]]>([
    [0, [9, 1, 6]],
    [4, [9, 6]],
    [5, [9, 6]],
    [6, [9, 6]],
    [7, [9, 6]],
    [8, [9]],
    [9, []],
  ])("%i there are the entries that were added or amended after it", (since, expected) => {
    expect(versions(drafts, { since })).toEqual(expected);
  });
});

describe("the timeline's schema", () => {
  it("is that of its pages", () => {
    const { entries } = page(
      recorded(...scene, offer("bid"), statement({ quote: said() }), corrected(2, { precision: "day" }), retracted(4)),
    );
    expect(timeline.schema.safeParse({ order: "asc", entries, next: null }).error).toBeUndefined();
  });
});

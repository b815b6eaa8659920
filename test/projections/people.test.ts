import { describe, expect, it } from "vitest";
import {
  accepted,
  answer,
  at,
  changed,
  corrected,
  counter,
  development,
  draft,
  insult,
  offer,
  type Posted,
  party,
  question,
  rejected,
  retracted,
  revised,
  said,
  scene,
  statement,
  usd,
  withdrawn,
} from "../support/drafts.ts";
import { recorded, viewOf } from "../support/given.ts";

describe("the cast", () => {
  const cast = (...drafts: Posted[]) => viewOf(recorded(...scene, ...drafts), "cast").parties;
  const member = (slug: string, ...drafts: Posted[]) => cast(...drafts).find(({ party }) => party === slug);

  it("shows each party as it was introduced", () => {
    const wikidata = ["https://www.wikidata.org/wiki/Q317521"];
    const posted = party("d", {
      name: "Elon Musk",
      short: "Musk",
      kind: "person",
      of: "t",
      role: "owner of X",
      sameAs: wikidata,
    });
    expect(JSON.parse(JSON.stringify(member("d", posted)))).toEqual({
      party: "d",
      name: "Elon Musk",
      short: "Musk",
      kind: "person",
      of: { party: "t", name: "T" },
      role: "owner of X",
      sameAs: wikidata,
      introducedBy: 6,
      offersMade: 0,
      raises: 0,
      withdrawals: 0,
      acceptances: 0,
      rejections: 0,
      insultsPosted: 0,
      insultsReceived: 0,
      statements: 0,
      lastSeen: null,
      latest: [],
    });
  });

  it("is in the order in which the parties entered the story", () => {
    expect(
      cast(at("13:00", party("10")), at("12:59", party("9")), at("11:00", party("constructor"))).map(({ party }) => party),
    ).toEqual(["constructor", "a", "b", "c", "t", "9", "10"]);
  });

  it("counts what each party did", () => {
    const drafts = [
      offer("bid", { partners: ["c"], price: usd("5") }),
      counter("riposte", "bid"),
      rejected("bid"),
      revised("bid", { price: usd("6") }),
      revised("bid", { price: usd("5.5") }),
      revised("bid", { price: usd("7"), partners: null }),
      accepted("bid", ["t", "b"]),
      withdrawn("riposte"),
      insult(),
      insult({ by: ["b", "t"], at: ["a", "c"] }),
      insult({ by: "a", at: "a" }),
      statement({ by: ["b", "c"] }),
    ];
    expect(member("a", ...drafts)).toMatchObject({
      offersMade: 1,
      raises: 2,
      withdrawals: 0,
      rejections: 0,
      insultsPosted: 2,
      insultsReceived: 2,
      statements: 0,
    });
    expect(member("b", ...drafts)).toMatchObject({ acceptances: 1, insultsPosted: 1, insultsReceived: 1, statements: 1 });
    expect(member("c", ...drafts)).toMatchObject({ offersMade: 1, raises: 1, insultsReceived: 1, statements: 1 });
    expect(member("t", ...drafts)).toMatchObject({
      offersMade: 1,
      rejections: 1,
      acceptances: 1,
      withdrawals: 1,
      insultsPosted: 1,
    });
  });

  it("knows a party by what it is today, whenever it was renamed", () => {
    const renamed = changed("a", { name: "Alpha", role: "bidder", of: "t" });
    expect(member("a", renamed)).toMatchObject({ name: "Alpha", role: "bidder", of: { party: "t" }, introducedBy: 2 });
    expect(member("a", renamed, changed("a", { role: null, of: null }))).toMatchObject({
      name: "Alpha",
      role: undefined,
      of: undefined,
    });
  });

  it("has names in the reader's language", () => {
    const log = recorded(...scene, party("d", { name: "the union", names: { fr: { name: "le syndicat" } } }));
    expect(viewOf(log, "cast", "fr").parties.at(-1)?.name).toBe("le syndicat");
    expect(viewOf(log, "cast", "en").parties.at(-1)?.name).toBe("the union");
  });

  it("says where each was last seen, in story order, in whatever role", () => {
    expect(member("t", at("15:00", offer("bid")), at("14:00", development("News", ["t"])))?.lastSeen).toMatchObject({
      version: 6,
    });
    expect(member("c", at("15:00", statement({ about: ["c"] })))?.lastSeen).toMatchObject({ version: 6 });
    expect(member("b", at("15:00", offer("bid")), at("16:00", accepted("bid", "b")))?.lastSeen).toMatchObject({ version: 7 });
  });

  it("knows what a party did before it was introduced", () => {
    expect(member("d", at("18:00", party("d")), at("13:00", insult({ by: "d" })))).toMatchObject({
      introducedBy: 6,
      insultsPosted: 1,
      lastSeen: { version: 7 },
    });
  });

  it("leaves out who was retracted, and follows corrections", () => {
    expect(cast(retracted(4)).map(({ party }) => party)).toEqual(["a", "b", "t"]);
    expect(member("a", corrected(2, { data: { name: "Ada" } }))).toMatchObject({
      name: "Ada",
      introducedBy: 2,
    });
  });
});

describe("the ledger of insults", () => {
  const insults = (...drafts: Posted[]) => viewOf(recorded(...scene, party("constructor"), party("123"), ...drafts), "insults");

  it("is empty at first", () => {
    expect(insults()).toEqual({ total: 0, pairs: [], latest: [] });
  });

  it("counts who insulted whom, the most frequent first", () => {
    const [ab, ba, cb] = [insult(), insult({ by: "b", at: "a" }), insult({ by: "c", at: "b" })];
    expect(insults(cb, ab, ba, ba).pairs).toMatchObject([
      { by: { party: "b" }, at: { party: "a" }, count: 2 },
      { by: { party: "a" }, at: { party: "b" }, count: 1 },
      { by: { party: "c" }, at: { party: "b" }, count: 1 },
    ]);
  });

  it("shows the latest twenty, newest first in story order", () => {
    const many = Array.from({ length: 23 }, (_, index) => at(`13:${10 + index}`, insult({ quote: said(`No ${index}`) })));
    const { total, latest } = insults(...many.toReversed());
    expect(total).toBe(23);
    expect(latest.map(({ quote }) => quote.text)).toEqual(Array.from({ length: 20 }, (_, index) => `No ${22 - index}`));
  });

  it("shows the words as they were said, their translation, the platform, and what they answer", () => {
    const quote = { ...said("escroc", "fr"), translationOf: said("Swindler"), translator: "AFP" };
    const [latest] = insults(insult({ quote, platform: "X", inReplyTo: 5 })).latest;
    expect(JSON.parse(JSON.stringify(latest))).toEqual({
      version: 8,
      occurredAt: "2025-02-10T12:07:00.000Z",
      precision: "minute",
      by: [{ party: "a", name: "A" }],
      at: [{ party: "b", name: "B" }],
      quote: { text: "Swindler", language: "en" },
      translation: { text: "escroc", language: "fr", translator: "AFP" },
      platform: "X",
      inReplyTo: 5,
      takenBack: [],
    });
  });

  it("counts an insult at two as one, and once of each pair", () => {
    expect(insults(insult({ at: ["b", "c"] }), insult({ at: "c" }))).toMatchObject({
      total: 2,
      pairs: [
        { by: { party: "a" }, at: { party: "c" }, count: 2 },
        { by: { party: "a" }, at: { party: "b" }, count: 1 },
      ],
    });
  });

  it("has insults at things, too", () => {
    const atThing = draft("InsultPosted", { by: "a", thing: "the budget bill", quote: said("An abomination") });
    const [pair] = insults(atThing, atThing).pairs;
    expect(pair).toMatchObject({ by: { party: "a" }, thing: "the budget bill", count: 2 });
    expect(pair?.at).toBeUndefined();
  });

  it("counts any word that names a party", () => {
    expect(insults(insult({ by: "constructor", at: "123" }), insult({ by: "123", at: "constructor" })).pairs).toMatchObject([
      { by: { party: "123" }, at: { party: "constructor" }, count: 1 },
      { by: { party: "constructor" }, at: { party: "123" }, count: 1 },
    ]);
  });

  it("forgets what was retracted", () => {
    expect(insults(insult(), retracted(8))).toEqual({ total: 0, pairs: [], latest: [] });
  });
});

describe("the questions", () => {
  const questions = (...drafts: Posted[]) => viewOf(recorded(...scene, ...drafts), "questions");

  it("are open until they are answered", () => {
    expect(questions(question("why", "Why?"), question("who", "Who?"), answer("why", "For the data."))).toEqual({
      open: [
        { question: "who", text: "Who?", raised: { version: 7, occurredAt: "2025-02-10T12:06:00.000Z", precision: "minute" } },
      ],
      answered: [
        {
          question: "why",
          text: "Why?",
          raised: { version: 6, occurredAt: "2025-02-10T12:05:00.000Z", precision: "minute" },
          answer: { text: "For the data.", version: 8, occurredAt: "2025-02-10T12:07:00.000Z", precision: "minute" },
        },
      ],
    });
  });

  it("stand in the order in which they were raised in the story", () => {
    const slugs = ["z", "10", "9", "constructor"];
    const drafts = slugs.map((slug, index) => at(`${20 - index}:00`, question(slug)));
    expect(questions(...drafts).open.map(({ question }) => question)).toEqual(slugs.toReversed());
  });

  it("may be answered, in story order, before they are raised", () => {
    expect(questions(at("14:00", question("why")), at("13:00", answer("why"))).answered).toMatchObject([
      { question: "why", raised: { version: 6 }, answer: { version: 7 } },
    ]);
  });

  it("are open again once their answer was retracted", () => {
    expect(questions(question("why"), answer("why"), retracted(7))).toMatchObject({ open: [{ question: "why" }], answered: [] });
  });
});

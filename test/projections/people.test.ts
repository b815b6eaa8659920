import { describe, expect, it } from "vitest";
import {
  accepted,
  answer,
  at,
  corrected,
  counter,
  development,
  insult,
  offer,
  type Posted,
  party,
  question,
  rejected,
  retracted,
  said,
  scene,
  statement,
} from "../support/drafts.ts";
import { recorded, viewOf } from "../support/given.ts";

describe("the cast", () => {
  const cast = (...drafts: Posted[]) => viewOf(recorded(...scene, ...drafts), "cast").parties;
  const member = (slug: string, ...drafts: Posted[]) => cast(...drafts).find(({ party }) => party === slug);

  it("shows each party as it was introduced", () => {
    const wikidata = ["https://www.wikidata.org/wiki/Q317521"];
    expect(member("d", party("d", { name: "Elon Musk", kind: "person", role: "owner of X", sameAs: wikidata }))).toEqual({
      party: "d",
      name: "Elon Musk",
      kind: "person",
      role: "owner of X",
      sameAs: wikidata,
      introducedBy: 6,
      offersMade: 0,
      rejections: 0,
      insultsPosted: 0,
      insultsReceived: 0,
      statements: 0,
      lastSeen: null,
    });
  });

  it("is in the order in which the parties entered the story", () => {
    expect(
      cast(at("13:00", party("10")), at("12:59", party("9")), at("11:00", party("constructor"))).map(({ party }) => party),
    ).toEqual(["constructor", "a", "b", "c", "t", "9", "10"]);
  });

  it("counts what each party did", () => {
    const drafts = [
      offer("bid", { partners: ["c", "a", "c"] }),
      counter("riposte", "bid"),
      rejected("bid", "b"),
      rejected("bid", "c"),
      insult(),
      insult({ by: "b", at: "a" }),
      insult({ by: "a", at: "a" }),
      statement(),
    ];
    expect(member("a", ...drafts)).toMatchObject({
      offersMade: 1,
      rejections: 0,
      insultsPosted: 2,
      insultsReceived: 2,
      statements: 0,
    });
    expect(member("b", ...drafts)).toMatchObject({
      offersMade: 1,
      rejections: 1,
      insultsPosted: 1,
      insultsReceived: 1,
      statements: 1,
    });
    expect(member("c", ...drafts)).toMatchObject({ offersMade: 1, rejections: 1 });
  });

  it("says where each was last seen, in story order, in whatever role", () => {
    expect(member("t", at("15:00", offer("bid")), at("14:00", development("News", ["t"])))?.lastSeen).toMatchObject({
      version: 6,
    });
    expect(member("c", at("15:00", statement({ about: ["c"] })))?.lastSeen).toMatchObject({ version: 6 });
    expect(member("b", at("15:00", offer("bid")), at("16:00", accepted("bid")))?.lastSeen).toMatchObject({ version: 7 });
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
    expect(member("a", corrected(2, { data: { party: "a", name: "Ada", kind: "person" } }))).toMatchObject({
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
    expect(insults(insult({ quote, platform: "X", inReplyTo: 5 })).latest[0]).toEqual({
      version: 8,
      occurredAt: "2025-02-10T12:07:00.000Z",
      precision: "minute",
      by: { party: "a", name: "A" },
      at: { party: "b", name: "B" },
      quote: { text: "Swindler", language: "en" },
      translation: { text: "escroc", language: "fr", translator: "AFP" },
      platform: "X",
      inReplyTo: 5,
    });
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

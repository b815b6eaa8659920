import { describe, expect, it } from "vitest";
import { referencesOf } from "../../events/references.ts";
import type { EventType } from "../../events/registry.ts";
import {
  accepted,
  announced,
  answer,
  background,
  blocked,
  changed,
  cleared,
  closed,
  concluded,
  confirmed,
  corrected,
  counter,
  denied,
  development,
  insult,
  lapsed,
  offer,
  opened,
  type Posted,
  party,
  question,
  reinstated,
  rejected,
  reopened,
  reported,
  retracted,
  revised,
  scene,
  statement,
  summarised,
  takenBack,
  terminated,
  translated,
  withdrawn,
} from "../support/drafts.ts";
import { given } from "../support/given.ts";
import { recordedAs } from "../support/recorder.ts";

/** Every event type that editors post with each of its references, and where those stand. */
const referring: Record<Exclude<EventType, "EventTakenDown">, { draft: Posted; before?: Posted[]; pointers: string[] }> = {
  StoryOpened: { draft: opened(), pointers: [] },
  StorySummarised: { draft: summarised("It began."), pointers: [] },
  PartyIntroduced: { draft: party("d", { of: "a" }), pointers: ["/data/of"] },
  PartyChanged: { draft: changed("c", { of: "a" }), pointers: ["/data/party", "/data/of"] },
  OfferMade: {
    draft: offer("bid", { partners: ["b"], to: ["t", "c"], subjectTo: "d" }),
    before: [party("d")],
    pointers: ["/data/by", "/data/partners/0", "/data/to/0", "/data/to/1", "/data/target", "/data/subjectTo"],
  },
  CounterOffered: {
    draft: counter("riposte", "bid", { partners: ["c"], to: "a", subjectTo: ["b"] }),
    before: [offer("bid")],
    pointers: ["/data/by", "/data/partners/0", "/data/to", "/data/target", "/data/subjectTo/0", "/data/inReplyTo"],
  },
  OfferRevised: {
    draft: revised("bid", { partners: ["b"], to: "t", subjectTo: ["c"] }),
    before: [offer("bid")],
    pointers: ["/data/offer", "/data/partners/0", "/data/to", "/data/subjectTo/0"],
  },
  OfferRejected: {
    draft: rejected("bid", ["t", "c"]),
    before: [offer("bid")],
    pointers: ["/data/offer", "/data/by/0", "/data/by/1"],
  },
  OfferAccepted: { draft: accepted("bid"), before: [offer("bid")], pointers: ["/data/offer", "/data/by"] },
  OfferWithdrawn: { draft: withdrawn("bid"), before: [offer("bid")], pointers: ["/data/offer"] },
  OfferLapsed: { draft: lapsed("bid"), before: [offer("bid")], pointers: ["/data/offer"] },
  DealBlocked: { draft: blocked("bid"), before: [offer("bid")], pointers: ["/data/offer", "/data/by"] },
  DealCleared: { draft: cleared("bid"), before: [offer("bid")], pointers: ["/data/offer", "/data/by"] },
  DealClosed: { draft: closed("bid"), before: [offer("bid"), accepted("bid")], pointers: ["/data/offer"] },
  DealTerminated: {
    draft: terminated("bid", { by: ["a", "t"] }),
    before: [offer("bid"), accepted("bid")],
    pointers: ["/data/offer", "/data/by/0", "/data/by/1"],
  },
  InsultPosted: {
    draft: insult({ by: ["a", "c"], at: ["b"], inReplyTo: 1 }),
    pointers: ["/data/by/0", "/data/by/1", "/data/at/0", "/data/inReplyTo"],
  },
  StatementMade: { draft: statement({ about: ["a", "c"] }), pointers: ["/data/by", "/data/about/0", "/data/about/1"] },
  WordsTakenBack: { draft: takenBack(6), before: [insult()], pointers: ["/data/event", "/data/by"] },
  DevelopmentReported: { draft: development("News", ["a", "b"]), pointers: ["/data/parties/0", "/data/parties/1"] },
  BackgroundNoted: { draft: background("Olds", ["c"]), pointers: ["/data/parties/0"] },
  DateAnnounced: { draft: announced("The vote", "2025-03-10", ["t"]), pointers: ["/data/parties/0"] },
  ReportConfirmed: { draft: confirmed(6, ["a"]), before: [reported(offer("bid"))], pointers: ["/data/event", "/data/by/0"] },
  ReportDenied: { draft: denied(6, "a"), before: [reported(offer("bid"))], pointers: ["/data/event", "/data/by"] },
  QuestionRaised: { draft: question("why"), pointers: [] },
  QuestionAnswered: { draft: answer("why"), before: [question("why")], pointers: ["/data/question"] },
  StoryConcluded: { draft: concluded(), pointers: [] },
  StoryReopened: { draft: reopened(), before: [concluded()], pointers: [] },
  TextTranslated: { draft: translated(1, { title: "Une offre" }), pointers: ["/data/event"] },
  EventCorrected: { draft: corrected(2, { precision: "day" }), pointers: ["/data/event"] },
  EventRetracted: { draft: retracted(4), pointers: ["/data/event"] },
  EventReinstated: { draft: reinstated(4), before: [retracted(4)], pointers: ["/data/event"] },
};

/** The draft, with something that nobody has heard of where the pointer points. */
const strange = (draft: Posted, pointer: string): Posted => {
  const changed = structuredClone(draft);
  const path = pointer.slice(1).split("/");
  const last = path.pop() ?? "";
  const holder = path.reduce<Record<string, unknown>>(
    // Every step of these pointers is an object or an array.
    (value, step) => value[step] as Record<string, unknown>,
    changed as unknown as Record<string, unknown>,
  );
  holder[last] = typeof holder[last] === "number" ? 99 : "nobody";
  return changed;
};

const kindAt = ({ type }: Posted, pointer: string): string => {
  if (pointer === "/data/event" || (type === "InsultPosted" && pointer === "/data/inReplyTo")) return "event";
  if (/\/(offer|inReplyTo)$/.test(pointer)) return "offer";
  return pointer.endsWith("/question") ? "question" : "party";
};

describe.each(Object.entries(referring))("%s", (type, { draft, before = [], pointers }) => {
  it("refers to what its schema says", () => {
    const event = recordedAs({ occurredAt: "2025-02-10T12:00:00Z", ...draft, precision: "minute" }, 6);
    const references = referencesOf(event.type, event.data).filter(({ introduces }) => !introduces);
    expect(references.map(({ pointer }) => pointer).sort()).toEqual(pointers.toSorted());
  });

  if (type !== "StoryOpened")
    it("is admitted when all that it names exists", () => {
      given(...scene, ...before)
        .when(draft)
        .then();
    });

  for (const pointer of pointers)
    it(`is refused when nobody has heard of what it names at ${pointer}`, () => {
      given(...scene, ...before)
        .when(strange(draft, pointer))
        .thenRefused(`unknown-${kindAt(draft, pointer)}`, { pointer });
    });
});

describe("slugs", () => {
  it.each([
    ["party", party("a"), "/data/party"],
    ["offer", offer("bid"), "/data/offer"],
    ["offer", counter("bid", "bid"), "/data/offer"],
    ["question", question("why"), "/data/question"],
  ])("of a %s are introduced once", (kind, draft, pointer) => {
    given(...scene, offer("bid"), question("why"))
      .when(draft)
      .thenRefused(`${kind}-exists`, { pointer });
  });

  it("of parties, offers and questions do not get in each other's way", () => {
    given(...scene)
      .when(offer("a"), question("a"))
      .then();
  });

  it("are free again once what introduced them was retracted", () => {
    given(...scene, party("d"), retracted(6))
      .when(party("d"))
      .then({ cast: { parties: [{ party: "a" }, { party: "b" }, { party: "c" }, { party: "t" }, { party: "d" }] } });
  });

  it.each(["constructor", "123", "-", "0", "length"])("may be the word %s, in every role", (slug) => {
    given(...scene)
      .when(strangeCast(slug)[0] as Posted)
      .then();
    given(...scene, ...strangeCast(slug))
      .when(party(slug))
      .thenRefused("party-exists", { pointer: "/data/party" });
  });

  it.each(["constructor", "123"])("like %s are unknown before they are introduced", (slug) => {
    given(...scene)
      .when(statement({ by: slug }))
      .thenRefused("unknown-party", { pointer: "/data/by" });
    given(...scene)
      .when(accepted(slug))
      .thenRefused("unknown-offer", { pointer: "/data/offer" });
    given(...scene)
      .when(answer(slug))
      .thenRefused("unknown-question", { pointer: "/data/question" });
    given(...scene, question(slug))
      .when(answer(slug))
      .then({ questions: { open: [], answered: [{ question: slug }] } });
  });
});

const strangeCast = (slug: string): Posted[] => [
  party(slug),
  offer(slug, { by: "a", target: slug }),
  question(slug),
  answer(slug),
  rejected(slug, slug),
  insult({ by: slug, at: slug }),
];

describe("what nobody has heard of", () => {
  const refusing = (draft: Posted, told: RegExp) =>
    expect(() =>
      given(...scene, offer("bid"))
        .when(draft)
        .then(),
    ).toThrow(told);

  it("is answered with the slugs that there are", () => {
    refusing(statement({ by: "nobody" }), /Its parties are a, b, c, t\./);
    refusing(accepted("nothing"), /Its offers are bid\./);
    refusing(answer("why"), /This story has no questions yet\./);
  });

  it("is answered with thirty of them at most", () => {
    const many = Array.from({ length: 28 }, (_, index) => party(`p${index}`));
    expect(() =>
      given(...scene, ...many)
        .when(statement({ by: "nobody" }))
        .then(),
    ).toThrow(/p25 and 2 more\./);
  });
});

describe("several unknown names", () => {
  it("are all told at once", () => {
    expect(() =>
      given(...scene)
        .when(offer("bid", { by: "x", target: "y" }))
        .then(),
    ).toThrow(/“x”.*“y”/);
  });
});

/** The kinds of edit, and what a minor one may touch. */
import { describe, expect, it } from "vitest";
import {
  changed,
  corrected,
  development,
  edited,
  insult,
  offer,
  type Posted,
  rejected,
  reported,
  said,
  scene,
  sourced,
  statement,
  usd,
} from "../support/drafts.ts";
import { given, recorded, viewOf } from "../support/given.ts";

const cast = [...scene, changed("a", { name: "Alpha Inc.", short: "Alpha", names: { fr: { name: "Alpha SA" } } })];
const news = {
  ...development("Alpha pays 5 dollars, they say"),
  data: { headline: "Alpha pays 5 dollars, they say", text: "“It is so.”" },
};

describe("an edit", () => {
  it.each(["correction", "update", "clarification"] as const)("that is a %s is told, with its reason", (edit) => {
    given(...cast, news)
      .when(edited(edit, 7, { data: { headline: "Beta pays 6" } }))
      .then({ corrections: { total: 1, corrections: [{ kind: "corrected", edit, reason: "So it is." }] } });
  });

  it("that is minor is told nowhere, and changes what is read", () => {
    given(...cast, news)
      .when(edited("minor", 7, { data: { headline: "Alpha pays 5 dollars, it is said" } }))
      .then({ status: { lastMove: { headline: "Alpha pays 5 dollars, it is said" } }, corrections: { total: 0 } });
  });

  it("gives a reason, unless it is minor", () => {
    const posted = { type: "EventCorrected" as const, data: { event: 7, replacement: { data: { headline: "Other news" } } } };
    given(...cast, news)
      .when(posted)
      .thenInvalid("/data/reason");
  });

  it("is a correction where it does not say of what kind", () => {
    const posted = {
      type: "EventCorrected" as const,
      data: { event: 7, reason: "x", replacement: { data: { headline: "Other" } } },
    };
    expect(viewOf(recorded(...cast, news, posted), "corrections").corrections[0]?.edit).toBe("correction");
  });
});

describe("a minor edit", () => {
  it.each<[string, object]>([
    ["a digit", { headline: "Alpha pays 6 dollars, they say" }],
    ["a digit that is gone", { headline: "Alpha pays dollars, they say" }],
    ["a digit of another script", { headline: "Alpha pays ٥ dollars, they say" }],
    ["a name", { headline: "Beta pays 5 dollars, they say" }],
    ["a name that is said again", { headline: "Alpha pays 5 dollars, they say of Alpha" }],
    ["what stands between quotation marks", { text: "“It is not so.”" }],
    ["quotation marks", { text: "It is so." }],
  ])("does not touch %s", (_, data) => {
    given(...cast, news)
      .when(edited("minor", 7, { data }))
      .thenRefused("edit-not-minor", { pointer: "/data/replacement/data" });
  });

  it.each<[string, Posted, object]>([
    ["a quotation", insult(), { data: { quote: said("Swindlers") } }],
    ["a price", offer("bid", { price: usd("5") }), { data: { price: usd("5.0") } }],
    ["a party", offer("bid"), { data: { by: "c" } }],
    ["a list of parties", development("News", ["a"]), { data: { parties: ["b"] } }],
    ["a time", development(), { occurredAt: "2025-02-10T11:00:00Z" }],
    ["a precision", development(), { precision: "day" as const }],
    ["a source", development(), { sources: [{ publisher: "AFP" }] }],
    ["how certain it is", development(), { certainty: "reported" as const }],
  ])("does not touch %s", (_, draft, replacement) => {
    given(...cast, draft)
      .when(edited("minor", 7, replacement))
      .thenRefused("edit-not-minor");
  });

  it("touches free text of any kind", () => {
    given(...cast, offer("bid", { terms: "In csah." }), rejected("bid", "t", { reason: "Too lwo." }))
      .when(edited("minor", 7, { data: { terms: "In cash." } }), edited("minor", 8, { data: { reason: "Too low." } }))
      .then({ offers: { offers: [{ terms: "In cash.", rejectedBy: [{ reason: "Too low." }] }] } });
  });

  it("is judged by the names that any party of the story has or had, in any language", () => {
    for (const headline of ["Alpha SA and others", "A and others", "Alpha Inc. and others"])
      given(...cast, development(headline))
        .when(edited("minor", 7, { data: { headline: "Gamma and others" } }))
        .thenRefused("edit-not-minor");
  });

  it("is refused of words that somebody said, whatever is changed beside them", () => {
    given(...cast, statement())
      .when(edited("minor", 7, { data: { platform: "blue sky" } }))
      .then();
    given(...cast, statement())
      .when(edited("minor", 7, { data: { platform: "blue sky", quote: said("We are for sale.") } }))
      .thenRefused("edit-not-minor");
  });
});

describe("an edit that changes nothing is refused", () => {
  const told = sourced({ ...reported(development("News")), byline: "Ada", key: true } as Posted);

  it.each<[string, object]>([
    ["of an empty patch", { data: {} }],
    ["that says the same again", { data: { headline: "News" } }],
    ["that takes away what is not there", { data: { text: null, parties: null } }],
    ["that gives the same time", { occurredAt: "2025-02-10T12:05:00.000Z" }],
    ["that writes the same time otherwise", { occurredAt: "2025-02-10T12:05:00+00:00" }],
    ["that gives the same precision", { precision: "minute" }],
    ["that gives the same sources", { sources: [{ publisher: "AFP" }] }],
    ["that says of everything what was said", { byline: "Ada", key: true, certainty: "reported", precision: "minute", data: {} }],
  ])("%s", (_, replacement) => {
    for (const edit of ["correction", "update", "clarification", "minor"] as const)
      given(...scene, told)
        .when(edited(edit, 6, replacement))
        .thenRefused("edit-changes-nothing");
  });

  it.each<[string, object]>([
    ["that it is confirmed", { certainty: "confirmed" }],
    ["that it is no key moment", { key: false }],
    ["that it has no sources", { sources: [] }],
    ["that it has no pictures", { media: [] }],
  ])("that says what goes without saying: %s", (_, replacement) => {
    given(...scene, development("News"))
      .when(corrected(6, replacement))
      .thenRefused("edit-changes-nothing", { pointer: "/data/replacement" });
  });

  it.each<[string, object]>([
    ["a fraction of a second", { occurredAt: "2025-02-10T12:05:00.001Z" }],
    ["the place whose time it is", { occurredAt: "2025-02-10T13:05:00+01:00" }],
    ["a precision", { precision: "hour" }],
    ["a source", { sources: [{ publisher: "AP" }] }],
    ["that nobody is named for it", { sources: [] }],
    ["one letter", { data: { headline: "news" } }],
  ])("and one that changes this alone is not: %s", (_, replacement) => {
    given(...scene, told)
      .when(corrected(6, replacement))
      .then({ corrections: { total: 1 } });
  });

  it("by what the event says now, not by what it said at first", () => {
    given(...scene, development("One"), corrected(6, { data: { headline: "Two" } }))
      .when(corrected(6, { data: { headline: "Two" } }))
      .thenRefused("edit-changes-nothing");
    given(...scene, development("One"), corrected(6, { data: { headline: "Two" } }))
      .when(corrected(6, { data: { headline: "One" } }))
      .then({ corrections: { total: 2 } });
  });

  it("and its faults are told before that", () => {
    given(...scene, development("One"))
      .when(corrected(6, { data: { headline: null } }))
      .thenInvalid("/data/replacement/data/headline");
  });
});

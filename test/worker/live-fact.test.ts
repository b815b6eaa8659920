/** What stands on a card besides the sentence, in both languages; and prices against each other in words. */
import { describe, expect, it } from "vitest";
import { textOf } from "../../events/tell/runs.ts";
import { type Card, cardOf } from "../../projections/card.ts";
import { foldFromZero } from "../../projections/fold.ts";
import type { StatusState } from "../../projections/status.ts";
import { liveFactOf } from "../../worker/pages/stories/live-fact.ts";
import { compare } from "../../worker/pages/story/compared.ts";
import { accepted, announced, at, concluded, insult, offer, type Posted, proposal, scene, usd } from "../support/drafts.ts";
import { recorded } from "../support/given.ts";
import { words } from "../support/words.ts";

const cardFor = (...drafts: Posted[]): Card => {
  const { states, story } = foldFromZero(recorded(...scene, ...drafts));
  return cardOf(states.status as StatusState, story);
};

/** The fact in both languages, spaces of all widths alike. */
const told = (card: Card, now: string): string[] =>
  (["en", "fr"] as const).map((language) =>
    textOf(liveFactOf(card, { language, words: words[language], storyLanguage: "en", now: Date.parse(now) })).replaceAll(
      /\s/g,
      " ",
    ),
  );

const share = (amount: string, more = {}) => ({ price: { ...usd(amount), basis: "per-share" as const }, ...more });

describe("the live fact", () => {
  const bids = cardFor(
    at("13:00", offer("low", { by: "b", ...share("29") })),
    at("14:00", offer("high", share("31", { expiresAt: "2025-12-10T22:00:00Z" }))),
  );

  it("is the highest price, of how many bids, until when", () => {
    expect(told(bids, "2025-02-11T12:00:00Z")).toEqual([
      "$31 a share · 2 bids · until 10 December",
      "31 $ par action · 2 offres · jusqu’au 10 décembre",
    ]);
  });

  it("leaves out a deadline that has passed", () => {
    expect(told(bids, "2025-12-10T23:00:00Z")).toEqual(["$31 a share · 2 bids", "31 $ par action · 2 offres"]);
  });

  it("is what was agreed, and what comes next", () => {
    const card = cardFor(at("13:00", offer("one", share("31"))), at("14:00", accepted("one")), at("15:00", announced()));
    expect(told(card, "2025-02-11T12:00:00Z")).toEqual([
      "$31 a share · agreed · 10 March: The board meets",
      "31 $ par action · accord trouvé · 10 mars : The board meets",
    ]);
    expect(told(card, "2025-03-11T00:00:00Z")[0]).toBe("$31 a share · agreed");
  });

  it("of a feud is how many insults there were, and when the last", () => {
    const card = cardFor(at("13:00", insult()), at("14:00", insult()));
    expect(told(card, "2025-02-10T23:00:00Z")).toEqual(["2 insults · last today", "2 insultes · la dernière aujourd’hui"]);
    expect(told(card, "2025-02-11T01:00:00Z")).toEqual(["2 insults · last yesterday", "2 insultes · la dernière hier"]);
    expect(told(card, "2025-02-13T01:00:00Z")[1]).toBe("2 insultes · la dernière il y a 3 jours");
    expect(told(card, "2026-02-13T01:00:00Z")[0]).toBe("2 insults · last on 10 February 2025");
  });

  it("of a proposal without a price is whose word is awaited", () => {
    expect(told(cardFor(at("13:00", proposal("fight"))), "2025-02-11T12:00:00Z")).toEqual([
      "awaiting B",
      "réponse attendue de B",
    ]);
  });

  it("is none of a story that is over", () => {
    expect(told(cardFor(at("13:00", insult()), at("14:00", concluded())), "2025-02-11T12:00:00Z")).toEqual(["", ""]);
  });
});

describe("a ratio", () => {
  it.each([
    ["1.10465", "10.5% more", "10,5 % de plus"],
    ["0.1", "90% less", "90 % de moins"],
    ["1", "the same", "autant"],
    ["1.0004", "0.04% more", "0,04 % de plus"],
    ["2.14", "2.1 times as much", "2,1 fois plus"],
  ])("of %s is told as what is more or less", (ratio, en, fr) => {
    expect([compare(words.en, ratio).text, compare(words.fr, ratio).text.replaceAll(/\s/g, " ")]).toEqual([en, fr]);
  });
});

/** Kinds of sentences that real and random stories showed to be false or clumsy, each by its smallest case. */
import { describe, expect, it } from "vitest";
import { plain } from "../../events/tell/runs.ts";
import { renderSituation } from "../../projections/sentence/render.ts";
import { opened } from "../support/drafts.ts";
import { given } from "../support/given.ts";
import * as s from "../support/situations.ts";
import * as t from "./telling.ts";

const { agreed, offered, bid, unanswered, proposal, alpha, beta, gamma, target, union, machinists, cma, usd, gbp } = s;
const studios = s.org("Target Studios", { of: "target" });
const [ten, twelve] = [usd("10000000000"), usd("12000000000")];

const told = (situation: s.SentenceRow["situation"], language: "en" | "fr") =>
  plain(renderSituation(situation, language, 2025)).replace(/[\u00a0\u202f]/g, " ");

describe("the sentence on where a story stands", () => {
  it.each<[string, s.SentenceRow]>([
    [
      "names the target again after a bid for another",
      {
        situation: agreed(bid(alpha, target, ten), {
          rivals: [bid(beta, studios, twelve), bid(gamma, target, gbp("9000000000"))],
        }),
        en: "Target has agreed to be bought by Alpha for $10bn; Beta is bidding $12bn for Target Studios and Gamma £9bn for Target.",
        fr: "Target a accepté l’offre de 10 milliards de dollars d’Alpha ; Beta offre 12 milliards de dollars pour Target Studios, et Gamma 9 milliards de livres sterling pour Target.",
      },
    ],
    [
      "tells apart two bids of one bidder",
      {
        situation: offered(
          unanswered(alpha, target, ten, { openUntil: s.day("2025-11-10") }),
          unanswered(alpha, studios, twelve, { against: [gamma] }),
        ),
        en: "Alpha is bidding $10bn for Target and $12bn for Target Studios; the former is open until 10 November, Gamma opposes the latter, Target has yet to answer the former, and Target Studios has yet to answer the latter.",
        fr: "Alpha offre 10 milliards de dollars pour Target et 12 milliards de dollars pour Target Studios ; la première est valable jusqu’au 10 novembre, Gamma s’oppose à la seconde, Target n’a pas encore répondu à la première, et Target Studios n’a pas encore répondu à la seconde.",
      },
    ],
    [
      "says once who is silent on two proposals of one party",
      {
        situation: offered(proposal(union, machinists, "a pay deal"), proposal(union, machinists, "a shorter week")),
        en: "The machinists’ union has proposed a pay deal to Boeing’s machinists, and the machinists’ union has proposed a shorter week to Boeing’s machinists; Boeing’s machinists have yet to answer either.",
        fr: "Le syndicat des machinistes fait une proposition (« a pay deal ») aux machinistes de Boeing, et le syndicat des machinistes fait une proposition (« a shorter week ») aux machinistes de Boeing ; les machinistes de Boeing n’ont encore répondu ni à l’une ni à l’autre.",
      },
    ],
    [
      "does not say of whoever blocks a bid that it is against it too",
      {
        situation: offered(unanswered(alpha, target, ten, { blockedBy: [s.blocker(cma)], against: [cma, gamma] })),
        en: "Alpha is bidding $10bn for Target; the CMA has blocked the offer, Gamma opposes it, and Target has yet to answer.",
        fr: "Alpha offre 10 milliards de dollars pour Target, qui n’a pas encore répondu ; la CMA bloque l’opération, et Gamma s’oppose à l’offre.",
      },
    ],
  ])("%s", (_, { situation, en, fr }) => {
    expect(told(situation, "en")).toBe(en);
    expect(told(situation, "fr")).toBe(fr);
  });

  const tender = [
    opened(),
    t.firm("alpha", "Alpha"),
    t.firm("target", "Target"),
    t.firm("board", "Target’s board", { of: "target" }),
    t.person("founder", "Dell", { of: "target" }),
    t.group("holders", "Target’s shareholders", { of: "target", plural: true }),
    t.offer("bid", "alpha", { target: "target", to: "holders", price: t.usd("10000000000") }),
  ];

  it("tells a board that answers a bid put to the shareholders as asking, and not as buying its own company", () => {
    given(...tender)
      .when(t.counter("answer", "bid", "board", { target: "target", price: t.usd("15000000000") }))
      .then({
        status: { headline: expect.stringMatching(/Target’s board has countered by asking Alpha to pay \$15bn for Target/) },
      });
  });

  it("tells a founder who outbids somebody for the company as bidding", () => {
    given(...tender)
      .when(t.counter("answer", "bid", "founder", { target: "target", to: "holders", price: t.usd("15000000000") }))
      .then({ status: { headline: expect.stringMatching(/^Dell has countered with a \$15bn offer for Target/) } });
  });
});

/** What holds of the sentence on every state that can be reached: it is well made, and it hides nothing that stands. */
import { expect, it } from "vitest";
import { standingOffers } from "../../events/offers/standing.ts";
import { type Language, languages } from "../../events/tell/languages.ts";
import { projections, type ViewOf } from "../../projections/registry.ts";
import {
  accepted,
  blocked,
  cleared,
  closed,
  lapsed,
  opened,
  type Posted,
  party,
  rejected,
  revised,
  terminated,
  usd,
  withdrawn,
} from "./drafts.ts";
import { type Alphabet, type Reached, visitReachable } from "./reachable.ts";
import { styleFaults } from "./style.ts";

/** How many acts are tried one after the other: `REACH=6` goes further, and takes minutes. */
const depth = Number(process.env.REACH ?? 5);

/** Without `LONG=1` every state that four acts reach, and what one in eight of those comes to by one more: others each time. */
const isLong = process.env.LONG !== undefined || process.env.REACH !== undefined;
const goesOn = (acts: number): boolean => isLong || acts < 4 || Math.random() < 1 / 8;

/** So many billions of dollars. */
export const billions = (amount: string) => usd(`${amount}000000000`);
/** The parties of every world. */
const cast: readonly Posted[] = [
  opened(),
  party("a", { name: "Alpha" }),
  party("b", { name: "Beta" }),
  party("t", { name: "Target" }),
];

/** What can be done about an offer by whoever decides on it, by a third party, by its maker, and by nobody who is named. */
export const actsOn = (slug: string, decides: string, other: string, price: string): Alphabet => ({
  [`${slug} raised`]: revised(slug, { price: billions(price) }),
  [`${slug} prolonged`]: revised(slug, { expiresAt: "2025-12-01T00:00:00Z" }),
  [`${slug} accepted`]: accepted(slug, decides),
  [`${slug} rejected`]: rejected(slug, decides),
  [`${slug} advised against`]: rejected(slug, other),
  [`${slug} withdrawn`]: withdrawn(slug),
  [`${slug} lapsed`]: lapsed(slug),
  [`${slug} blocked`]: blocked(slug, other),
  [`${slug} cleared`]: cleared(slug, other),
  [`${slug} terminated`]: terminated(slug, { by: decides }),
  [`${slug} closed`]: closed(slug),
});

/** Who a sentence may begin with, in each language: a party, or what it has made. */
const subject: Record<Language, RegExp> = {
  en: /^(Alpha|Beta|Target|The (deal|agreement|offer|proposal))\b/,
  fr: /^(Alpha|Beta|Target|L’(offre|accord)|La (demande|contre-offre|proposition|contre-proposition))/,
};

/** The verbs of the sentences, in their finite forms. */
const verb: Record<Language, RegExp> = {
  en: /\b(is|are|has|have|opposes?|backs?)\b/,
  fr: /(?<!\p{L})(a|ont|est|sont|n’a|n’ont|propose|proposent|offre|offrent|demande|demandent|réclame|réclament)(?!\p{L})/u,
};

/** That nothing is open, in any words. */
const nothingOpen =
  /no (other )?(offer|bid|proposal) (is|remains)|off the table|aucune (autre )?(offre|proposition)|plus d’offre/i;

/** The amounts that a sentence has to tell: of what is agreed to; else of all that stands, where those are two at most. */
const owedBy = ({ stage, agreements, standingOffers }: ViewOf<"status">): string[] => {
  const told =
    stage === "agreed" ? agreements.slice(0, 1) : stage === "closed" || standingOffers.length > 2 ? [] : standingOffers;
  return told.flatMap(({ price }) => (price ? price.amount.replace(/0{9}$/, "") : []));
};

const faultsOf = ({ folded }: Reached, view: ViewOf<"status">, language: Language): string[] => {
  const { headline, stage } = view;
  const isOver = stage !== "agreed" && stage !== "offered" && stage !== "countered" && stage !== "closed";
  return [
    ...styleFaults(headline, language),
    ...(subject[language].test(headline) ? [] : ["has no subject first"]),
    ...(verb[language].test(headline) ? [] : ["has no verb"]),
    ...(/^\p{Lu}[^.]*(\.\d[^.]*)*[^.]\.$/u.test(headline) ? [] : ["has no capital first or no single full stop last"]),
    ...owedBy(view).flatMap((amount) =>
      new RegExp(`(?<!\\d)${amount}(?!\\d)`).test(headline) ? [] : [`does not tell ${amount}`],
    ),
    ...(view.agreements.length > 0 === (stage === "agreed") ? [] : ["is not agreed where there is an agreement"]),
    ...(standingOffers(folded.story).length > 0 && (isOver || nothingOpen.test(headline)) ? ["hides an offer that stands"] : []),
  ];
};

/** Tries every way that leads to a state, and tells it in each language. `least`: so many states five acts reach. */
export const tellsEveryState = (world: string, alphabet: Alphabet, least: number): void =>
  it(`tells every state of ${world}`, () => {
    const faults: Record<string, string[]> = {};
    const look = (state: Reached): void => {
      for (const language of languages) {
        // The registry's own type of the view.
        const view = projections.status.view(state.folded.states.status, state.folded.story, language) as ViewOf<"status">;
        const found = faultsOf(state, view, language);
        if (found.length > 0 && Object.keys(faults).length < 20) faults[`${state.acts.join(", ")}: ${view.headline}`] = found;
      }
    };
    const reached = visitReachable(cast, alphabet, depth, look, goesOn);
    expect(faults).toEqual({});
    expect(reached).toBeGreaterThan(depth < 5 ? 100 : isLong ? least : least / 10);
  }, 600_000);

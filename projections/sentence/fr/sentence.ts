/** Where a story stands, in one French sentence, as Le Monde would print it. */
import { french } from "../../../events/tell/fr/grammar.ts";
import type { Wording } from "../../../events/tell/offer-told.ts";
import type { Runs } from "../../../events/tell/runs.ts";
import { firstSentences } from "../../../events/tell/shorten.ts";
import type { Situation } from "../situation.ts";
import {
  agreedInFrench,
  closedInFrench,
  lapsedInFrench,
  rejectedInFrench,
  terminatedInFrench,
  withdrawnInFrench,
} from "./decided.ts";
import { quarrelInFrench } from "./quarrel.ts";
import { standingInFrench } from "./standing.ts";

const { say, words, sentence } = french;

/** How many characters of an editor's own words the sentence holds. */
const most = 240;

/** One renderer a stage. */
const renderers: { [Stage in Situation["stage"]]: (situation: Extract<Situation, { stage: Stage }>, year?: number) => Runs } = {
  concluded: ({ outcome }) => inOwnWords(outcome),
  agreed: agreedInFrench,
  closed: closedInFrench,
  offered: standingInFrench,
  countered: standingInFrench,
  rejected: rejectedInFrench,
  withdrawn: withdrawnInFrench,
  lapsed: lapsedInFrench,
  terminated: terminatedInFrench,
  quarrel: quarrelInFrench,
  opened: ({ words: newest }) => (newest === undefined ? sentence(say`aucun fait n’a encore été rapporté`) : inOwnWords(newest)),
};

const inOwnWords = ({ text, language }: Wording): Runs => sentence(words({ text: firstSentences(text, most), language }));

/** The sentence: a capital first, one full stop last. The year is left out of dates where it is `year`. */
export const renderFrench = (situation: Situation, year?: number): Runs => {
  // The stage picks the renderer that takes this very situation, which the type of a look-up cannot tell.
  const render = renderers[situation.stage] as (situation: Situation, year?: number) => Runs;
  return render(situation, year);
};

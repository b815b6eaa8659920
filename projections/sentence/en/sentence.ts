/** Where a story stands, in an English sentence. */
import { english } from "../../../events/tell/en/grammar.ts";
import type { Wording } from "../../../events/tell/offer-told.ts";
import type { Runs } from "../../../events/tell/runs.ts";
import { firstSentences } from "../../../events/tell/shorten.ts";
import type { Situation } from "../situation.ts";
import { agreedSentence, closedSentence } from "./agreed.ts";
import { lapsedSentence, rejectedSentence, terminatedSentence, withdrawnSentence } from "./ended.ts";
import { offersThatStand } from "./offered.ts";
import { quarrelSentence } from "./quarrel.ts";

const { say, words, sentence } = english;

/** How many characters of an editor's own words stand in a sentence's place. */
const most = 240;

/** The whole sentence, with a capital first and one full stop last. Dates of `year` are told without it. */
export const renderEnglish = (situation: Situation, year?: number): Runs => sentence(told(situation, year));

const told = (situation: Situation, year: number | undefined): Runs => {
  switch (situation.stage) {
    case "concluded":
      return inOwnWords(situation.outcome);
    case "agreed":
      return agreedSentence(situation);
    case "closed":
      return closedSentence(situation);
    case "offered":
    case "countered":
      return offersThatStand(situation.bids, situation.standing, year);
    case "rejected":
      return rejectedSentence(situation);
    case "withdrawn":
      return withdrawnSentence(situation);
    case "lapsed":
      return lapsedSentence(situation);
    case "terminated":
      return terminatedSentence(situation);
    case "quarrel":
      return quarrelSentence(situation, year);
    case "opened":
      return situation.words === undefined ? say`nothing has been reported yet` : inOwnWords(situation.words);
  }
};

const inOwnWords = ({ text, language }: Wording): Runs => words({ text: firstSentences(text, most), language });

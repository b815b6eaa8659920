/** All rows of the table of sentences, by what they are about. */
import { agreedRows } from "./agreed-rows.ts";
import { bidsRows } from "./bids-rows.ts";
import { closedRows } from "./closed-rows.ts";
import { endedRows, rejectedRows } from "./ended-rows.ts";
import { namesRows } from "./names-rows.ts";
import { proposalsRows } from "./proposals-rows.ts";
import { reportedRows } from "./reported-rows.ts";
import { twoBidsRows } from "./two-bids-rows.ts";
import { quarrelRows, wordsRows } from "./words-rows.ts";

export const sentenceTables = {
  bids: bidsRows,
  reported: reportedRows,
  proposals: proposalsRows,
  "two bids": twoBidsRows,
  agreements: agreedRows,
  closings: closedRows,
  rejections: rejectedRows,
  endings: endedRows,
  quarrels: quarrelRows,
  "own words": wordsRows,
  names: namesRows,
};

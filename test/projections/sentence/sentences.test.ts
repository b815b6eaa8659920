/** The table of sentences: where a story stands, and how a business desk would print it. */
import { describe, expect, it } from "vitest";
import { plain } from "../../../events/tell/runs.ts";
import { renderEnglish } from "../../../projections/sentence/en/sentence.ts";
import { bidsRows } from "./bids-rows.ts";
import { proposalsRows } from "./proposals-rows.ts";
import { reportedRows } from "./reported-rows.ts";
import { twoBidsRows } from "./two-bids-rows.ts";

const tables = { bids: bidsRows, reported: reportedRows, proposals: proposalsRows, "two bids": twoBidsRows };

describe.each(Object.entries(tables))("of %s", (_, rows) => {
  it.each(rows.map(({ en, situation }) => [en, situation] as const))("says in English: %s", (en, situation) => {
    expect(plain(renderEnglish(situation, 2025))).toBe(en);
  });
});

/** The table of sentences: where a story stands, and how a business desk would print it. */
import { describe, expect, it } from "vitest";
import { plain } from "../../../events/tell/runs.ts";
import { renderSituation } from "../../../projections/sentence/render.ts";
import { styleFaults } from "../../support/style.ts";
import { sentenceTables } from "./tables.ts";

const year = 2025;

describe.each(Object.entries(sentenceTables))("of %s", (_, rows) => {
  it.each(rows.map(({ en, situation }) => [en, situation] as const))("says in English: %s", (en, situation) => {
    expect(plain(renderSituation(situation, "en", year))).toBe(en);
    expect(styleFaults(en, "en")).toEqual([]);
  });

  const inFrench = rows.filter(({ fr }) => fr !== "");
  it.each(inFrench.map(({ fr, situation }) => [fr, situation] as const))("says in French: %s", (fr, situation) => {
    expect(plain(renderSituation(situation, "fr", year))).toBe(fr);
    expect(styleFaults(fr, "fr")).toEqual([]);
  });
});

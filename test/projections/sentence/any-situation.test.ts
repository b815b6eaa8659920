/** Whatever a situation is, its sentence is well written. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languages } from "../../../events/tell/languages.ts";
import { merged, plain, textOf } from "../../../events/tell/runs.ts";
import { renderSituation } from "../../../projections/sentence/render.ts";
import { anySituation } from "../../support/arbitrary-situations.ts";
import { styleFaults } from "../../support/style.ts";

describe.each(languages)("a sentence in %s", (language) => {
  it("begins with a capital, ends once, and has no fault of grammar or typography", () => {
    void fc.assert(
      fc.property(anySituation, (situation) => {
        const sentence = plain(renderSituation(situation, language, 2025));
        expect({ sentence, faults: styleFaults(sentence, language) }).toEqual({ sentence, faults: [] });
      }),
      { numRuns: 2000 },
    );
  });

  it("isolates nothing that runs its own way, and leaves no half of a character", () => {
    void fc.assert(
      fc.property(anySituation, (situation) => {
        const runs = renderSituation(situation, language, 2025);
        expect(textOf(runs).isWellFormed()).toBe(true);
        expect(runs.filter(({ direction }) => direction === "ltr")).toEqual([]);
        expect(merged(runs)).toEqual(runs);
      }),
    );
  });
});

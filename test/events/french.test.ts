import { describe, expect, it } from "vitest";
import { french } from "../../events/french.ts";

describe("a French template", () => {
  it("keeps its punctuation and its guillemets on the line of the word that they belong to", () => {
    expect(french`Il dit : « non » ; pourquoi ? Non !`).toBe("Il dit\u00a0: «\u00a0non\u00a0»\u202f; pourquoi\u202f? Non\u202f!");
  });

  it("leaves what is put into it as its author wrote it", () => {
    expect(french`Il dit : ${"a : b ; « c »"} (${2})`).toBe("Il dit\u00a0: a : b ; « c » (2)");
  });
});

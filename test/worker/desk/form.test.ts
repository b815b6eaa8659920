/** Forms follow from schemas: a new event type has its form with no line elsewhere, and any form reads back as the event that filled it. */
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { parseDrafts } from "../../../events/parse.ts";
import { definitionOf } from "../../../events/registry.ts";
import { introduces, price, prose, quote, refersTo, refersToParties, text } from "../../../events/values.ts";
import { fieldsOfData } from "../../../worker/desk/form/fields.ts";
import { labelOf } from "../../../worker/desk/form/labels.ts";
import { proposedSlug, slugOf, sourceOfAddress } from "../../../worker/desk/form/proposals.ts";
import { readForm } from "../../../worker/desk/form/read-form.ts";
import { typedFormOf } from "../../../worker/desk/form/typed-form.ts";
import { type PartialEvent, writeForm } from "../../../worker/desk/form/write-form.ts";
import { deskWords } from "../../../worker/desk/words/registry.ts";
import { always } from "../../support/always.ts";
import { posted } from "../../support/arbitrary.ts";

const setting = {
  now: Date.parse("2025-02-12T09:30:00Z"),
  zone: "Europe/Paris",
  language: "en" as const,
  currency: "USD",
  isTaken: () => false,
};

/** The fields of data that say something. */
const saidIn = (data: unknown): string[] =>
  Object.entries(data as object)
    .flatMap(([name, value]) => (typeof value === "object" && value !== null && Object.keys(value).length === 0 ? [] : [name]))
    .sort();

/** An event type that nobody has thought of. */
const planted = {
  type: "StakeBuilt",
  data: z.strictObject({
    offer: refersTo("offer"),
    stake: introduces("offer"),
    by: refersToParties(),
    paid: price,
    hostileIntent: z.optional(z.boolean()),
    venue: z.enum(["market", "private"]),
    remarks: z.optional(prose(500)),
    nickname: text(50),
    quote: z.optional(quote),
  }),
};

describe("a form", () => {
  it("is there for an event type that was planted, with words that can be read", () => {
    expect(fieldsOfData(planted.data).map(({ name, kind, required }) => [name, kind, required])).toEqual([
      ["offer", "offer", true],
      ["stake", "slug", true],
      ["by", "parties", true],
      ["paid", "money", true],
      ["hostileIntent", "boolean", false],
      ["venue", "choice", true],
      ["remarks", "prose", false],
      ["nickname", "text", true],
      ["quote", "group", false],
    ]);
    expect(labelOf(deskWords.en, "hostileIntent")).toBe("Hostile intent");
    expect(labelOf(deskWords.fr, "StakeBuilt")).toBe("Stake built");
    const form = typedFormOf([
      ["data.offer", "musk-bid"],
      ["data.by", "musk"],
      ["data.by", "page"],
      ["data.paid", "54.20/share"],
      ["data.venue", "market"],
      ["data.nickname", "the Raid"],
      ["data.quote.text", "we have the money and it is ours"],
      ["occurredAt", "yesterday"],
    ]);
    const { posted, faults, understood } = readForm(planted, form, setting);
    expect(faults).toEqual([]);
    expect(posted).toEqual({
      type: "StakeBuilt",
      occurredAt: "2025-02-11T00:00:00+01:00",
      precision: "day",
      data: {
        offer: "musk-bid",
        stake: "bid",
        by: ["musk", "page"],
        paid: { amount: "54.20", currency: "USD", basis: "per-share" },
        venue: "market",
        nickname: "the Raid",
        quote: { text: "we have the money and it is ours", language: "en" },
      },
    });
    expect(planted.data.safeParse(posted.data).success).toBe(true);
    expect(understood.find(({ name }) => name === "data.paid")?.notes).toEqual(["currency"]);
  });

  it("reads back as any event that filled it, in both languages", () => {
    always(posted, (event) => {
      const definition = definitionOf(event.type);
      // Pictures are uploaded, and a correction has a page of its own.
      if (event.type === "EventCorrected" || "media" in event) return;
      // The arbitrary speaks of any type; the schema has vouched for its precision.
      const said = event as PartialEvent;
      for (const language of ["en", "fr"] as const) {
        const form = writeForm(definition, said, { ...setting, language });
        const { posted: again, faults } = readForm(definition, form, { ...setting, language });
        expect([event, faults]).toEqual([event, []]);
        const parsed = parseDrafts(again);
        if ("faults" in parsed) throw new Error(`${JSON.stringify(event)}: ${JSON.stringify(parsed.faults)}`);
        // A list or a record of nothing says nothing on a form.
        expect([event.type, saidIn(again.data)]).toEqual([event.type, saidIn(event.data)]);
      }
    });
  });

  it("proposes slugs from names, and a source from its address", () => {
    expect(slugOf("Société générale’s “Board” & Co.")).toBe("societe-generale-board-co");
    expect(slugOf("合同")).toBe("item");
    expect(proposedSlug("party", { name: "Elon Musk", kind: "person" })).toBe("elon-musk");
    expect(proposedSlug("offer", { by: "elon-musk" })).toBe("elon-musk-bid");
    expect(proposedSlug("question", { text: "What moved Musk to make the offer?" })).toBe("what-moved-musk-to-make-the");
    expect(sourceOfAddress("https://www.ft.com/content/1234")).toEqual({
      publisher: "Financial Times",
      url: "https://www.ft.com/content/1234",
    });
    expect(sourceOfAddress("https://news.bay-times.co.uk/a/musk-bids-for-openai.html")).toMatchObject({
      publisher: "Bay Times",
      title: "Musk bids for openai",
    });
    expect(sourceOfAddress("javascript:alert(1)")).toBeUndefined();
  });
});

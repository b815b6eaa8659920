/** People change sides, and what was told of earlier times stays as it was told. */
import { describe, expect, it } from "vitest";
import { foldFromZero } from "../../projections/fold.ts";
import { pageOfLog } from "../../projections/pages.ts";
import { entriesOf } from "../../projections/timeline.ts";
import { opened } from "../support/drafts.ts";
import { given, recorded } from "../support/given.ts";
import * as t from "./telling.ts";

const market = [
  opened(),
  t.firm("psg", "PSG"),
  t.firm("real", "Real Madrid"),
  t.person("mbappe", "Mbappé", { of: "psg" }),
  t.offer("bid", "real", { to: "psg", target: "mbappe", price: t.eur("160000000") }),
];

describe("a player who has moved to the club that bid for him", () => {
  it("was bought by it, and not from it", () => {
    given(...market, t.accepted("bid", "psg"), t.closed("bid"))
      .when(t.changed("mbappe", { of: "real" }))
      .then({
        status: { stage: "closed", headline: "Real Madrid has bought Mbappé for €160mn." },
      });
  });

  it("was bid for, in the headline of then", () => {
    const log = recorded(...market, t.changed("mbappe", { of: "real" }));
    const { story } = foldFromZero(log, []);
    const entries = entriesOf(pageOfLog(log, { order: "asc" }, story), story, "en");
    expect(entries.find(({ version }) => version === 5)?.headline).toMatch(/offer|bid/);
    expect(entries.find(({ version }) => version === 5)?.headline).not.toMatch(/ask/);
  });
});

describe("a chief executive who has gone", () => {
  const countered = [
    opened(),
    t.firm("alpha", "Alpha"),
    t.firm("target", "Target"),
    t.firm("other", "Other"),
    t.person("chief", "Chief", { of: "target" }),
    t.offer("bid", "alpha", { target: "target", price: t.usd("10000000000") }),
    t.counter("answer", "bid", "chief", { target: "other", price: t.usd("1000000000") }),
  ];

  it("has answered for the company all the same", () => {
    given(...countered)
      .when(t.changed("chief", { of: null }))
      .then({
        status: { standingOffers: [{ offer: "answer" }], awaiting: [{ party: "alpha", offer: "answer" }] },
      });
  });
});

describe("a president who has left office", () => {
  const blocked = [
    opened(),
    t.firm("alpha", "Alpha"),
    t.firm("target", "Target"),
    t.firm("house", "the White House"),
    t.person("old", "Old", { of: "house" }),
    t.person("new", "New", { of: "house" }),
    t.offer("bid", "alpha", { target: "target" }),
    t.accepted("bid", "target"),
    t.blocked("bid", "old"),
  ];

  it("blocked for the body, and still does so while nobody has cleared", () => {
    given(...blocked)
      .when(t.changed("old", { of: null }))
      .then({
        status: { blockedBy: [{ party: "old", body: { party: "house" } }] },
      });
  });

  it("blocks no more once whoever came after has cleared", () => {
    given(...blocked, t.changed("old", { of: null }))
      .when(t.cleared("bid", "new"))
      .then({ status: { blockedBy: [] } });
  });
});

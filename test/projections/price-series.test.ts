/** The prices of bids over time: what is on one scale, from when to when, and what befell it. */
import { describe, expect, it } from "vitest";
import { foldFromZero } from "../../projections/fold.ts";
import { pricePlots } from "../../projections/price-series.ts";
import { bidsOf, bidsShown } from "../../projections/priced-bids.ts";
import { sparkOf } from "../../projections/spark.ts";
import { accepted, at, closed, offer, type Posted, rejected, revised, scene, usd, withdrawn } from "../support/drafts.ts";
import { recorded, viewOf } from "../support/given.ts";

const eur = (amount: string) => ({ amount, currency: "EUR" });
const share = (amount: string) => ({ ...usd(amount), basis: "per-share" as const });
const logOf = (drafts: readonly Posted[]) => recorded(...scene, ...drafts);
const plots = (...drafts: Posted[]) => pricePlots(bidsShown(viewOf(logOf(drafts), "offers").offers));
const hour = (time: string) => Date.parse(`2025-02-10T${time}:00Z`);

describe("the prices of bids over time", () => {
  it("are steps: each holds until the next of its bidder, and the last while it stands", () => {
    const [plot] = plots(
      at("13:00", offer("one", { price: share("20") })),
      at("14:00", offer("two", { by: "b", price: share("22") })),
      at("15:00", revised("one", { price: share("24") })),
      at("16:00", withdrawn("two")),
    );
    expect(plot?.measure).toEqual({ currency: "USD", basis: "per-share" });
    const levels = plot?.series.map(({ by, levels }) => [by, ...levels.map(({ from, to, value }) => [from, to, value])]);
    const end = plot?.to ?? 0;
    expect(levels).toEqual([
      ["a", [hour("13:00"), hour("15:00"), 20], [hour("15:00"), end, 24]],
      ["b", [hour("14:00"), hour("16:00"), 22]],
    ]);
    expect(end).toBeGreaterThan(hour("16:00"));
  });

  it("are told against the bid before, whoever made it", () => {
    const [plot] = plots(
      at("13:00", offer("one", { price: share("20") })),
      at("14:00", offer("two", { by: "b", price: share("22.1") })),
      at("15:00", revised("one", { price: share("11.05") })),
    );
    expect(plot?.steps.map(({ before }) => before)).toEqual([undefined, "1.105", "0.5"]);
  });

  it("are none where one bid stands alone, or is only said again", () => {
    expect(plots(at("13:00", offer("one", { price: share("20") })))).toEqual([]);
    expect(plots(...["13", "14"].map((hour) => at(`${hour}:00`, offer(`at-${hour}`, { price: share("20") }))))).toEqual([]);
    expect(plots(at("13:00", offer("one")), at("14:00", offer("two", { by: "b" })))).toEqual([]);
  });

  it("of a share and of the whole stand on one scale by what they come to", () => {
    const [plot, ...others] = plots(
      at("13:00", offer("one", { price: share("20"), equivalents: [{ ...usd("2000000000"), as: "equity-value" }] })),
      at("14:00", offer("two", { by: "b", price: usd("2200000000") })),
    );
    expect(others).toEqual([]);
    expect(plot?.measure).toEqual({ currency: "USD", basis: "total" });
    expect(plot?.steps.map(({ amount, price }) => [amount, price.amount])).toEqual([
      ["2000000000", "20"],
      ["2200000000", "2200000000"],
    ]);
  });

  it("in two currencies stand on one scale by what is said of them, and on none where nothing is", () => {
    const dollars = at("13:00", offer("one", { price: usd("100") }));
    const converted = at("14:00", offer("two", { by: "b", price: eur("90"), equivalents: [{ ...usd("99"), as: "conversion" }] }));
    expect(plots(dollars, converted)[0]?.steps.map(({ amount }) => amount)).toEqual(["100", "99"]);
    expect(plots(dollars, at("14:00", offer("two", { by: "b", price: eur("90") })))).toEqual([]);
  });

  it("never stand on one scale with those of the enterprise, or for something else", () => {
    const whole = at("13:00", offer("one", { price: usd("100") }));
    const enterprise = { ...usd("120"), as: "enterprise-value" as const };
    const other = at("14:00", offer("two", { by: "b", price: share("9"), equivalents: [enterprise] }));
    expect(plots(whole, other)).toEqual([]);
    expect(plots(whole, at("14:00", offer("two", { by: "b", target: "c", price: usd("90") })))).toEqual([]);
  });

  it("come with what befell them, and with no deadline that an end has overtaken", () => {
    const [plot] = plots(
      at("13:00", offer("one", { price: share("20"), expiresAt: "2025-02-11T00:00:00Z" })),
      at("14:00", offer("two", { by: "b", price: share("22"), expiresAt: "2025-02-12T00:00:00Z" })),
      at("15:00", rejected("one")),
      at("16:00", accepted("two")),
      at("17:00", closed("two")),
    );
    const marks = plot?.series.map(({ by, marks }) => [by, marks.map(({ event, time, value }) => [event, time, value])]);
    expect(marks).toEqual([
      ["a", [["rejected", hour("15:00"), 20]]],
      [
        "b",
        [
          ["agreed", hour("16:00"), 22],
          ["closed", hour("17:00"), 22],
        ],
      ],
    ]);
  });
});

describe("the small plot of a card", () => {
  const small = (...drafts: Posted[]) => {
    const [plot] = pricePlots(bidsOf(foldFromZero(logOf(drafts)).story));
    return plot && sparkOf(plot);
  };

  it("has a path a bidder, and the first and the newest price", () => {
    const spark = small(
      at("13:00", offer("one", { price: share("20") })),
      at("14:00", offer("two", { by: "b", price: share("22") })),
      at("15:00", revised("one", { price: share("24") })),
    );
    expect(spark?.paths).toEqual([expect.stringMatching(/^M3 37H\d+V3H117$/), expect.stringMatching(/^M\d+ 20H117$/)]);
    expect([spark?.first, spark?.last]).toEqual([usd("20"), usd("24")]);
  });

  it("is none where nobody raised", () => {
    expect(
      small(at("13:00", offer("one", { price: usd("20") })), at("14:00", offer("two", { by: "b", price: usd("22") }))),
    ).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import { ratioOf } from "../../../events/offers/ratio.ts";
import type { Price } from "../../../events/values.ts";
import { usd } from "../../support/drafts.ts";

const most = "999999999999999.9999";

describe("the ratio of two prices", () => {
  it.each([
    ["9740000000", "97400000000", "0.1"],
    ["97400000000", "9740000000", "10"],
    ["1", "3", "0.333333"],
    ["2", "3", "0.666667"],
    ["1", "1", "1"],
    ["54.20", "54.2", "1"],
    ["0", "5", "0"],
    ["1", "7", "0.142857"],
    ["22", "7", "3.14286"],
    ["1000000", "3", "333333"],
    ["2000000", "3", "666667"],
    ["10000000", "3", "3333330"],
    ["1234567", "1", "1234570"],
    ["1234564", "1", "1234560"],
    ["1234565", "1", "1234570"],
    ["1.0000", "1000000", "0.000001"],
    ["1000005", "1000000", "1.00001"],
    ["1000004.9999", "1000000", "1"],
    ["9999995", "10000000", "1"],
    ["9999994", "10000000", "0.999999"],
    ["999999.5", "1", "1000000"],
    ["0.0001", most, "0.0000000000000000001"],
    ["0.0002", "999999999999999", "0.0000000000000000002"],
    [most, "0.0001", "10000000000000000000"],
    [most, most, "1"],
    ["0.0001", "0.0003", "0.333333"],
  ])("%s to %s is %s", (price, against, ratio) => {
    expect(ratioOf(usd(price), usd(against))).toBe(ratio);
  });

  it.each<[string, Price, Price]>([
    ["currencies differ", usd("1"), { amount: "1", currency: "EUR" }],
    ["bases differ", usd("1"), { ...usd("1"), basis: "per-share" }],
    ["bases differ the other way", { ...usd("1"), basis: "per-share" }, { ...usd("1"), basis: "total" }],
    ["there is nothing to divide by", usd("1"), usd("0.00")],
  ])("is none where %s", (_, price, against) => {
    expect(ratioOf(price, against)).toBeUndefined();
  });

  it("takes a price without a basis as a total", () => {
    expect(ratioOf(usd("1"), { ...usd("2"), basis: "total" })).toBe("0.5");
    expect(ratioOf({ ...usd("1"), basis: "per-share" }, { ...usd("2"), basis: "per-share" })).toBe("0.5");
  });
});

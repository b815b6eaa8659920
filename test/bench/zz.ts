import { foldRates } from "/work/main/test/bench/fold.ts";
console.table(foldRates(10_000));

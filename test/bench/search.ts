/** What searches take on an index of a hundred thousand entries, beside a search of one word in the same run. */
import { dearSearches, fillIndex, plainSearch, timeOfSearch } from "../support/search-corpus.ts";
import { startServer } from "../support/server.ts";
import { type Row, told } from "./row.ts";

/** One row: the dearest of all kinds of searches, beside a plain one just before it. */
export const searchTimes = async (entries = 100_000): Promise<Row[]> => {
  const server = await startServer();
  await fillIndex(server, entries);
  const ratios: [ratio: number, kind: string][] = [];
  for (const [kind, q] of Object.entries(dearSearches)) {
    const plain = await timeOfSearch(server, plainSearch);
    ratios.push([(await timeOfSearch(server, q)) / plain, kind]);
  }
  await server.close();
  const [worst, kind] = ratios.reduce((a, b) => (b[0] > a[0] ? b : a));
  const work = `any search on ${told(entries)} entries, beside one word`;
  return [{ work, budget: "10 ×", measured: `${worst.toFixed(1)} × (${kind})`, holds: worst <= 10 }];
};

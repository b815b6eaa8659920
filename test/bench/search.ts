/** What searches take on an index of a hundred thousand entries, beside a search of one word in the same run. */
import { dearSearches, fillIndex, plainSearch, timeOfSearch } from "../support/search-corpus.ts";
import { costOf, startServer } from "../support/server.ts";

/** Milliseconds and rows of every search, and as many times a plain one's. */
export const searchTimes = async (entries = 100_000): Promise<Record<string, string | number>[]> => {
  const server = await startServer();
  await fillIndex(server, entries);
  const table: Record<string, string | number>[] = [];
  for (const [kind, q] of Object.entries({ "one word": plainSearch, ...dearSearches })) {
    const plain = await timeOfSearch(server, plainSearch);
    const time = await timeOfSearch(server, q);
    const { read } = costOf(await server.get(`/api/search?q=${encodeURIComponent(q)}`));
    table.push({ "searches, 100 000 entries": kind, ms: time.toFixed(1), ratio: (time / plain).toFixed(1), rows: read });
  }
  await server.close();
  return table;
};

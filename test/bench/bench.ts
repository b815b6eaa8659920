/** `npm run bench`: what Riposte costs on this machine, beside the least that the same work takes. */
import { appendRates } from "./append.ts";
import { costs } from "./cost.ts";
import { crowdCosts } from "./crowd.ts";
import { foldRates } from "./fold.ts";
import { loads } from "./load.ts";
import { pageFigures } from "./page.ts";
import { searchTimes } from "./search.ts";
import { startUps } from "./startup.ts";

const print = (title: string, table: readonly object[]): void => {
  console.log(`\n${title}`);
  console.table(table);
};

print("Folded events a second on one core, 10 000 events of all kinds (≥ 1 000 000 a projection)", foldRates(10_000));
print("CPU of the Worker's start-up in workerd, five starts", startUps());
print("Round trips and rows, by D1's own count", await costs());
print("Appends beside bare ones, in turns, the medians of five", await appendRates());
print("The sample story's page in Chromium, five first visits", await pageFigures());
print("Requests a second on this machine, 16 at once", await loads());
print("Searches on 100 000 entries, beside one word just before (≤ 10)", await searchTimes());
print("Readers of a running story, by the ways in which they can be told of an event", await crowdCosts());

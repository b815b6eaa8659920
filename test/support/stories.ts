/** Stories that the pages are tried with, beside the sample. */
import { sampleRequests, sampleStory } from "../../events/sample.ts";
import {
  at,
  corrected,
  counter,
  development,
  insult,
  offer,
  opened,
  party,
  question,
  rejected,
  retracted,
  said,
  statement,
  usd,
} from "./drafts.ts";
import { fill } from "./fill.ts";
import type { Server } from "./server.ts";

/** Words that would do harm where they are not escaped, or break a page where they do not wrap. */
export const hostile = {
  script: `<script>document.title="harmed"</script><img src=x onerror="document.title='harmed'">`,
  attribute: `"><svg onload=alert(1)> ' & &amp;lt; </title></script>`,
  long: "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft".padEnd(118, "z"),
  arabic: "لا شكرا، لكننا سنشتري تويتر مقابل 9.74 مليار دولار إذا أردت",
};

/** One story in which the two amounts were mixed up, and put right; and a report that was retracted. */
const mixedUp = [
  at("12:00", opened({ title: "The mixed-up amounts" })),
  at("12:00", party("elon", { name: "Elon Musk", kind: "person" })),
  at("12:00", party("openai", { name: "OpenAI" })),
  at("12:00", party("sam", { name: "Sam Altman", kind: "person", of: "openai" })),
  at("12:00", party("twitter", { name: "Twitter" })),
  at("13:00", offer("bid", { by: "elon", target: "openai", price: usd("97400000000") })),
  at("14:00", rejected("bid", "sam", { reason: "OpenAI is not for sale.", quote: said("no thank you") })),
  at("14:00", counter("riposte", "bid", { by: "sam", target: "twitter", price: usd("97400000000") })),
  at("15:00", development("The summit is called off")),
  at(
    "16:00",
    corrected(8, { data: { offer: "riposte", inReplyTo: "bid", by: "sam", target: "twitter", price: usd("9740000000") } }),
  ),
  at("16:30", retracted(9, "It was never called off.")),
];

const harmful = [
  at("12:00", opened({ title: hostile.script, summary: hostile.attribute })),
  at("12:00", party("a", { name: hostile.long, role: hostile.attribute, sameAs: [`https://example.org/${hostile.long}`] })),
  at("12:00", party("b", { name: hostile.arabic, kind: "person" })),
  at("12:00", party("t", { name: hostile.attribute })),
  at("13:00", offer("bid", { terms: hostile.script, price: usd("999999999999999.9999") })),
  at("14:00", insult({ by: "b", at: "a", quote: said(hostile.arabic, "ar"), platform: hostile.attribute })),
  at(
    "15:00",
    statement({
      by: "a",
      quote: { ...said(hostile.long, "de"), translationOf: said(hostile.script, "en"), translator: hostile.attribute },
    }),
  ),
  {
    ...at("16:00", development(hostile.attribute, ["a", "b"])),
    sources: [{ publisher: hostile.long, title: hostile.script, url: "https://example.org/" }],
  },
  at("17:00", question("why", hostile.script)),
  at("18:00", corrected(8, { data: { headline: hostile.long, text: hostile.script } })),
];

/** The stories' addresses, by what they are tried for. */
export const stories = { sample: sampleStory, mixedUp: "mixed-up", hostile: "hostile", long: "long" };

/** Records all of them. */
export const recordStories = async (server: Server): Promise<void> => {
  for (const events of sampleRequests) await server.record(stories.sample, events);
  await server.record(stories.mixedUp, mixedUp);
  await server.record(stories.hostile, harmful);
  await fill(server, stories.long, 120);
};

/** A story whose every text tells a secret, and a search for the secret in all that is kept and shown. */
import { languages } from "../../events/tell/languages.ts";
import { ownIdOf } from "../../projections/person-id.ts";
import { projectionNames } from "../../projections/registry.ts";
import { embeddableParts } from "../../worker/http/embeds.ts";
import { pages } from "../../worker/pages/registry.ts";
import { routes } from "../../worker/routes/registry.ts";
import { unpack } from "../../worker/store/packing.ts";
import {
  accepted,
  announced,
  answer,
  blocked,
  changed,
  cleared,
  concluded,
  type corrected,
  counter,
  development,
  draft,
  insult,
  offer,
  opened,
  type Posted,
  party,
  proposal,
  question,
  reinstated,
  rejected,
  reopened,
  reported,
  retracted,
  statement,
  summarised,
  takenBack,
  usd,
} from "./drafts.ts";
import { paced } from "./paced.ts";
import { walk } from "./readings.ts";
import type { Server } from "./server.ts";

/** A word that stands nowhere else. */
export const secret = "zibeline";
const words = (about: string) => `${about}: ${secret}`;
const quote = {
  text: words("No, thank you"),
  language: "en",
  translationOf: { text: words("Non merci"), language: "fr" },
  translator: words("The desk"),
};
const url = `https://example.org/${secret}`;
const sources = [{ publisher: words("X"), title: words("Post"), url, language: "en" }];
const byline = { byline: words("Ida") };
const bid = { offer: "bid", by: "a", target: "t", price: usd("97400000000"), terms: words("In cash"), quote };
const reply = { ...bid, offer: "riposte", by: "b", inReplyTo: "bid" };
const jab = { by: "a", at: "b", quote, platform: words("X"), inReplyTo: 8 };
const telling = (event: number, replacement: Parameters<typeof corrected>[1]): Posted =>
  draft("EventCorrected", { event, reason: words("It was wrong"), replacement });

/** An insult that answers an insult and is corrected twice; all else that a story can tell; some of it corrected, some retracted. */
export const secretStory: readonly Posted[] = paced([
  opened({ title: words("A bid"), summary: words("In short") }),
  party("a", { name: words("A"), role: words("chairman"), sameAs: [url] }),
  party("b", { name: words("B") }),
  party("t"),
  offer("bid", bid),
  rejected("bid", "b", { reason: words("Not for sale"), quote }),
  counter("riposte", "bid", reply),
  insult({ by: "b", at: "a" }),
  { ...insult(jab), sources },
  insult({ by: "b", at: "a", inReplyTo: 9 }),
  statement({ quote, about: ["a"], platform: words("X") }),
  draft("DevelopmentReported", { headline: words("News"), text: words("All of it"), parties: ["a"] }),
  draft("BackgroundNoted", { headline: words("Older"), text: words("All of it") }),
  question("why", words("Why")),
  answer("why", words("Therefore")),
  draft("OfferRevised", { offer: "bid", terms: words("In shares"), quote }),
  accepted("bid"),
  draft("DealTerminated", { offer: "bid", reason: words("Cold feet") }),
  draft("OfferWithdrawn", { offer: "riposte", reason: words("For nothing"), quote }),
  concluded(words("Nothing")),
  telling(9, { data: { ...jab, platform: words("Truth") } }),
  telling(9, { sources: [...sources, ...sources], occurredAt: "2025-02-10T11:00:00Z" }),
  telling(12, { data: { headline: words("Other news") } }),
  retracted(11, words("Never said")),
  reopened(words("It goes on")),
  summarised(words("Once"), words("Twice")),
  changed("a", { name: words("A again"), short: words("A"), names: { fr: { name: words("Encore A") } } }),
  { ...announced(words("The vote")), sources },
  blocked("bid", "b", { conditions: words("None"), reason: words("A monopoly") }),
  cleared("bid", "b", { conditions: words("A divestment"), reason: words("A remedy") }),
  takenBack(8, { by: "b", how: "apologised", quote }),
  { ...reported(development(words("They say"))), ...byline },
  draft("ReportConfirmed", { event: 32, by: "a", quote }),
  { ...reported(development(words("They say so too"))), ...byline },
  draft("ReportDenied", { event: 34, by: "a", quote }),
  proposal("fight", { subject: words("A cage fight"), terms: words("No rules") }),
  reinstated(11, words("Said after all")),
]);

/** The versions whose events tell it and are about the world: 21 to 24 and 37 go with those that they are about. */
export const telltales = [
  ...[1, 2, 3, 5, 6, 7, 9, 11, 12, 13, 14, 15, 16, 18, 19, 20],
  ...[25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36],
];

/** Whatever of D1 says it: the tables, and how many of their values. */
export const keptIn = async ({ db }: Server, word = secret): Promise<string[]> => {
  const { results: tables } = await db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all<{ name: string }>();
  const found: string[] = [];
  for (const { name } of tables.filter(({ name }) => !name.startsWith("_cf_"))) {
    const { results } = await db.prepare(`SELECT * FROM "${name}"`).all();
    for (const row of results)
      for (const [column, value] of Object.entries(row))
        if (String(value).includes(word) || (await isPackedWith(word, value))) found.push(`${name}.${column}`);
  }
  return [...new Set(found)].sort();
};

/** Where D1 has words that stand in one text: the log, what it comes to, what people are told by, and the index of the search. */
export const keptWhole = [
  "events.body",
  "parts.state",
  "people.told",
  ...["search.keys", "search.texts", "search.words"],
  ...["search_content.c5", "search_content.c6", "search_content.c7"],
];

/** What is large is compressed; one chunk of several cannot be read alone, and no story here has so many. */
const isPackedWith = async (word: string, value: unknown): Promise<boolean> =>
  String(value).startsWith("gzip,") && (await unpack([String(value)])).includes(word);

/** The addresses of all that can be read of a story: every route, every page, every projection at every version and many instants. */
export const addressesOf = async (server: Server, story: string): Promise<string[]> => {
  const log = await server.log(story);
  // Takedowns add nothing to see but themselves: the newest of them stands for all.
  const seen = log.filter(({ type }, index) => type !== "EventTakenDown" || index === log.length - 1);
  const versions = seen.map(({ version }) => version);
  const instants = [...new Set(seen.map(({ recordedAt }) => recordedAt))];
  const fill = (path: string) => {
    if (path.includes("{version}")) return versions.map((version) => path.replace("{version}", String(version)));
    return path.includes("/people/{id}") ? people.map((party) => path.replace("{id}", ownIdOf(story, party))) : [path];
  };
  const read = routes.filter(({ method }) => method === "get").flatMap(({ path }) => fill(path));
  const shown = pages
    .map(({ path }) =>
      path.replace(":story", story).replace(":type", "taken-down").replace(":id", "{id}").replace(":version", "{version}"),
    )
    .flatMap(fill)
    .flatMap((path) =>
      path.includes(":projection") ? embeddableParts.map((embed) => path.replace(":projection", embed)) : [path],
    );
  const base = `/api/stories/${story}`;
  const views = [...[...projectionNames, "timeline"].map((name) => `${base}/${name}`), `/stories/${story}`];
  const then = [...versions.map((version) => `version=${version}`), ...instants.map((instant) => `asOf=${instant}`)];
  const queries = [...versions.map((version) => `since=${version}`), "order=asc"];
  return [
    ...read.map((path) => path.replace("{story}", story)),
    ...shown,
    ...views.flatMap((view) => then.flatMap((query) => languages.map((lang) => `${view}?${query}&lang=${lang}`))),
    ...queries.flatMap((query) => languages.map((lang) => `${base}/timeline?${query}&lang=${lang}`)),
  ];
};

/** Whoever the stories here have introduced. */
const people = ["a", "b", "c", "t"];

const forms = ["*/*", "application/x-ndjson", "application/cloudevents-batch+json"];
const atOnce = 16;

/** Which of the addresses tell it: in a header or on any of the pages that follow, in any form. Throws where one fails. */
export const tellingAt = async (server: Server, addresses: readonly string[], word = secret): Promise<string[]> => {
  const asked = addresses.flatMap((path) =>
    (path.endsWith("/events") ? forms : forms.slice(0, 1)).map((accept) => ({ path, accept })),
  );
  const tells = async ({ path, accept }: { path: string; accept: string }): Promise<string[]> => {
    let said = "";
    const get = async (page: string) => {
      const answer = await server.get(page, { ...server.signed("pia"), Accept: accept });
      if (answer.status >= 500) throw new Error(`${page} answered with ${answer.status}`);
      said += JSON.stringify([...answer.headers]);
      return answer;
    };
    for (const { text } of Object.values(await walk({ get }, path))) said += text;
    return said.includes(word) ? [path] : [];
  };
  const found: string[] = [];
  for (let from = 0; from < asked.length; from += atOnce)
    found.push(...(await Promise.all(asked.slice(from, from + atOnce).map(tells))).flat());
  return [...new Set(found)];
};

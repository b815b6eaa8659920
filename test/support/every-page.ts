/** Stories of every kind, and the addresses of every page that readers meet. */
import { sampleRequests, sampleStory } from "../../events/sample.ts";
import { at, opened, type Posted } from "./drafts.ts";
import { fatStory } from "./fat-stories.ts";
import { recordFrontStories } from "./front-stories.ts";
import { pictureFile } from "./pictures.ts";
import { seed } from "./seed.ts";
import { type Server, tokens } from "./server.ts";
import { takeover } from "./takeover.ts";

/** Stories by what they are tried for: four bidders and pictures, a feud without an offer, a strike, nothing yet, a thousand events. */
export const kinds = {
  takeover: "takeover",
  feud: "rap-feud",
  strike: "writers-strike",
  empty: "blank",
  long: "thousand",
  sample: sampleStory,
};

/** The pages, by their names. */
export const everyPage: Readonly<Record<string, string>> = {
  front: "/",
  picked: "/?section=Deals",
  ...Object.fromEntries(Object.entries(kinds).map(([name, slug]) => [name, `/stories/${slug}`])),
  "as it was": "/stories/takeover?version=45&order=asc",
  since: "/stories/takeover?since=60",
  event: "/stories/takeover/events/41",
  retracted: "/stories/takeover/events/40",
  person: "/people/lamar",
  corrections: "/stories/takeover/corrections",
  verification: "/stories/takeover/verify",
  search: "/?q=harbour",
  "search in vain": "/?q=zzz",
  docs: "/docs",
  offers: "/docs/offers",
  problem: "/problems/refused",
  nowhere: "/nowhere",
  "embedded status": "/embed/takeover/status",
  "embedded offers": "/embed/takeover/offers",
  "embedded event": "/embed/takeover/events/41",
};

/** Records all of it: front page, stories, pictures. */
export const recordEveryPage = async (server: Server): Promise<void> => {
  await recordFrontStories(server);
  for (const events of sampleRequests) await server.record(kinds.sample, events);
  await server.record(kinds.empty, at("12:00", opened({ title: "Nothing yet" })));
  await seed(server, kinds.long, fatStory("events", 0.01).slice(0, 1_000));
  await server.record(kinds.takeover, await withPictures(server, takeover()));
  const stories = [
    { story: kinds.takeover, place: "lead", section: "Deals" },
    { story: kinds.strike, place: "pinned", section: "Labour" },
    { story: "sky", section: "Deals" },
  ];
  await server.send("PUT", "/api/front-page", server.signed("ada"), { stories });
};

/** The drafts, two of them with a picture. */
const withPictures = async (server: Server, drafts: readonly Posted[]): Promise<Posted[]> => {
  const uploaded = await fetch(new URL("/api/media", server.url), {
    method: "POST",
    headers: { Authorization: `Bearer ${tokens.ada}`, "Content-Type": "image/jpeg" },
    body: pictureFile("sideways.jpg"),
  });
  const { image } = (await uploaded.json()) as { image: string };
  const media = [{ image, alt: "Cranes over the port", caption: "Berth 4, on Monday", credit: "Ada Lens / Agence" }];
  return drafts.map((draft, index) => (index === 13 || index === 63 ? { ...draft, media } : draft));
};

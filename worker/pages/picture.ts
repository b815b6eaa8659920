/** The picture of a story's status, for whoever shares a link to it: `/stories/{story}/picture.png`. */
import type { Context } from "hono";
import * as z from "zod/mini";
import { storySlug } from "../../events/values.ts";
import type { Folded } from "../../projections/fold.ts";
import type { App } from "../env.ts";
import { answerNotModified, cacheControl, heldEtags } from "../http/answer.ts";
import { versionParam } from "../http/route.ts";
import { drawOnce, loadLetters } from "../picture/draw-once.ts";
import { drawFrontPage, type FrontPage } from "../picture/front-page.ts";
import type { Face } from "../picture/letters.ts";
import { writePng } from "../picture/png.ts";
import { settableText } from "../picture/setting.ts";
import { loadStory, revisionsOf, type Views, viewsOf } from "../read/projections.ts";
import { errorPage } from "./error.tsx";
import type { Page } from "./page.ts";
import { offerBarsOf, offersToDraw } from "./picture/offer-bars.ts";
import { type Reader, readerOf } from "./reader.ts";
import { formatTime } from "./times.tsx";

const names = ["status", "offers"] as const;

/** Raise it with any change to what pictures show, and the old ones are left aside. */
const pictureRevision = { name: "picture", revision: 3 };
const made = [pictureRevision, ...revisionsOf(names)];
const vary = "Accept-Language";
const query = z.object({ version: z.optional(versionParam) });

const handle = async (c: Context<App>): Promise<Response> => {
  const slug = storySlug.safeParse(c.req.param("story"));
  const asked = query.safeParse(c.req.query());
  if (!slug.success) return errorPage(c, "not-found");
  if (!asked.success) return errorPage(c, "invalid", { faulty: ["version"] });
  const reader = readerOf(c);
  const wanted = { story: slug.data, language: reader.language, held: heldEtags(c), version: asked.data.version };
  const reading = await loadStory(c.var.d1, wanted, { names, made }, ({ folded }) => folded);
  if (reading.kind === "no-story") return errorPage(c, "not-found");
  if (reading.kind === "no-version") return errorPage(c, "not-found", { version: reading.version });
  const cache = asked.data.version === undefined ? cacheControl.briefly : cacheControl.forever;
  const { etag } = reading;
  if (reading.kind === "unmodified") return answerNotModified(c, etag, cache, vary);
  const headers = {
    "Content-Type": "image/png",
    "Content-Language": reader.language,
    ETag: etag,
    "Cache-Control": cache,
    Vary: vary,
  };
  if (c.req.method === "HEAD") return c.body(null, 200, headers);
  return c.body(await drawOnce(c, etag, () => draw(c, reader, reading.view)), 200, headers);
};

const draw = async (c: Context<App>, reader: Reader, folded: Folded): Promise<Uint8Array<ArrayBuffer>> => {
  const letters = await loadLetters(c);
  const { title, version: at } = folded.story;
  const views = viewsOf({ ...folded, story: inLetters(folded.story, letters.text) }, names, reader.language);
  return writePng(drawFrontPage(letters, tell(reader, { title, at, views })));
};

/** The story with each name that the letters cannot set replaced by the party's slug, which they can. */
const inLetters = (story: Folded["story"], face: Face): Folded["story"] => ({
  ...story,
  parties: Object.fromEntries(
    Object.entries(story.parties).map(([slug, party]) => [
      slug,
      { ...party, history: party.history.map((then) => ({ ...then, facts: settable(then.facts, slug, face) })) },
    ]),
  ),
});

type Facts = Folded["story"]["parties"][string]["history"][number]["facts"];

/** What is known of a party with its names in the letters that there are: one that cannot be set gives way to the whole name, that to the slug. */
const settable = ({ short, names = {}, ...facts }: Facts, slug: string, face: Face): Facts => {
  const set = ({ name, short }: { name: string; short?: string | undefined }) => {
    const whole = settableText(name, face);
    return { name: whole ?? slug, short: short === undefined ? undefined : settableText(short, face) };
  };
  const others = Object.entries(names).filter(([, { name }]) => settableText(name, face) !== undefined);
  return {
    ...facts,
    ...set({ name: facts.name, short }),
    names: Object.fromEntries(others.map(([language, name]) => [language, set(name)])),
  };
};

type Told = { title: string; at: number; views: Views<(typeof names)[number]> };

const tell = (reader: Reader, { title, at, views: { status, offers } }: Told): FrontPage => {
  const { words } = reader;
  const { lastOccurredAt: occurredAt, lastPrecision: precision } = status;
  const day = /^(?:year|month|day)$/.test(precision)
    ? { occurredAt, precision }
    : { occurredAt: new Date(occurredAt).toISOString(), precision: "day" as const };
  const shown = offersToDraw(offers.offers);
  return {
    stage: words.stages[status.stage],
    dateline: `${words.story.version(at)} · ${formatTime(reader, day)}`,
    title,
    sentence: status.headline,
    bars: offerBarsOf(shown, reader),
    others: shown.length < offers.offers.length ? words.picture.others(offers.offers.length - shown.length) : undefined,
    motto: words.tagline,
  };
};

/** The page at `/stories/{story}/picture.png`. */
export const picturePage: Page = { path: "/stories/:story/picture.png", handle };

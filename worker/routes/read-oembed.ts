/** How other sites embed a story: oEmbed 1.0. */

import type { Context } from "hono";
import * as z from "zod/mini";
import { describes } from "../../events/describes.ts";
import { type Language, languages } from "../../events/tell/languages.ts";
import { storySlug } from "../../events/values.ts";
import type { App } from "../env.ts";
import { answerJson, answerNoStory, answerNotModified, cacheControl, heldEtags } from "../http/answer.ts";
import { type EmbedTarget, embedAddress, embedCode, embeddableParts } from "../http/embeds.ts";
import { pictureAddress } from "../http/links.ts";
import { properPath } from "../http/middleware/proper-address.ts";
import { answerProblem } from "../http/problem.ts";
import { defineRoute, limitParam, versionParam } from "../http/route.ts";
import { pictureSize } from "../picture/sheet.ts";
import { readEmbeddedEntry } from "../read/embed.ts";
import { loadStory, type ReadResult } from "../read/projections.ts";

/** As large as a frame is where nobody asks for less. */
const size = { width: 600, height: 400 };
const made = [{ name: "oembed", revision: 1 }];

const pixels = limitParam(100_000).check(z.meta({ description: describes && "The frame is at most so large, in pixels." }));

/** The route `GET /oembed`. */
export const readOembedRoute = defineRoute({
  method: "get",
  path: "/oembed",
  name: "readOembed",
  query: z.object({
    url: z.string().check(z.maxLength(2048), z.meta({ description: describes && "The address of the page, whole." })),
    maxwidth: pixels,
    maxheight: pixels,
    format: z.optional(z.string().check(z.maxLength(20))).check(z.meta({ description: describes && "`json` alone." })),
  }),
  described: describes && {
    summary: "How to embed a story, a part or an event of one: oEmbed 1.0",
    description:
      "Takes the address of a story's page, of one of its events, or of either under `/embed`. What it does not know of the query it leaves aside.",
    answers: {
      200: {
        description: "The code of a sandboxed frame, of type `rich`.",
        content: {
          "application/json": z
            .strictObject({
              version: z.literal("1.0"),
              type: z.literal("rich"),
              title: z.string(),
              provider_name: z.string(),
              provider_url: z.string(),
              cache_age: z.int(),
              html: z.string(),
              width: z.int(),
              height: z.int(),
              thumbnail_url: z.optional(z.string()),
              thumbnail_width: z.optional(z.int()),
              thumbnail_height: z.optional(z.int()),
            })
            .check(z.meta({ id: "Oembed" })),
        },
        headers: { ETag: "It changes with the story's version." },
      },
      304: { description: "You have it." },
    },
    problems: ["not-found", "invalid", "unavailable", "not-implemented"],
  },
  handle: async (c, { query: { url, maxwidth, maxheight, format = "json" } }) => {
    if (format !== "json")
      return answerProblem(c, "not-implemented", { detail: "oEmbed comes as JSON here: ask for format=json." });
    const embedded = embeddedBy(url, new URL(c.req.url).host);
    if (!embedded) return answerProblem(c, "not-found", { detail: "No story's page of this site has this address." });
    const { slug, event, version, language } = embedded;
    const asked = { story: slug, language: language ?? ("en" as const), held: heldEtags(c), version };
    const reading =
      event === undefined
        ? await loadStory(c.var.d1, asked, { names: [], made }, ({ folded }) => folded.story.title)
        : await readEntryTitle(c, asked, event);
    if (reading.kind === "unmodified") return answerNotModified(c, reading.etag, cacheControl.briefly);
    if (reading.kind !== "view" || reading.view === undefined) return answerNoStory(c);
    const width = Math.min(size.width, maxwidth ?? size.width);
    const height = Math.min(size.height, maxheight ?? size.height);
    const title = `${reading.view} · Riposte`;
    const thumbnail = pictureAddress(c.req.url, slug, reading.version, language);
    const fits = pictureSize.width <= (maxwidth ?? pictureSize.width) && pictureSize.height <= (maxheight ?? pictureSize.height);
    const body = {
      version: "1.0",
      type: "rich",
      title: reading.view,
      provider_name: "Riposte",
      provider_url: new URL("/", c.req.url).href,
      cache_age: 3600,
      html: embedCode({ address: embedAddress(c.req.url, embedded), title, width, height }),
      width,
      height,
      ...(fits ? { thumbnail_url: thumbnail, thumbnail_width: pictureSize.width, thumbnail_height: pictureSize.height } : {}),
    };
    return answerJson(c, body, { ETag: reading.etag, "Cache-Control": cacheControl.briefly });
  },
});

/** The headline of an event; none where the story has no such entry. */
const readEntryTitle = async (
  c: Context<App>,
  asked: Parameters<typeof readEmbeddedEntry>[1],
  event: number,
): Promise<ReadResult<string | undefined>> => {
  const reading = await readEmbeddedEntry(c.var.d1, asked, event, made);
  return reading.kind === "view" ? { ...reading, view: reading.view.entry?.headline } : reading;
};

const paths = /^\/(?:stories|embed)\/([^/]+)\/events\/([1-9]\d{0,14})$|^\/(?:stories\/([^/]+)|embed\/([^/]+)\/([^/]+))$/;

/** What an address of this site names, as readers write it: a part of a story, or an event. Undefined where it names neither. */
const embeddedBy = (url: string, host: string): (EmbedTarget & { language?: Language | undefined }) | undefined => {
  if (!URL.canParse(url)) return undefined;
  const address = new URL(url);
  const [, ofEvent, event, story, framed, named = "status"] = paths.exec(properPath(address.pathname)) ?? [];
  const slug = storySlug.safeParse(ofEvent ?? story ?? framed);
  if (address.host !== host || !slug.success) return undefined;
  const language = languages.find((one) => one === address.searchParams.get("lang"));
  if (event !== undefined) return { slug: slug.data, language, event: Number(event) };
  const part = embeddableParts.find((embed) => embed === named);
  const asked = address.searchParams.get("version");
  const then = asked === null ? undefined : versionParam.safeParse(asked);
  return !part || then?.success === false ? undefined : { slug: slug.data, part, language, version: then?.data };
};

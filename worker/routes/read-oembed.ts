/** How other sites embed a story: oEmbed 1.0. */
import * as z from "zod/mini";
import { languages } from "../../events/tell/languages.ts";
import { storySlug } from "../../events/values.ts";
import { answerJson, answerNoStory, answerNotModified, cacheControl, heldEtags } from "../http/answer.ts";
import { type EmbedTarget, embedAddress, embedCode, embeddableParts } from "../http/embeds.ts";
import { pictureAddress } from "../http/links.ts";
import { answerProblem } from "../http/problem.ts";
import { defineRoute, limitParam, versionParam } from "../http/route.ts";
import { pictureSize } from "../picture/sheet.ts";
import { loadStory } from "../read/projections.ts";

/** As large as a frame is where nobody asks for less. */
const size = { width: 600, height: 400 };
const made = [{ name: "oembed", revision: 1 }];

const pixels = limitParam(100_000).check(z.meta({ description: "The frame is at most so large, in pixels." }));

/** The route `GET /oembed`. */
export const readOembedRoute = defineRoute({
  method: "get",
  path: "/oembed",
  name: "readOembed",
  summary: "How to embed a story, or a part of one: oEmbed 1.0",
  description:
    "Takes the address of a story's page, or of a part of it under `/embed`. What it does not know of the query it leaves aside.",
  query: z.object({
    url: z.string().check(z.maxLength(2048), z.meta({ description: "The address of the page, whole." })),
    maxwidth: pixels,
    maxheight: pixels,
    format: z.optional(z.string().check(z.maxLength(20))).check(z.meta({ description: "`json` alone." })),
  }),
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
  handle: async (c, { query: { url, maxwidth, maxheight, format = "json" } }) => {
    if (format !== "json")
      return answerProblem(c, "not-implemented", { detail: "oEmbed comes as JSON here: ask for format=json." });
    const embedded = embeddedBy(url, new URL(c.req.url).host);
    if (!embedded) return answerProblem(c, "not-found", { detail: "No story's page of this site has this address." });
    const { slug, ...then } = embedded;
    const asked = { story: slug, language: "en" as const, held: heldEtags(c), version: then.version };
    const reading = await loadStory(c.var.d1, asked, { names: [], made }, ({ folded }) => folded.story.title);
    if (reading.kind === "unmodified") return answerNotModified(c, reading.etag, cacheControl.briefly);
    if (reading.kind !== "view") return answerNoStory(c);
    const width = Math.min(size.width, maxwidth ?? size.width);
    const height = Math.min(size.height, maxheight ?? size.height);
    const title = `${reading.view} · Riposte`;
    const thumbnail = pictureAddress(c.req.url, slug, reading.version, then.language);
    const fits = pictureSize.width <= (maxwidth ?? pictureSize.width) && pictureSize.height <= (maxheight ?? pictureSize.height);
    const body = {
      version: "1.0",
      type: "rich",
      title: reading.view,
      provider_name: "Riposte",
      provider_url: new URL("/", c.req.url).href,
      cache_age: 3600,
      html: embedCode(embedAddress(c.req.url, embedded), title, width, height),
      width,
      height,
      ...(fits ? { thumbnail_url: thumbnail, thumbnail_width: pictureSize.width, thumbnail_height: pictureSize.height } : {}),
    };
    return answerJson(c, body, { ETag: reading.etag, "Cache-Control": cacheControl.briefly });
  },
});

const paths = /^\/(?:stories\/([^/]+)|embed\/([^/]+)\/([^/]+))$/;

/** The part of a story that an address of this site names; undefined where it names none. */
const embeddedBy = (url: string, host: string): EmbedTarget | undefined => {
  if (!URL.canParse(url)) return undefined;
  const address = new URL(url);
  const [, story, framed, named = "status"] = paths.exec(address.pathname) ?? [];
  const slug = storySlug.safeParse(story ?? framed);
  const part = embeddableParts.find((embed) => embed === named);
  const asked = address.searchParams.get("version");
  const then = asked === null ? undefined : versionParam.safeParse(asked);
  if (address.host !== host || !slug.success || !part || then?.success === false) return undefined;
  const language = languages.find((one) => one === address.searchParams.get("lang"));
  return { slug: slug.data, part, language, version: then?.data };
};

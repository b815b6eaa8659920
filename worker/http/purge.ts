/** What of a story may lie in caches elsewhere: what has to be purged there once something of it was taken down. */

import * as z from "zod/mini";
import { describes } from "../../events/describes.ts";
import { languages } from "../../events/tell/languages.ts";
import { projectionNames } from "../../projections/registry.ts";
import { timeline } from "../../projections/timeline.ts";
import { embeddableParts } from "./embeds.ts";
import { eventPath, storyPath } from "./links.ts";

/** The receipt of a takedown, besides what was recorded. */
export const purgeShape =
  describes &&
  z
    .strictObject({
      addresses: z.array(z.string()).check(
        z.meta({
          description:
            describes &&
            "What told it, at its plain address and, where it has several, in each language; caches that keep an answer for each query have more.",
        }),
      ),
      prefixes: z
        .array(z.string())
        .check(
          z.meta({ description: describes && "What addresses of this story alone begin with, for caches that purge by prefix." }),
        ),
      versions: z
        .strictObject({ from: z.int(), until: z.int() })
        .check(z.meta({ description: describes && "Answers at a `version` of these told it: they may be kept for a year." })),
      naming: z.array(z.int()).check(
        z.meta({
          description:
            describes &&
            "Events that still name a party, an offer or a question by the slug that what was taken down gave it: take them down too where the slug tells it.",
        }),
      ),
    })
    .check(z.meta({ id: "Purge" }));

/** What was taken down: the versions that were erased, and the version of the takedown. */
type Erased = { erased: readonly number[]; version: number; naming: readonly number[] };

/** Lists the addresses, on the origin of `url`. */
export const purgeOf = (url: string, slug: string, { erased, version, naming }: Erased): z.infer<typeof purgeShape> => {
  const absolute = (path: string): string => new URL(path, url).href;
  const page = storyPath({ slug });
  const api = `/api/stories/${slug}`;
  const embeds = `/embed/${slug}`;
  const ofStory = ["", "/corrections", "/verify", "/feed.atom", "/feed.json", "/feed.rss", "/timelinejs.json", "/picture.png"];
  const told = [
    ...ofStory.map((path) => page + path),
    ...erased.map((event) => eventPath({ slug }, event)),
    ...embeddableParts.map((part) => `${embeds}/${part}`),
    ...[...projectionNames, timeline.name].map((name) => `${api}/${name}`),
    ...["/", "/feed.atom", "/feed.json", "/feed.rss", "/api/stories", "/api/search"],
  ];
  const plain = [
    ...["", "/events", "/live", "/checkpoint", ...erased.map((event) => `/events/${event}`)].map((path) => api + path),
    ...["/api/events", "/sitemap.xml", "/oembed"],
  ];
  return {
    addresses: [...told.flatMap((path) => [path, ...languages.map((language) => `${path}?lang=${language}`)]), ...plain].map(
      absolute,
    ),
    prefixes: [
      ...[page, embeds, api].flatMap((path) => [absolute(`${path}/`), absolute(`${path}?`)]),
      // People who are known by this story alone.
      ...["/people", "/api/people"].map((path) => absolute(`${path}/${slug}~`)),
    ],
    versions: { from: Math.min(...erased), until: version - 1 },
    naming: [...naming],
  };
};

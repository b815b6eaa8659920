/** Addresses, and cursors in them. */

import * as z from "zod/mini";
import { type PictureType, pictureEndings } from "../../events/attribution.ts";
import { describes } from "../../events/describes.ts";
import type { Place } from "../../events/story.ts";

/** The address of a story's page. */
export const storyPath = ({ slug }: { slug: string }): string => `/stories/${slug}`;

/** An event's own address: it finds the entry on whatever page of the timeline it stands, however the story grows. */
export const eventPath = (story: { slug: string }, version: number): string => `${storyPath(story)}/events/${version}`;

/** The address of a person or an organization over all stories. */
export const personPath = (id: string): string => `/people/${id}`;

/** The address of the picture of where a story stands at a version, on the origin of `url`. */
export const pictureAddress = (url: string | URL, slug: string, version: number, language?: string | undefined): string => {
  const address = new URL(`${storyPath({ slug })}/picture.png`, url);
  address.searchParams.set("version", `${version}`);
  if (language !== undefined) address.searchParams.set("lang", language);
  return address.href;
};

/** The address of a picture that was uploaded, on its own origin. */
export const picturePath = ({ image, type }: { image: string; type: PictureType }): string =>
  `/media/${image}.${pictureEndings[type]}`;

/** `Link: <…>; rel="next"` (RFC 8288): this address with some of its query changed. */
export const nextLink = (url: string, query: Record<string, string>): Record<string, string> => {
  const next = new URL(url);
  for (const [name, value] of Object.entries(query)) next.searchParams.set(name, value);
  return { Link: `<${next.href}>; rel="next"` };
};

const short = z.string().check(z.maxLength(200));
const parts = z.array(z.union([z.int(), short])).check(z.maxLength(2));

/** A cursor: where a page ends, opaque to clients. */
export const encodeCursor = (...ends: [string, number | string]): string =>
  btoa(JSON.stringify(ends)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const fromCursor = (cursor: string): [string, number | string] | undefined => {
  try {
    const parsed = parts.safeParse(JSON.parse(atob(cursor.replaceAll("-", "+").replaceAll("_", "/"))));
    const [first, second] = parsed.data ?? [];
    return typeof first === "string" && second !== undefined ? [first, second] : undefined;
  } catch {
    return undefined;
  }
};

const notOurs = "must be a cursor that came with the page before";

/** The query parameter `cursor`, as it came with the page before. */
export const cursorParam = z
  .optional(
    z.string().check(
      z.maxLength(400, { error: "must be at most 400 characters long", abort: true }),
      z.refine((value) => fromCursor(value) !== undefined, { error: notOurs, abort: true }),
    ),
  )
  .check(z.meta({ description: describes && "Where the page before ended: its `next`." }));

/** The two values that a cursor was made of; undefined where there is none. */
export const decodeCursor = (value: string | undefined): [string, number | string] | undefined =>
  value === undefined ? undefined : fromCursor(value);

/** A place in story order as a cursor. */
export const encodePlaceCursor = ({ place, version }: Place): string => encodeCursor(place, version);

/** The place that a cursor was made of; undefined where it was made of something else. */
export const decodePlaceCursor = (value: string | undefined): Place | undefined => {
  const [place, version] = decodeCursor(value) ?? [];
  return place === undefined || typeof version !== "number" ? undefined : { place, version };
};

/** The query parameter `cursor` of pages in story order. */
export const placeCursorParam = cursorParam.check(
  z.refine((value) => value === undefined || decodePlaceCursor(value) !== undefined, notOurs),
);

/** A place in a list that is ranked as a cursor: how many come before it. */
export const encodeRankCursor = (before: number): string => encodeCursor("rank", before);

/** How many come before what a cursor of a ranked list leads to, 0 without one; undefined where it is no such cursor. */
export const decodeRankCursor = (value: string | undefined): number | undefined => {
  const [kind, before] = value === undefined ? ["rank", 0] : (decodeCursor(value) ?? []);
  return kind === "rank" && typeof before === "number" && before >= 0 ? before : undefined;
};

/** The query parameter `cursor` of pages that are ranked. */
export const rankCursorParam = cursorParam.check(z.refine((value) => decodeRankCursor(value) !== undefined, notOurs));

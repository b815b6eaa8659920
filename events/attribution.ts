/** What may be said of any event besides its data: where it was published, by whom it was written, and what there is to see of it. */

import * as z from "zod/mini";
import { describes } from "./describes.ts";
import { atMost, certainty, source, text } from "./values.ts";

/** The forms in which a picture is kept, and the ending of its address in each. */
export const pictureEndings = { "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "image/avif": "avif" } as const;

/** A form in which a picture is kept. */
export type PictureType = keyof typeof pictureEndings;

/** Every form in which a picture is kept. */
export const pictureTypes = Object.keys(pictureEndings) as PictureType[];

/** How far along a side, from the left or from the top. */
const share = z.number().check(z.minimum(0, "must be from 0 to 1"), z.maximum(1, "must be from 0 to 1"));

const pixels = z.int().check(z.minimum(1, "must be 1 or more"), z.maximum(65_535, "must be 65535 or less"));
const measured = { description: "Set by the server, as the picture was uploaded." };

/** A picture that was uploaded, named by its SHA-256: what it shows in words, and whose it is. Its form and its size are set when it is recorded. */
export const picture = z
  .strictObject({
    image: z
      .string()
      .check(z.regex(/^[0-9a-f]{64}$/, "must be the SHA-256 of a picture that was uploaded: 64 digits of 0-9 and a-f")),
    alt: text(500).check(z.meta({ description: describes && "What the picture shows, for who does not see it." })),
    credit: text(200).check(z.meta({ description: describes && "Whose picture it is." })),
    caption: z.optional(text(500)),
    licence: z.optional(text(200)),
    focus: z.optional(z.strictObject({ x: share, y: share })).check(
      z.meta({
        description:
          describes && "What stays in sight where the picture is cut: shares of its width and height, from the top left.",
      }),
    ),
    type: z.optional(z.enum(pictureTypes)).check(z.meta(measured)),
    width: z.optional(pixels).check(z.meta(measured)),
    height: z.optional(pixels).check(z.meta(measured)),
  })
  .check(z.meta({ id: "Picture" }));
export type Picture = z.infer<typeof picture>;

/** A picture whose form and size are known: every one that was recorded with the bytes at hand. */
export type MeasuredPicture = Picture & { type: PictureType; width: number; height: number };

/** The pictures that can be shown: those whose form and size are known. */
export const measuredPictures = (media: readonly Picture[] = []): MeasuredPicture[] =>
  media.filter((one): one is MeasuredPicture => one.type !== undefined && one.width !== undefined && one.height !== undefined);

/** What may be said of any event besides its data. */
export const attribution = {
  sources: z.optional(atMost(20, source, "sources")),
  byline: z.optional(text(200)),
  key: z.optional(z.boolean()),
  certainty: z.optional(certainty),
  media: z.optional(
    atMost(10, picture, "pictures").check(
      z.refine((media) => new Set(media.map(({ image }) => image)).size === media.length, "must show each picture once"),
    ),
  ),
};

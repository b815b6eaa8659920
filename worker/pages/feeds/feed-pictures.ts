/** The pictures of an entry as feeds tell of them: with whole addresses, their words and their credit. */
import { html } from "hono/html";
import { measuredPictures, type PictureType } from "../../../events/attribution.ts";
import type { Entry } from "../../../projections/timeline.ts";
import { picturePath } from "../../http/links.ts";
import type { Reader } from "../reader.ts";

/** A picture: its address is absolute. */
export type FeedPicture = {
  url: string;
  type: PictureType;
  width: number;
  height: number;
  alt: string;
  caption?: string | undefined;
  /** Whose it is, and on what terms. */
  credit: string;
};

/** The pictures of an entry; none of what does not stand any more. */
export const feedPicturesOf = ({ url }: Reader, { media, retracted, takenDown }: Entry): FeedPicture[] =>
  retracted || takenDown
    ? []
    : measuredPictures(media).map(({ image, type, width, height, alt, caption, credit, licence }) => ({
        url: new URL(picturePath({ image, type }), url).href,
        type,
        width,
        height,
        alt,
        caption,
        credit: licence === undefined ? credit : `${credit} · ${licence}`,
      }));

/** The pictures as HTML: every word of them is escaped. */
export const picturesHtml = (pictures: readonly FeedPicture[]): string =>
  pictures
    .map(({ url, width, height, alt, caption, credit }) => {
      const said = caption === undefined ? credit : `${caption} (${credit})`;
      return String(
        html`<figure><img src="${url}" width="${width}" height="${height}" alt="${alt}"><figcaption>${said}</figcaption></figure>`,
      );
    })
    .join("");

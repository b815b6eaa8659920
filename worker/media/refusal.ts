/** Why a file is not taken as a picture. */

/** Thrown while a file is read; `readImage` answers with it. `kind`: it is no picture that is taken at all, or one that is not right. */
export class ImageRefusal extends Error {
  readonly kind: "type" | "content";
  constructor(kind: "type" | "content", sentence: string) {
    super(sentence);
    this.kind = kind;
  }
}

/** The file is of a form that is taken, and does not hold to it. */
export const damaged = (what: string): ImageRefusal =>
  new ImageRefusal("content", `This ${what} is damaged: it does not end as it should, or its parts do not fit.`);

/** The most pixels along a side, and in all: what browsers can show. */
const mostAlong = 16_384;
const mostPixels = 100_000_000;

/** A size in pixels. */
export type Size = { width: number; height: number };

/** Holds a size to the bounds. */
export const checkSize = ({ width, height }: Size): Size => {
  if (width < 1 || height < 1) throw new ImageRefusal("content", "This picture has no size: its width or its height is 0.");
  if (width > mostAlong || height > mostAlong || width * height > mostPixels)
    throw new ImageRefusal(
      "content",
      `This picture has ${width} × ${height} pixels: at most ${mostAlong} along a side and 100 million in all are taken.`,
    );
  return { width, height };
};

/** A picture without what cameras and programs add. `removed`: what that was. */
export type StrippedImage = Size & { bytes: Uint8Array<ArrayBuffer>; removed: string[] };

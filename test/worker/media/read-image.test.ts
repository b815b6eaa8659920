/** Pictures are known by their content, and lose what cameras and programs add. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ReadImage, readImage } from "../../../worker/media/read-image.ts";
import { always } from "../../support/always.ts";
import { bytesOf, hugePng, jpegWith, latin1, pictureFile, secrets } from "../../support/pictures.ts";

type Read = Exclude<ReadImage, { refused: unknown }>;

const taken = (file: Uint8Array<ArrayBuffer>, said?: string): Read => {
  const read = readImage(file, said);
  if ("refused" in read) throw new Error(read.sentence);
  return read;
};
const refusal = (file: Uint8Array<ArrayBuffer>, said?: string): string => {
  const read = readImage(file, said);
  return "refused" in read ? `${read.refused}: ${read.sentence}` : "taken";
};

const stills = ["located.jpg", "sideways.jpg", "progressive.jpg", "located.png", "located.webp", "lossless.webp", "still.avif"];

describe("a picture", () => {
  it.each([
    ["located.jpg", "image/jpeg", ["Exif", "XMP"]],
    ["located.png", "image/png", ["Exif", "text"]],
    ["located.webp", "image/webp", ["Exif", "XMP"]],
  ])("%s loses its place, its camera and its author, and nothing of what is seen", (name, type, removed) => {
    const file = pictureFile(name);
    expect(latin1(file)).toMatch(secrets);
    const read = taken(file);
    expect(read).toMatchObject({ type, width: 48, height: 32, removed });
    expect(latin1(read.bytes)).not.toMatch(secrets);
  });

  it.each(stills)("%s comes out as it went in when it is read again", (name) => {
    const once = taken(pictureFile(name));
    const again = taken(once.bytes);
    expect(again).toEqual({ ...once, removed: [] });
  });

  it("that lies on its side keeps that alone of its Exif, and the size that is seen", () => {
    const read = taken(pictureFile("sideways.jpg"));
    expect(read).toMatchObject({ width: 32, height: 48, removed: ["Exif"] });
    expect(latin1(read.bytes)).not.toMatch(secrets);
    expect(latin1(read.bytes)).toContain("Exif\0\0MM\0*\0\0\0\b\0\u0001\u0001\u0012");
  });

  it("keeps its colour profile", () => {
    expect(latin1(taken(pictureFile("located.jpg")).bytes)).toContain("ICC_PROFILE");
  });

  it("loses comments, notes of the maker, and what the camera put after it", () => {
    const file = pictureFile("progressive.jpg");
    const noted = jpegWith(jpegWith(file, 0xfe, "*/alert(1)/*"), 0xed, "Photoshop 3.0\0Secret Desk");
    const read = taken(bytesOf(noted, [0, 0], file));
    expect(read.removed.toSorted()).toEqual(["IPTC", "a comment", "what the camera put after the picture"]);
    expect(read.bytes).toEqual(taken(file).bytes);
  });

  it("loses the picture in small of JFIF, which may show what was cut", () => {
    const file = pictureFile("progressive.jpg");
    const jfif = "JFIF\0\u0001\u0002\0\0\u0001\0\u0001";
    const small = taken(jpegWith(file, 0xe0, `${jfif}\u0001\u0001abc`));
    expect(small.bytes).toEqual(jpegWith(file, 0xe0, `${jfif}\0\0`));
  });
});

describe("a file that is no such picture", () => {
  it.each([
    [
      "an SVG with a script",
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      "an SVG, which can run scripts",
    ],
    ["a web page", "<!doctype html><script>alert(1)</script>", "a web page"],
    ["a PDF", "%PDF-1.7", "a PDF"],
    ["an archive", "PK\u0003\u0004", "a ZIP archive"],
    ["a camera's HEIC", "\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "a HEIC"],
    ["a text", "hello", "no picture"],
    ["nothing", "", "no picture"],
  ])("is refused: %s", (_, content, what) => {
    const sentence = refusal(bytesOf(content), "image/jpeg");
    expect(sentence).toMatch(/^type: This file is .*: JPEG, PNG, WebP and AVIF are taken\.$/);
    expect(sentence).toContain(what);
  });

  it("is refused where its header says that it is another picture", () => {
    expect(refusal(pictureFile("located.png"), "image/jpeg")).toBe(
      "type: The header says image/jpeg, and the file is a PNG: send it as image/png.",
    );
    expect(refusal(pictureFile("located.png"), "application/octet-stream")).toBe("taken");
  });

  it.each([
    [30_000, 30_000],
    [16_385, 1],
    [16_000, 16_000],
  ])("is refused with %i × %i pixels", (width, height) => {
    expect(refusal(hugePng(width, height))).toContain(`This picture has ${width} × ${height} pixels`);
  });

  it("is refused where it has no size", () => {
    expect(refusal(hugePng(0, 4))).toContain("no size");
  });

  it.each(["located.jpg", "located.png", "located.webp"])("is refused where %s is something else as well", (name) => {
    const file = pictureFile(name);
    for (const other of ["PK\u0003\u0004 an archive", "<script>alert(1)</script>", "<?php"])
      expect(refusal(bytesOf(file, other))).toMatch(/^content: .*send the picture alone/);
  });

  it("is refused where it moves", () => {
    expect(refusal(pictureFile("moving.webp"))).toContain("moves");
    expect(refusal(pictureFile("moving.gif"))).toContain("a GIF");
    expect(refusal(bytesOf(pictureFile("located.png").subarray(0, 33), [0, 0, 0, 0], "acTL", [0, 0, 0, 0]))).toContain("moves");
  });

  it("is refused where not every browser would turn it alike", () => {
    expect(refusal(pictureFile("sideways.webp"))).toContain("save it upright");
  });

  it("is refused where its Exif cannot be taken out safely", () => {
    expect(refusal(pictureFile("located.avif"))).toContain("This AVIF holds Exif");
  });

  it.each(stills)("is refused wherever %s is cut off", (name) => {
    const file = pictureFile(name);
    for (let end = 0; end < file.length; end += 7) expect(refusal(file.slice(0, end))).toMatch(/^(type|content): \S.*\.$/);
  });

  it("is answered with a sentence, whatever its bytes are", () => {
    const files = stills.map(pictureFile);
    const mutants = fc
      .tuple(
        fc.nat(files.length - 1),
        fc.array(fc.tuple(fc.nat(4000), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 6 }),
      )
      .map(([index, changes]) => {
        const file = Uint8Array.from(files[index] ?? []);
        for (const [at, value] of changes) file[at % file.length] = value;
        return file;
      });
    always(
      mutants,
      (file) => {
        const read = readImage(file);
        if ("refused" in read) expect(read.sentence).toMatch(/\.$/);
        else expect(latin1(read.bytes)).not.toMatch(/Kamera|Ada Secret/);
      },
      400,
    );
  });
});

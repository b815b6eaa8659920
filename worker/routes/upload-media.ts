/** Takes a picture in. */

import type { Context } from "hono";
import * as z from "zod/mini";
import { picture, pictureTypes } from "../../events/attribution.ts";
import { sha256, toHex } from "../../events/bytes.ts";
import { describes } from "../../events/describes.ts";
import type { App } from "../env.ts";
import { answerJson } from "../http/answer.ts";
import { readBodyBytes } from "../http/body.ts";
import { picturePath } from "../http/links.ts";
import { answerProblem, answerRefused } from "../http/problem.ts";
import { defineRoute } from "../http/route.ts";
import { type ReadImage, readImage } from "../media/read-image.ts";
import { addPicture, findPicture, putPictureBytes } from "../store/media.ts";

/** The most that a picture may have, in bytes. */
const mostPictureBytes = 10 * 1024 * 1024;

const uploaded =
  describes &&
  z
    .strictObject({
      image: picture.shape.image,
      type: z.enum(pictureTypes),
      width: z.int(),
      height: z.int(),
      bytes: z.int(),
      address: z.string().check(z.meta({ description: describes && "Where it is served, on this origin." })),
      removed: z
        .array(z.string())
        .check(z.meta({ description: describes && "What was taken out of the file before it was kept." })),
    })
    .check(z.meta({ id: "UploadedPicture" }));

/** The route `POST /api/media`. */
export const uploadMediaRoute = defineRoute({
  method: "post",
  path: "/api/media",
  name: "uploadMedia",
  role: "editor",
  described: describes && {
    takes: pictureTypes,
    summary: "Upload a picture: events then show it by the hash that this answers with",
    description:
      "The file itself, of at most 10 MiB. Its content says what it is, not its header. What cameras and programs add (Exif with the place, XMP, IPTC, comments) is taken out before it is kept; a colour profile stays, and of a JPEG which way up it is. Uploaded again, it is the same picture.",
    answers: {
      201: {
        description: "It is kept, and served at its address.",
        content: { "application/json": uploaded },
        headers: { Location: "Where it is served." },
      },
      200: { description: "It was there already.", content: { "application/json": uploaded } },
    },
    problems: ["refused", "too-large", "unsupported-media-type", "invalid", "not-implemented", "unavailable"],
  },
  handle: async (c) => {
    const { MEDIA: bucket } = c.env;
    if (!bucket) return answerNoPictures(c);
    if (!/^(identity)?$/i.test(c.req.header("Content-Encoding") ?? ""))
      return answerProblem(c, "unsupported-media-type", { detail: "Send pictures without Content-Encoding." });
    const file = await readBodyBytes(c, mostPictureBytes);
    if (!file) return answerProblem(c, "too-large", { detail: "The picture is larger than 10 MiB." });
    const said = c.req.header("Content-Type")?.split(";")[0]?.trim().toLowerCase();
    const read = readImage(file, said);
    if ("refused" in read) return answerUnfit(c, read);
    const { bytes, removed, ...measures } = read;
    const kept = { image: toHex(await sha256(bytes)), ...measures, bytes: bytes.length };
    const before = await findPicture(c.var.d1, kept.image);
    if (before.isErased)
      return answerRefused(
        c,
        [{ code: "picture-taken-down", detail: "This picture was taken down: it is not taken again." }],
        "",
      );
    if (!before.kept) {
      await putPictureBytes(bucket, kept, bytes);
      await addPicture(c.var.d1, kept, c.var.editor);
    }
    const address = picturePath(kept);
    const headers = { Location: address, "Cache-Control": "no-store" };
    return answerJson(c, { ...kept, address, removed }, headers, before.kept ? 200 : 201);
  },
});

const answerNoPictures = (c: Context<App>): Response =>
  answerProblem(c, "not-implemented", { detail: "This deployment keeps no pictures: it has no bucket that is bound as MEDIA." });

const answerUnfit = (c: Context<App>, { refused, sentence: detail }: Extract<ReadImage, { refused: unknown }>): Response =>
  answerProblem(c, refused === "type" ? "unsupported-media-type" : "invalid", { detail });

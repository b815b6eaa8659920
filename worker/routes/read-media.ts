/** A picture's bytes, by the hash of them. */
import * as z from "zod/mini";
import { pictureEndings, pictureTypes } from "../../events/attribution.ts";
import { describes } from "../../events/describes.ts";
import { cacheControl, clientHasEtag } from "../http/answer.ts";
import { answerProblem } from "../http/problem.ts";
import { defineRoute } from "../http/route.ts";
import { findPicture, readPictureBytes } from "../store/media.ts";

const name = z.string().check(z.regex(new RegExp(`^[0-9a-f]{64}\\.(?:${Object.values(pictureEndings).join("|")})$`)));

/** Shared caches ask again within a minute, so that what was taken down is nowhere much longer. */
const sharedCacheControl = { "CDN-Cache-Control": "max-age=60" };

/** The route `GET /media/{name}`. */
export const readMediaRoute = defineRoute({
  method: "get",
  path: "/media/{name}",
  name: "readMedia",
  params: z.object({ name }),
  described: describes && {
    summary: "A picture",
    description:
      "By the SHA-256 of its bytes and the ending of its type (jpg, png, webp, avif): it never changes, and may be taken down.",
    answers: {
      200: {
        description: "The picture.",
        content: Object.fromEntries(pictureTypes.map((type) => [type, z.string().check(z.meta({ format: "binary" }))])),
      },
      304: { description: "You have it." },
    },
    problems: ["not-found", "taken-down", "unavailable"],
  },
  handle: async (c, { params }) => {
    const [image = "", ending] = params.name.split(".");
    const { kept, isErased } = await findPicture(c.var.d1, image);
    if (isErased) return answerProblem(c, "taken-down", { detail: "This picture was taken down." });
    const nothing = () => answerProblem(c, "not-found", { detail: "There is no picture at this address." });
    if (!kept || !c.env.MEDIA || pictureEndings[kept.type] !== ending) return nothing();
    const caching = { ETag: `"${image}"`, "Cache-Control": cacheControl.forever, ...sharedCacheControl };
    if (clientHasEtag(c, caching.ETag)) return c.body(null, 304, caching);
    const bytes = await readPictureBytes(c.env.MEDIA, image);
    if (!bytes) return nothing();
    return c.body(bytes, 200, { "Content-Type": kept.type, "Content-Length": `${kept.bytes}`, ...caching });
  },
});

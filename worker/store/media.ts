/** The pictures: what is known of them in D1, and which events show them; their bytes in R2, by their hash. */
import * as z from "zod/mini";
import { type PictureType, pictureTypes } from "../../events/attribution.ts";
import { DatabaseUnreachable, type MeteredDatabase, type Row } from "./d1.ts";
import type { UnwrittenEntry } from "./rows.ts";

/** A picture that was uploaded, by the SHA-256 of its bytes in hexadecimal. */
export type KeptPicture = { image: string; type: PictureType; width: number; height: number; bytes: number };

const pictureRow = z.object({
  image: z.string(),
  type: z.enum(pictureTypes),
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
});

/** Those of the pictures that were uploaded, and not erased. */
export const selectPictures = ({ sql }: MeteredDatabase, images: readonly string[]): D1PreparedStatement =>
  sql(
    "SELECT image, type, width, height, bytes FROM media WHERE image IN (SELECT value FROM json_each(?1))",
    JSON.stringify(images),
  );

/** What `selectPictures` found. */
export const picturesOf = (rows: readonly Row[] = []): KeptPicture[] => rows.map((row) => pictureRow.parse(row));

/** Whether a picture was uploaded before, and whether a takedown has erased it. */
export const findPicture = async (
  d1: MeteredDatabase,
  image: string,
): Promise<{ kept: KeptPicture | undefined; isErased: boolean }> => {
  const erased = d1.sql("SELECT 1 FROM media_takedowns WHERE image = ?1 AND erased = 1 LIMIT 1", image);
  const [rows, takedowns = []] = await d1.batch(selectPictures(d1, [image]), erased);
  return { kept: picturesOf(rows)[0], isErased: takedowns.length > 0 };
};

/** Notes a picture whose bytes are there. Noted twice, it stays as it was. */
export const addPicture = async ({ batch, sql }: MeteredDatabase, picture: KeptPicture, editor: string): Promise<void> => {
  const { image, type, width, height, bytes } = picture;
  await batch(
    sql(
      `INSERT INTO media (image, type, width, height, bytes, uploaded_at, uploaded_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      ON CONFLICT (image) DO NOTHING`,
      image,
      type,
      width,
      height,
      bytes,
      new Date().toISOString(),
      editor,
    ),
  );
};

/** The hashes of the pictures that something said shows, a correction's own and those that it brings. */
export const imagesIn = ({ media = [], data }: { media?: { image: string }[] | undefined; data?: unknown }): string[] => {
  const brought = (data as { replacement?: { media?: { image: string }[] } } | undefined)?.replacement?.media ?? [];
  return [...new Set([...media, ...brought].map(({ image }) => image))];
};

/** Notes which pictures entries show; nothing where they show none. */
export const insertPictureUses = (
  { sql }: MeteredDatabase,
  story: string,
  entries: readonly UnwrittenEntry[],
): D1PreparedStatement[] => {
  const uses = entries.flatMap((entry) =>
    "takenDown" in entry ? [] : imagesIn(entry).map((image) => ({ version: entry.version, image })),
  );
  if (uses.length === 0) return [];
  return [
    sql(
      "INSERT INTO media_uses (story, version, image) SELECT ?1, value ->> 'version', value ->> 'image' FROM json_each(?2)",
      story,
      JSON.stringify(uses),
    ),
  ];
};

/**
 * Takes events off the pictures that they show, and forgets the pictures that no other event shows: nobody is served them any more.
 * `takedown`: the version of the event that tells of it.
 */
export const erasePictures = (
  { sql }: MeteredDatabase,
  story: string,
  versions: readonly number[],
  takedown: number,
): D1PreparedStatement[] => {
  const erased = JSON.stringify(versions);
  const isErased = "story = ?1 AND version IN (SELECT value FROM json_each(?2))";
  return [
    sql(
      `INSERT INTO media_takedowns (story, version, image, erased)
      SELECT DISTINCT ?1, ?3, image, NOT EXISTS (
        SELECT 1 FROM media_uses others WHERE others.image = media_uses.image
        AND NOT (others.story = ?1 AND others.version IN (SELECT value FROM json_each(?2)))
      ) FROM media_uses WHERE ${isErased}`,
      story,
      erased,
      takedown,
    ),
    sql(`DELETE FROM media_uses WHERE ${isErased}`, story, erased),
    sql(
      "DELETE FROM media WHERE image IN (SELECT image FROM media_takedowns WHERE story = ?1 AND version = ?2 AND erased = 1)",
      story,
      takedown,
    ),
  ];
};

/** What a takedown has made of the pictures of what it took down: erased, or kept, since other events show them. */
export type PictureReceipt = { erased: string[]; kept: string[] };

/** The receipt of a takedown, by the version that tells of it; undefined where it met no picture. */
export const readPictureReceipt = async (
  { batch, sql }: MeteredDatabase,
  story: string,
  version: number,
): Promise<PictureReceipt | undefined> => {
  const statement = "SELECT image, erased FROM media_takedowns WHERE story = ?1 AND version = ?2 ORDER BY image";
  const [rows = []] = await batch(sql(statement, story, version));
  const those = (wanted: 0 | 1) => rows.filter(({ erased }) => erased === wanted).map(({ image }) => String(image));
  return rows.length === 0 ? undefined : { erased: those(1), kept: those(0) };
};

/** R2 takes away so many at once. */
const mostAtOnce = 1000;

/** Takes the bytes of erased pictures away, as far as that was not done yet. */
export const purgePictures = async ({ batch, sql }: MeteredDatabase, bucket: R2Bucket): Promise<void> => {
  const [rows = []] = await batch(
    sql(`SELECT DISTINCT image FROM media_takedowns WHERE erased = 1 AND purged_at IS NULL LIMIT ${mostAtOnce}`),
  );
  const images = rows.map(({ image }) => String(image));
  if (images.length === 0) return;
  await asked(bucket.delete(images));
  await batch(
    sql(
      "UPDATE media_takedowns SET purged_at = ?2 WHERE purged_at IS NULL AND erased = 1 AND image IN (SELECT value FROM json_each(?1))",
      JSON.stringify(images),
      new Date().toISOString(),
    ),
  );
};

/** Keeps the bytes of a picture. */
export const putPictureBytes = async (
  bucket: R2Bucket,
  { image, type }: Pick<KeptPicture, "image" | "type">,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> => {
  // R2 compares the hash with the bytes that came.
  await asked(bucket.put(image, bytes, { sha256: image, httpMetadata: { contentType: type } }));
};

/** The bytes of a picture, as they come; undefined where they are gone. */
export const readPictureBytes = async (bucket: R2Bucket, image: string): Promise<ReadableStream | undefined> =>
  (await asked(bucket.get(image)))?.body;

/** The bucket is as far as the database: where it does not answer, the same is said. */
const asked = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
  try {
    return await answer;
  } catch (cause) {
    throw new DatabaseUnreachable("R2 did not answer", { cause });
  }
};

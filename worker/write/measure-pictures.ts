/** Pictures as they are recorded: an editor names them, and what was uploaded tells their form and size. */
import type { Picture } from "../../events/attribution.ts";
import type { Refusal } from "../../events/define.ts";
import type { Draft } from "../../events/recorded.ts";
import type { EventType } from "../../events/registry.ts";
import { imagesIn, type KeptPicture } from "../store/media.ts";

type Drafts = readonly Draft<EventType>[];

/** The pictures that drafts show, each once. */
export const imagesOfDrafts = (drafts: Drafts): string[] => [...new Set(drafts.flatMap(imagesIn))];

/** The drafts with the form and the size of each picture; or why one of them cannot be recorded: it names what nobody has uploaded. */
export const measurePictures = (
  drafts: Drafts,
  uploaded: readonly KeptPicture[],
): { drafts: Drafts } | { kind: "refused"; refusals: Refusal[]; index: number } => {
  const known = new Map(uploaded.map((picture) => [picture.image, picture]));
  const measured: Draft<EventType>[] = [];
  for (const [index, draft] of drafts.entries()) {
    const { media } = draft;
    const replacement = replacementIn(draft.data);
    const refusals = [...refusalsOf(media, known, "/media"), ...refusalsOf(replacement?.media, known, "/data/replacement/media")];
    if (refusals.length > 0) return { kind: "refused", refusals, index };
    const data = replacement?.media
      ? { ...(draft.data as object), replacement: { ...replacement, media: measure(replacement.media, known) } }
      : draft.data;
    measured.push(media ? { ...draft, data, media: measure(media, known) } : { ...draft, data });
  }
  return { drafts: measured };
};

/** What a correction brings: the schema of its type says of what shape it is. */
const replacementIn = (data: unknown) => (data as { replacement?: { media?: Picture[] } }).replacement;

const measure = (media: readonly Picture[], known: ReadonlyMap<string, KeptPicture>): Picture[] =>
  media.map((picture) => {
    const { type, width, height } = known.get(picture.image) ?? picture;
    return { ...picture, type, width, height };
  });

const refusalsOf = (media: readonly Picture[] = [], known: ReadonlyMap<string, KeptPicture>, pointer: string): Refusal[] =>
  media.flatMap((picture, index): Refusal[] => {
    const uploaded = known.get(picture.image);
    if (!uploaded)
      return [
        {
          code: "unknown-picture",
          pointer: `${pointer}/${index}/image`,
          detail: `No picture ${picture.image.slice(0, 12)}… was uploaded here: send it to POST /api/media first.`,
        },
      ];
    const other = (["type", "width", "height"] as const).find(
      (field) => picture[field] !== undefined && picture[field] !== uploaded[field],
    );
    if (!other) return [];
    return [
      {
        code: "picture-is-other",
        pointer: `${pointer}/${index}/${other}`,
        detail: `The picture that was uploaded has another ${other}: ${uploaded[other]}. Leave it out, and it is set.`,
      },
    ];
  });

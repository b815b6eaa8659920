/** Brings the pictures that a log shows from the deployment that serves them to another. */
import { measuredPictures } from "../../events/attribution.ts";
import type { Exported } from "../../events/verify.ts";
import type { createClient } from "../client.ts";
import { picturePath } from "../http/links.ts";
import { imagesIn } from "../store/media.ts";

/** The addresses, on their own origin, of the pictures that an entry shows, those that a correction brings among them. */
export const pictureAddressesOf = (entry: Exported): string[] => {
  if ("takenDown" in entry) return [];
  const { replacement } = entry.data as { replacement?: Exported & { media?: typeof entry.media } };
  const shown = [...measuredPictures(entry.media), ...measuredPictures(replacement?.media)];
  return imagesIn(entry).flatMap((image) =>
    shown
      .filter((one) => one.image === image)
      .slice(0, 1)
      .map(picturePath),
  );
};

/** Uploads what stands at the addresses on `origin`, and answers with those of which it could not: nothing stands there, or something else. */
export const movePictures = async (
  riposte: ReturnType<typeof createClient>,
  origin: string,
  addresses: ReadonlySet<string>,
): Promise<string[]> => {
  const left: string[] = [];
  for (const address of addresses) {
    const answer = await fetch(new URL(address, origin)).catch(() => undefined);
    const file = answer?.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
    // Whoever serves it is not trusted to: the hash tells.
    const moved = file && (await riposte.upload(file).catch(() => undefined));
    if (!moved || moved.address !== address) left.push(address);
  }
  return left;
};

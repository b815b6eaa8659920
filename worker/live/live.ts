/** What live readers are told of a story: its version, and whether more will come. */
import type { Bindings } from "../env.ts";
import { loadHead } from "../read/load-fold.ts";
import type { MeteredDatabase } from "../store/d1.ts";
import { knownStoryOf, selectKnownStory } from "../store/snapshots.ts";

/** Where a story is: its version, when that was recorded, and whether it is concluded. */
export type LiveState = { version: number; recordedAt: string; concluded: boolean };

/** Reads it, in one round trip where there is a snapshot; undefined where there is no such story. */
export const readLiveState = async (d1: MeteredDatabase, slug: string): Promise<LiveState | undefined> => {
  const [rows] = await d1.batch(selectKnownStory(d1, slug, [], { amendments: false }));
  const known = await knownStoryOf(rows, [], { amendments: false });
  if (!known) return undefined;
  const { version, recordedAt } = known.head;
  const { folded } = await loadHead(d1, slug, known);
  return { version, recordedAt, concluded: folded.story.concluded !== undefined };
};

const minute = 60_000;

/** After how many seconds a reader without a stream asks again: the sooner, the less time has passed since something came; null for never. */
export const pollingInterval = ({ recordedAt, concluded }: LiveState, now: number): number | null => {
  if (concluded) return null;
  const quiet = now - Date.parse(recordedAt);
  if (quiet < 10 * minute) return 5;
  return quiet < 6 * 60 * minute ? 15 : 60;
};

/** A story's hub; undefined where the deployment has none. Its address names the story. */
export const hubOf = ({ HUB }: Bindings, story: string) => {
  const hub = HUB?.get(HUB.idFromName(story));
  const address = `https://hub/${story}`;
  return (
    hub && {
      /** Tells it that the story stands at that version. */
      tell: (version: number) => hub.fetch(address, { method: "POST", body: String(version) }),
      /** Opens a stream for a reader who has that version: 200 with the stream, 204, 404 or 503. */
      open: (after: number) => hub.fetch(`${address}?after=${after}`),
    }
  );
};

/** A follower: tells the story's hub. A notice that is lost costs some seconds, for the hub looks for itself. */
export const notifyHub = async (env: Bindings, story: string, version: number): Promise<void> => {
  await hubOf(env, story)?.tell(version);
};

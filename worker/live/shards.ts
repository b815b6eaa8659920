/** The further hubs of a story, as its first hub knows them: how many streams each has. */
import type { HubReport } from "./hub-address.ts";

/** How many hubs there may be, the first among them, of how many streams; and for how many milliseconds one counts that has not reported. */
type Settings = { most: number; mostStreams: number; patience: number };

/** Which further hubs there are, and where the next reader goes. */
export class Shards {
  readonly #settings: Settings;
  readonly #known = new Map<number, { streams: number; at: number }>();

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Takes a report. */
  hear({ shard, streams }: HubReport, now: number): void {
    if (streams > 0) this.#known.set(shard, { streams, at: now });
    else this.#known.delete(shard);
  }

  /** Those that have readers, as far as is known. */
  standing(now: number): number[] {
    for (const [shard, { at }] of this.#known) if (now - at > this.#settings.patience) this.#known.delete(shard);
    return [...this.#known.keys()];
  }

  /** The hub for one reader more: the first with room, so that there are few; undefined where all are full. */
  forOneMore(now: number): number | undefined {
    this.standing(now);
    for (let shard = 1; shard < this.#settings.most; shard += 1) {
      const { streams, at } = this.#known.get(shard) ?? { streams: 0, at: now };
      if (streams >= this.#settings.mostStreams) continue;
      // The reader is counted until that hub counts for itself.
      this.#known.set(shard, { streams: streams + 1, at });
      return shard;
    }
    return undefined;
  }
}

/** What a takedown leaves of events. */
import type { Recorded, Seal, Tombstone } from "../../events/recorded.ts";

/** What is left of an event. */
export const tombstoneOf = <Event extends Recorded & { seal: Seal }>({
  data: _data,
  sources: _sources,
  seal: { commitment, hash },
  ...envelope
}: Event): Omit<Tombstone, "position"> => ({ ...envelope, takenDown: true, seal: { commitment, hash } });

/** What an import brings. */
import type { StoredEntry } from "../store/rows.ts";

/**
 * Entries of one story in log order, without a gap; what is there already is passed over, where it is the same.
 * - `continues`: they may go on from an event that was recorded here, which a log that only moves house does not;
 * - `more`: the rest of the log comes later, and with it the takedowns of entries whose content is gone.
 */
export type Shipment = {
  story: string;
  entries: readonly StoredEntry[];
  continues?: boolean | undefined;
  more?: boolean | undefined;
  /** The publisher who imports it. */
  editor: string;
};

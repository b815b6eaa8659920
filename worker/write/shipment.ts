/** What an import brings. */
import type { StoredEntry } from "../store/rows.ts";

/** Entries of one story in log order, without a gap; what is there already is passed over, where it is the same. */
export type Shipment = { story: string; entries: readonly StoredEntry[] };

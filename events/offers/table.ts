/** The life of an offer, as data: what each act makes of an offer in each state. Nothing else decides a state. */
import type { OfferStatus } from "../story.ts";

/** Every act on an offer, but for making one. */
export const acts = [
  "OfferRevised",
  "OfferRejected",
  "OfferAccepted",
  "OfferWithdrawn",
  "OfferLapsed",
  "DealBlocked",
  "DealCleared",
  "DealTerminated",
  "DealClosed",
] as const;
export type ActType = (typeof acts)[number];

/** For whom somebody speaks who answers an offer: for an addressee, for itself as one whom it is subject to, for nobody who decides. */
export type Actor = "addressee" | "subject" | "other";

/** A row of the table: an offer in one of the states `from` comes to `to` by the act, or stays as it is. The first row that fits counts. */
export type Row = {
  act: ActType;
  /** By whom, where it matters. */
  by?: readonly Actor[];
  /** Where it matters, whether somebody of these has accepted it already. */
  accepted?: boolean;
  /** Where it matters, whether every addressee has accepted, now that this is said. */
  complete?: boolean;
  /** Where it matters, whether its deadline alone is changed. */
  deadlineAlone?: true;
  from: readonly OfferStatus[];
  to: OfferStatus | "unchanged";
  /** What it is called where it changes no state. */
  as?: "advice" | "vote";
};

const deciding: readonly Actor[] = ["addressee", "subject"];
const notClosed: readonly OfferStatus[] = ["open", "rejected", "accepted", "withdrawn", "lapsed", "terminated"];

export const table: readonly Row[] = [
  { act: "OfferRevised", deadlineAlone: true, from: ["rejected"], to: "rejected" },
  { act: "OfferRevised", from: ["open", "rejected", "withdrawn", "lapsed", "terminated"], to: "open" },
  { act: "OfferRevised", from: ["accepted"], to: "accepted" },

  { act: "OfferRejected", by: ["addressee"], from: ["open", "rejected"], to: "rejected" },
  { act: "OfferRejected", by: deciding, accepted: false, from: ["accepted"], to: "rejected" },
  { act: "OfferRejected", by: deciding, from: ["terminated"], to: "unchanged", as: "vote" },
  { act: "OfferRejected", by: ["subject"], from: ["open", "rejected"], to: "unchanged", as: "vote" },
  { act: "OfferRejected", by: ["other"], from: notClosed, to: "unchanged", as: "advice" },

  { act: "OfferAccepted", by: deciding, accepted: false, complete: true, from: ["open", "rejected"], to: "accepted" },
  { act: "OfferAccepted", by: ["addressee"], accepted: false, complete: false, from: ["open", "rejected"], to: "open" },
  {
    act: "OfferAccepted",
    by: ["subject"],
    accepted: false,
    complete: false,
    from: ["open", "rejected"],
    to: "unchanged",
    as: "vote",
  },
  { act: "OfferAccepted", by: deciding, accepted: false, from: ["accepted"], to: "accepted" },
  { act: "OfferAccepted", by: deciding, from: ["terminated"], to: "unchanged", as: "vote" },
  { act: "OfferAccepted", by: ["other"], from: notClosed, to: "unchanged", as: "advice" },

  { act: "OfferWithdrawn", from: ["open", "rejected", "accepted"], to: "withdrawn" },
  { act: "OfferLapsed", from: ["open", "rejected", "accepted"], to: "lapsed" },
  { act: "DealTerminated", from: ["accepted"], to: "terminated" },
  { act: "DealClosed", from: ["accepted", "terminated"], to: "closed" },
  { act: "DealBlocked", from: notClosed, to: "unchanged" },
  { act: "DealCleared", from: notClosed, to: "unchanged" },
];

/** What is known of an act, beside the state of the offer that it is on. */
export type Circumstances = {
  act: ActType;
  by?: Actor | undefined;
  accepted: boolean;
  complete: boolean;
  deadlineAlone: boolean;
};

const fits = (row: Row, { act, by, accepted, complete, deadlineAlone }: Circumstances): boolean =>
  row.act === act &&
  (row.by === undefined || (by !== undefined && row.by.includes(by))) &&
  (row.accepted === undefined || row.accepted === accepted) &&
  (row.complete === undefined || row.complete === complete) &&
  (row.deadlineAlone === undefined || deadlineAlone);

/** The row that an act on an offer in that state falls under; undefined where there is none, and the act is refused. */
export const rowFor = (status: OfferStatus, circumstances: Circumstances): Row | undefined =>
  table.find((row) => row.from.includes(status) && fits(row, circumstances));

/** The states that an offer may be in for an act under these circumstances. */
export const statesFor = (circumstances: Circumstances): OfferStatus[] => [
  ...new Set(table.filter((row) => fits(row, circumstances)).flatMap(({ from }) => from)),
];

/** The state that an act leaves an offer in. */
export const stateAfter = (status: OfferStatus, row: Row): OfferStatus => (row.to === "unchanged" ? status : row.to);

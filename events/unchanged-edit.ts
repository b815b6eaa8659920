/** An edit after which the event says what it said before: nothing is put right by it, and readers would be told that something was. */
import type { Refusal } from "./define.ts";
import { orderKey } from "./order.ts";
import { attributionOf, type Said } from "./recorded.ts";
import { canonical } from "./seal.ts";

/**
 * The code of the refusal. Former editions recorded such edits, and an edit does not say of which edition it is: a log that was recorded
 * elsewhere may hold some.
 */
export const editChangesNothing = "edit-changes-nothing";

/** Refuses an edit that changes nothing. `before` and `after` are the event as it reads without it and with it. */
export const refusalsOfUnchangedEdit = (before: Said, after: Said): Refusal[] =>
  meaningOf(before) === meaningOf(after)
    ? [
        {
          code: editChangesNothing,
          pointer: "/data",
          detail: "This edit changes nothing: the event says all of that already.",
        },
      ]
    : [];

/** What is said, in one way: an instant may be written in several, and what is not said may be said to be so. */
const meaningOf = (said: Said): string => {
  const { key = false, certainty = "confirmed", sources = [], media = [], ...rest } = attributionOf(said);
  const { occurredAt, precision, data } = said;
  // The same instant at another place is another time of day, and another day: both are shown.
  const place = /[+-](?!00:00)\d\d:\d\d$/.exec(occurredAt)?.[0] ?? "Z";
  return canonical({ ...rest, key, certainty, sources, media, at: [orderKey(occurredAt), place], precision, data });
};

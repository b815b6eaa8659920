/** What happens next: the dates that were announced, the newest of each, as long as they have not passed. */

import * as z from "zod/mini";
import { describes } from "../events/describes.ts";
import { startOf } from "../events/order.ts";
import type { EventOf } from "../events/registry.ts";
import { get, type Moment, type Story } from "../events/story.ts";
import { type StoryIn, textIn } from "../events/tell/story-in.ts";
import { party, textLanguage, textLanguageOf } from "./shapes.ts";

type Coming = { what: string; at: string; version: number; parties: string[] };
/** The dates by what happens then. */
export type Announced = Record<string, Coming>;

/** So many are kept. */
const most = 200;

/** Takes note of a date: of the same `what`, the newest counts. */
export const announce = (announced: Announced, { version, data }: EventOf<"DateAnnounced">): void => {
  const { what, at, parties = [] } = data;
  delete announced[what];
  announced[what] = { what, at, version, parties: [...parties] };
  const [oldest] = Object.keys(announced);
  if (oldest !== undefined && Object.keys(announced).length > most) delete announced[oldest];
};

/** The day of an instant in a time zone, or, without one, as it was written. */
const dayOf = (at: string, zone: string | undefined): string =>
  zone === undefined ? at.slice(0, 10) : new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(new Date(at));

type Time = Pick<Moment, "occurredAt" | "precision">;

/** Whether a date has passed by the newest event of the story: a day once the next one has begun. */
const hasPassed = (at: string, zone: string | undefined, newest: Time): boolean => {
  if (at.length > "2025-03-10".length) return startOf({ occurredAt: at, precision: "second" }) <= startOf(newest);
  const isDay = newest.precision !== "second" && newest.precision !== "minute" && newest.precision !== "hour";
  return (isDay ? newest.occurredAt.slice(0, 10) : dayOf(newest.occurredAt, zone)) > at;
};

/** The dates that the story's newest event has not passed, the next first; of one time, what was announced first in the story. */
export const comingOf = (announced: Announced, { timeZone }: Pick<Story, "timeZone">, newest: Time): Coming[] =>
  Object.keys(announced)
    .flatMap((what) => get(announced, what) ?? [])
    .filter(({ at }) => !hasPassed(at, timeZone, newest))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

/** What is to happen then, as it is told in a language. */
export const announcedIn = (story: StoryIn, { version, what: original }: Pick<Coming, "what" | "version">) => {
  const what = textIn(story, version, "what", original);
  return { what, ...textLanguageOf(story, what) };
};

/** A date to come: an instant, or a day. */
export const announcement =
  describes &&
  z
    .strictObject({ what: z.string(), ...textLanguage, at: z.string(), version: z.int(), parties: z.array(party) })
    .check(z.meta({ id: "Announcement" }));

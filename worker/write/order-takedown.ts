/** Carries out a takedown that a publisher has ordered, whoever asks for it: it is erased, followed, purged, and told in a receipt. */
import type { Context } from "hono";
import { isTakenDown } from "../../events/registry.ts";
import { erasedBy } from "../../events/remains.ts";
import type { App } from "../env.ts";
import { purgeOf } from "../http/purge.ts";
import type { PictureReceipt } from "../store/media.ts";
import type { StoredEntry } from "../store/rows.ts";
import { notifyFollowers } from "./followers.ts";
import { purgeTakenDown } from "./purge-taken-down.ts";
import { type NotTakenDown, type TakedownOrder, takeDown } from "./takedown.ts";

/** What was recorded, what has to be purged elsewhere, and what became of the pictures that the event showed. */
export type TakedownReceipt = {
  takedown: StoredEntry;
  isNew: boolean;
  purge: ReturnType<typeof purgeOf>;
  /** How many drafts held the same words, and were erased. */
  drafts: number;
  media?: PictureReceipt | undefined;
};

/** What came of the order. */
export type OrderedTakedown = ({ kind: "taken-down" } & TakedownReceipt) | NotTakenDown;

/** Takes the event down. Whoever calls it has seen that its caller may, and has signed in lately. */
export const orderTakedown = async (c: Context<App>, order: Omit<TakedownOrder, "editor">): Promise<OrderedTakedown> => {
  const { story, event } = order;
  const outcome = await takeDown(c.var.d1, { ...order, editor: c.var.editor });
  if (!("events" in outcome)) return outcome;
  const [takedown] = outcome.events;
  if (!takedown) throw new Error("A takedown is one event");
  const { version } = takedown;
  const isNew = outcome.kind === "taken-down";
  if (isNew) notifyFollowers(c, story, version);
  // One that was sent again was so because something may have gone wrong: what is purged already takes no harm.
  await purgeTakenDown(c, story, { pictures: outcome.media !== undefined });
  // Of a takedown that was itself taken down since, the order that came again tells what it took down.
  const [erased = [event]] = isTakenDown(takedown) ? [] : [[...erasedBy([takedown])]];
  const purge = purgeOf(c.req.url, story, { erased, version, naming: outcome.naming });
  return { kind: "taken-down", takedown, isNew, purge, drafts: outcome.drafts, media: outcome.media };
};

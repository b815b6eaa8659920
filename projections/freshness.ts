/** What a story has that is new: its newest news, by when they were recorded, and its newest picture. */
import { type MeasuredPicture, measuredPictures } from "../events/attribution.ts";
import { inStoryOrder } from "../events/order.ts";
import type { StoryEvent } from "../events/registry.ts";
import type { Place } from "../events/story.ts";

/** News, by version: when it was recorded. */
export type News = { version: number; recordedAt: string };

/** What a status keeps of it: the newest news in log order, and the picture of what happened last. */
export type Freshness = { news?: News[]; picture?: Place & { shown: MeasuredPicture } };

/** So many news are kept. */
export const mostNews = 20;

/** Enters an event, wherever it stands in story order. */
export const enterFreshness = (
  state: Freshness,
  { version, recordedAt, media }: StoryEvent,
  place: string,
  isNews: boolean,
): void => {
  const [shown] = measuredPictures(media);
  if (shown && (!state.picture || inStoryOrder({ version, place }, state.picture) > 0)) state.picture = { version, place, shown };
  if (!isNews) return;
  const news = [...(state.news ?? []), { version, recordedAt }];
  state.news = news.sort((a, b) => a.version - b.version).slice(-mostNews);
};

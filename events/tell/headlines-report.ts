/** What a report was about that is confirmed or denied: facts alone, in no language. */
import type { HeadlineContext } from "./headline.ts";
import type { OfferTold } from "./offer-told.ts";
import type { Who } from "./who.ts";

/** What is said of a report. */
export type Remark = { event: number; by?: string | readonly string[] | undefined };

/** A report's type, and the offer that it was about; `isOwn` where those who speak make the offer. Undefined where it was about none. */
export const reportedDeed = (
  { event }: Remark,
  by: readonly Who[],
  context: HeadlineContext,
): { type: string; offer: OfferTold; isOwn: boolean } | undefined => {
  const report = context.report(event);
  const offer = report?.offer === undefined ? undefined : context.offer(report.offer);
  return report && offer ? { type: report.type, offer, isOwn: isBy(offer, by) } : undefined;
};

const isBy = (offer: OfferTold, by: readonly Who[]): boolean =>
  by.length === offer.by.length && by.every(({ party }) => offer.by.some((bidder) => bidder.party === party));

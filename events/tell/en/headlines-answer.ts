/** How an offer is answered, in an English headline: “OpenAI rejects Musk’s $97.4bn offer”. */
import type { Headline } from "../headline.ts";
import type { Who } from "../who.ts";
import { english } from "./grammar.ts";
import { offerBy, subject, type Verb } from "./headlines.ts";

type Answer = { offer: string; by: string | readonly string[] };

/** “OpenAI rejects …”, “The members vote down …”, “Glass Lewis opposes …”. */
export const offerIsRejected: Headline<Answer> = (data, context) => {
  const by = context.whos(data.by);
  const offer = context.offer(data.offer);
  const isAgreed = offer?.status === "accepted";
  const verb: Verb =
    context.counts === "advice"
      ? ["opposes", "oppose", "opposed"]
      : isAgreed
        ? undone(by)
        : context.counts === "vote"
          ? ["votes against", "vote against", "voted against"]
          : ["rejects", "reject", "rejected"];
  return english.say`${subject(by, verb, context)} ${offerBy(offer, by)}`;
};

/** What had been agreed to is voted down; by one person alone it is no vote. */
const undone = (by: readonly Who[]): Verb =>
  by.every(({ facts }) => facts.kind === "person")
    ? ["rejects", "reject", "rejected"]
    : ["votes down", "vote down", "voted down"];

/** “OpenAI accepts …”, “The members approve …”, “Glass Lewis backs …”. */
export const offerIsAccepted: Headline<Answer> = (data, context) => {
  const by = context.whos(data.by);
  return english.say`${subject(by, consents[context.counts], context)} ${offerBy(context.offer(data.offer), by)}`;
};

const consents: Record<"answer" | "vote" | "advice", Verb> = {
  answer: ["accepts", "accept", "accepted"],
  vote: ["approves", "approve", "approved"],
  advice: ["backs", "back", "backed"],
};

/** How an offer is answered, in a French headline: « OpenAI rejette l’offre de 97,4 milliards de dollars de Musk ». */
import type { Headline } from "../headline.ts";
import { french } from "./grammar.ts";
import { offerBy, subject, type Verb } from "./headlines.ts";

type Answer = { offer: string; by: string | readonly string[] };

/** « OpenAI rejette … », « Les membres rejettent l’accord sur … », « Glass Lewis désapprouve … ». */
export const offerIsRejected: Headline<Answer> = (data, context) => {
  const by = context.whos(data.by);
  const offer = context.offer(data.offer);
  const what = offerBy(offer, by);
  if (context.counts === "advice")
    return french.say`${subject(by, ["désapprouve", "désapprouvent", "désapprouvé"], context)} ${what}`;
  if (offer?.status === "accepted") return french.say`${subject(by, rejects, context)} l’accord sur ${what}`;
  return french.say`${subject(by, context.counts === "vote" ? votesAgainst : rejects, context)} ${what}`;
};

const rejects: Verb = ["rejette", "rejettent", "rejeté"];
const votesAgainst: Verb = ["vote contre", "votent contre", "voté contre"];

/** « OpenAI accepte … », « Les membres approuvent … », « Glass Lewis soutient … ». */
export const offerIsAccepted: Headline<Answer> = (data, context) => {
  const by = context.whos(data.by);
  return french.say`${subject(by, consents[context.counts], context)} ${offerBy(context.offer(data.offer), by)}`;
};

const consents: Record<"answer" | "vote" | "advice", Verb> = {
  answer: ["accepte", "acceptent", "accepté"],
  vote: ["approuve", "approuvent", "approuvé"],
  advice: ["soutient", "soutiennent", "soutenu"],
};

/** A story as lines know it: Alphabet is bid for by Musk, has a board, and stands beside Twitter and OpenAI. */
import type { LineContext, LineOffer } from "../../worker/desk/line/line-context.ts";

const answers = (bidder: string): LineOffer["acts"] => ({
  OfferRejected: [bidder],
  OfferAccepted: [bidder],
  CounterOffered: [bidder],
  OfferRevised: [],
  OfferWithdrawn: [],
  OfferLapsed: [],
  DealBlocked: [bidder],
});

/** Wednesday, 12 February 2025, half past ten in Paris. */
export const lineContext: LineContext = {
  story: "alphabet",
  version: 12,
  now: Date.parse("2025-02-12T09:30:20Z"),
  zone: "Europe/Paris",
  language: "en",
  currency: "USD",
  lastSource: { publisher: "Reuters", url: "https://www.reuters.com/a" },
  publishers: ["Reuters", "Le Monde", "The Wall Street Journal"],
  parties: [
    { party: "elon-musk", name: "Elon Musk", others: ["Musk"] },
    { party: "alphabet", name: "Alphabet", others: [] },
    { party: "alphabet-board", name: "Alphabet’s board", others: ["board"], of: "alphabet" },
    { party: "openai", name: "OpenAI", others: [] },
    { party: "twitter", name: "Twitter", others: ["X"] },
    { party: "societe-generale", name: "Société générale", others: ["SocGen"] },
    { party: "larry-page", name: "Larry Page", others: ["Page"] },
    { party: "larry-ellison", name: "Larry Ellison", others: ["Ellison"] },
    { party: "ftc", name: "Federal Trade Commission", others: ["FTC"] },
  ],
  offers: [
    {
      offer: "musk-bid",
      label: "Musk’s $97.4bn offer for Alphabet",
      currency: "USD",
      bidders: ["elon-musk"],
      addressees: ["alphabet"],
      target: "alphabet",
      acts: answers("elon-musk"),
    },
    {
      offer: "ellison-bid",
      label: "Ellison’s $3bn offer for Twitter",
      currency: "USD",
      bidders: ["larry-ellison"],
      addressees: ["twitter"],
      target: "twitter",
      acts: answers("larry-ellison"),
    },
    {
      offer: "page-deal",
      label: "Page’s €1bn offer for OpenAI",
      currency: "EUR",
      bidders: ["larry-page"],
      addressees: ["openai"],
      target: "openai",
      acts: { DealClosed: [], DealTerminated: [], OfferRevised: [], OfferAccepted: ["larry-page"] },
    },
  ],
  questions: [{ question: "motive", text: "What moved Musk?" }],
  quotations: [{ version: 9, by: ["elon-musk"] }],
  reports: [{ version: 11, headline: "Ellison is said to bid" }],
};

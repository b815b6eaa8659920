/** The commonest acts as they are typed from the cursor's place to the log, and how many keystrokes each takes. */
import type { EventType } from "../../events/registry.ts";

/** What is typed (⇥ is Tab; ⏎ is Ctrl or Cmd with Enter, the first to record and the second to send at once), and what it records. */
type TypedAct = { name: string; typed: string; records: { type: EventType; data?: object; sources?: object[] }[] };

const reuters = { sources: [{ publisher: "Reuters" }] };
const bid = { offer: "musk-bid" };

/** All of them, told of a story in which Musk's bid for OpenAI stands, and one question is open. */
export const typedActs: readonly TypedAct[] = [
  {
    name: "a rejection, with its source",
    typed: "op⇥rej⇥@re⇥⏎⏎",
    records: [{ type: "OfferRejected", data: { by: "openai", ...bid }, ...reuters }],
  },
  {
    name: "an offer",
    typed: "al⇥off⇥5bn for tw⇥⏎⏎",
    records: [{ type: "OfferMade", data: { by: "sam-altman", target: "twitter", price: { amount: "5000000000" } } }],
  },
  {
    name: "a counter-offer with a price",
    typed: "op⇥cou⇥9.74bn for tw⇥⏎⏎",
    records: [
      {
        type: "CounterOffered",
        data: { by: "openai", inReplyTo: "musk-bid", target: "twitter", price: { amount: "9740000000", currency: "USD" } },
        ...reuters,
      },
    ],
  },
  { name: "an acceptance", typed: "op⇥acc⇥⏎⏎", records: [{ type: "OfferAccepted", data: { by: "openai", ...bid } }] },
  {
    name: "a raised bid",
    typed: "mu⇥rai⇥to 100bn⏎⏎",
    records: [{ type: "OfferRevised", data: { ...bid, price: { amount: "100000000000" } } }],
  },
  { name: "a withdrawal", typed: "mu⇥wi⇥⏎⏎", records: [{ type: "OfferWithdrawn", data: bid }] },
  {
    name: "an insult with its translation",
    typed: 'mu⇥ins⇥al⇥"Ein Gauner ist er" "He is a crook"⏎⏎',
    records: [
      {
        type: "InsultPosted",
        data: {
          by: "elon-musk",
          at: "sam-altman",
          quote: {
            text: "He is a crook",
            language: "en",
            translationOf: { text: "Ein Gauner ist er", language: "de" },
          },
        },
      },
    ],
  },
  {
    name: "a statement",
    typed: 'al⇥sa⇥"We are not for sale"⏎⏎',
    records: [{ type: "StatementMade", data: { by: "sam-altman", quote: { text: "We are not for sale", language: "en" } } }],
  },
  {
    name: "a development",
    typed: "news: OpenAI’s board meets⏎⏎",
    records: [{ type: "DevelopmentReported", data: { headline: "OpenAI’s board meets" } }],
  },
  {
    name: "a date that was announced",
    typed: "date: The board meets 3 March 2031⏎⏎",
    records: [{ type: "DateAnnounced", data: { what: "The board meets", at: "2031-03-03" } }],
  },
  {
    name: "an open question",
    typed: "question: Who pays?⏎⏎",
    records: [{ type: "QuestionRaised", data: { question: "who-pays", text: "Who pays?" } }],
  },
  {
    name: "an answer",
    typed: "answer: The data⏎⏎",
    records: [{ type: "QuestionAnswered", data: { question: "motive", text: "The data" } }],
  },
  {
    name: "a rejection and a counter-offer in one post",
    typed: "op⇥rej⇥; cou⇥9.74bn for tw⇥⏎⏎",
    records: [
      { type: "OfferRejected", data: { by: "openai", ...bid } },
      { type: "CounterOffered", data: { by: "openai", target: "twitter" } },
    ],
  },
];

/** How many keystrokes that is: a key with another held down is two. */
export const keystrokesIn = (typed: string): number => [...typed].length + typed.split("⏎").length - 1;

/** The table of them, as README has it. */
export const keystrokeTable = (): string =>
  typedActs.map(({ name, typed }) => `| ${name} | \`${typed}\` | ${keystrokesIn(typed)} |`).join("\n");

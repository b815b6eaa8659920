/** A takeover of sixty-six events: four bidders, quotations in four languages, long names, key moments, corrections, a retraction, a summary. */
import {
  announced,
  corrected,
  development,
  draft,
  opened,
  type Posted,
  party,
  question,
  reported,
  retracted,
  said,
  statement,
  summarised,
  takenBack,
  usd,
} from "./drafts.ts";

const first = Date.parse("2025-07-01T06:00:00Z");
/** Five hours lie between two events: the story lasts two weeks. */
const pace = 5 * 3_600_000;

const key = (posted: Posted): Posted => ({ ...posted, key: true });
const wire = (posted: Posted): Posted => ({
  ...posted,
  sources: [
    { publisher: "The Wire", title: "Bidders circle Harbour Lights", url: "https://wire.example/harbour" },
    { publisher: "AFP" },
  ],
});

const bidders = ["meridian", "boreal", "castor", "dunes"] as const;
const sayings = [
  said("Nous ne vendons pas le port, ni aujourd’hui ni demain.", "fr"),
  said("هذا العرض لا يعكس قيمة الميناء", "ar"),
  said("ההצעה אינה מספקת", "he"),
  said("We have read it twice, and it is still too low.", "en"),
];

const bid = (by: string, round: number): Posted =>
  wire(
    round === 0
      ? draft("OfferMade", {
          offer: `${by}-bid`,
          by,
          target: "harbour",
          price: usd(`${21 + bidders.indexOf(by as "dunes")}00000000`),
        })
      : draft("OfferRevised", { offer: `${by}-bid`, price: usd(`${24 + round * 2 + bidders.indexOf(by as "dunes")}00000000`) }),
  );

const round = (number: number): Posted[] =>
  bidders.flatMap((by, index): Posted[] => [
    index === 0 ? key(bid(by, number)) : bid(by, number),
    draft("OfferRejected", {
      offer: `${by}-bid`,
      by: "harbour",
      reason: "It undervalues the port.",
      quote: sayings[index] ?? said(),
    }),
    wire(statement({ by, quote: said(`${by} will come back with more, and soon: round ${number + 2}.`) })),
    wire(development(`Dockworkers stop work at berth ${index + 1} for the ${number + 1}. time`, ["harbour"])),
  ]);

/** In the zone where it is told (IANA). */
export const takeover = (timeZone = "Australia/Sydney"): Posted[] =>
  [
    opened({ title: "The fight for Harbour Lights", summary: "Four bidders want one port.", timeZone }),
    party("harbour", { name: "Harbour Lights Port Authority and Associated Terminal Operators Ltd", short: "Harbour Lights" }),
    party("meridian", { name: "Meridian Infrastructure Partners", short: "Meridian" }),
    party("boreal", { name: "Boréal Participations", short: "Boréal", nameLanguage: "fr" }),
    party("castor", { name: "Castor & Pollux Holdings", short: "Castor" }),
    party("dunes", { name: "صندوق الكثبان", nameLanguage: "ar" }),
    ...round(0),
    announced("The board meets", "2025-07-16T04:30:00Z"),
    question("who", "Who would run the port?"),
    ...round(1),
    reported(wire(development("A fifth bidder looks at the books"))),
    draft("InsultPosted", { by: "castor", at: "meridian", quote: said("Tourists"), platform: "X" }),
    takenBack(42, { by: "castor" }),
    corrected(41, { data: { headline: "A fifth bidder, from Chile, looks at the books" } }),
    retracted(40, "Nobody had stopped work."),
    summarised(
      "Four bidders want the port; the board has turned all of them down, twice.",
      "Meridian began with $2.1bn; the highest offer today is Castor’s.",
      "The dockworkers have stopped work seven times.",
      "The board meets on 16 July.",
      "Nobody has said who would run the port.",
    ),
    announced("The shareholders vote", "2025-08-02"),
    ...round(2),
    key(draft("OfferAccepted", { offer: "boreal-bid", by: "harbour" })),
    wire(development("The minister asks for time")),
    draft("DealBlocked", { offer: "boreal-bid", by: "castor", reason: "A court will have to say." }),
  ].map((posted, index) => ({ occurredAt: new Date(first + index * pace).toISOString(), ...posted }));

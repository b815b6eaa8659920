/** The strike of Hollywood’s writers, 2023: a demand, a counter-proposal, months of silence, a vote. */
import * as t from "./telling.ts";

const { after, still } = t;

export const writersStrike: t.Telling = {
  title: "The writers’ strike",
  language: "en",
  cast: [
    t.firm("wga", "the Writers Guild of America", { short: "the WGA", ...t.inFrench("le syndicat des scénaristes") }),
    t.group("studios", "the Hollywood studios", { short: "the studios", plural: true, ...t.inFrench("les studios") }),
    t.group("members", "the guild’s members", { of: "wga", plural: true, ...t.inFrench("les scénaristes") }),
  ],
  steps: [
    after(
      "2023-03-20",
      t.offer("demand", "wga", { to: "studios", subject: "a new contract", terms: "$429mn a year" }),
      "offered",
      "The WGA has proposed a new contract ($429mn a year) to the studios, who have yet to answer.",
      "Le syndicat des scénaristes fait une proposition (« $429mn a year ») aux studios, qui n’ont pas encore répondu.",
    ),
    after(
      "2023-05-01",
      t.counter("studios-offer", "demand", "studios", { subject: "a new contract", terms: "$86mn a year", subjectTo: "members" }),
      "countered",
      "The studios have countered with a proposal for a new contract ($86mn a year); the WGA has yet to answer.",
      "Les studios font une contre-proposition (« $86mn a year ») au syndicat des scénaristes, qui n’a pas encore répondu.",
    ),
    after(
      "2023-05-01",
      t.rejected("studios-offer", "wga"),
      "rejected",
      "The WGA has rejected the studios’ counter-proposal for a new contract ($86mn a year).",
      "Le syndicat des scénaristes a rejeté la contre-proposition des studios (« $86mn a year »).",
    ),
    still("2023-05-02", t.news("The writers walk out")),
    after(
      "2023-08-11",
      t.revised("studios-offer", { terms: "Limits on AI, a 13 per cent rise over three years" }),
      "countered",
      "The studios have countered with a proposal for a new contract (Limits on AI, a 13 per cent rise over three years); the WGA has yet to answer.",
      "Les studios font une contre-proposition (« Limits on AI, a 13 per cent rise over three years ») au syndicat des scénaristes, qui n’a pas encore répondu.",
    ),
    still("2023-08-22", t.statement("wga", "We were met with a lecture about how good their single and only counteroffer was.")),
    after(
      "2023-09-24",
      [t.revised("studios-offer", { terms: "$233mn a year" }), t.accepted("studios-offer", "wga")],
      "agreed",
      "The WGA has accepted the studios’ counter-proposal for a new contract ($233mn a year); the guild’s members still have to agree.",
      "Le syndicat des scénaristes a accepté la contre-proposition des studios (« $233mn a year ») ; les scénaristes doivent encore se prononcer.",
    ),
    after(
      "2023-10-09",
      t.accepted("studios-offer", "members"),
      "agreed",
      "The WGA and the guild’s members have accepted the studios’ counter-proposal for a new contract ($233mn a year).",
      "Le syndicat des scénaristes et les scénaristes ont accepté la contre-proposition des studios (« $233mn a year »).",
    ),
    after(
      "2023-10-09",
      t.concluded("The writers have a contract until May 2026."),
      "concluded",
      "The writers have a contract until May 2026.",
      "The writers have a contract until May 2026.",
    ),
  ],
};

/** The texts of what explains the API, in English. */

export const docs = {
  docs: {
    title: "The API",
    lead: "Read a story as data, record what happened, follow all stories.",
    noScript: "The description below is drawn by a script. Without it, read the description itself:",
    file: "OpenAPI description",
    operations: "Operations",
    offers: "The life of an offer, drawn from the table that decides it",
  },

  offerLife: {
    title: "The life of an offer",
    lead: "What each act makes of an offer in each state. Riposte decides by this table, and by nothing else.",
    first:
      "An offer or a counter-offer is open when it is made. Of the rows of an act, the first that fits counts; where none fits, the act is refused.",
    columns: { heading: "Acts and states", act: "Act", when: "By whom, and when", from: "From", to: "To" },
    or: " or ",
    actors: {
      addressee: "by an addressee, or by somebody who speaks for one",
      subject: "by a party whom the agreement is subject to",
      other: "by anybody else",
    },
    conditions: {
      accepted: "who has accepted it",
      notAccepted: "who has not accepted it",
      complete: "every addressee having accepted",
      incomplete: "another addressee having yet to accept",
      deadlineAlone: "where the deadline alone changes",
    },
    unchanged: "no change",
    counts: { advice: "advice", vote: "a vote" },
  },
};

/** The ceasefire plan for Gaza, 2024 and 2025: three mediators, two sides who answer one by one, a truce that ends. */
import * as t from "./telling.ts";

const { after, still } = t;

export const ceasefire: t.Telling = {
  title: "The ceasefire plan",
  language: "en",
  cast: [
    t.firm("us", "the US", t.inFrench("les Etats-Unis")),
    t.firm("qatar", "Qatar", t.inFrench("le Qatar")),
    t.firm("egypt", "Egypt", t.inFrench("l’Egypte")),
    t.firm("israel", "Israel", t.inFrench("Israël")),
    t.firm("hamas", "Hamas", t.inFrench("le Hamas")),
    t.firm("cabinet", "Israel’s cabinet", { of: "israel", ...t.inFrench("le cabinet israélien") }),
  ],
  steps: [
    after(
      "2024-05-31",
      t.offer("plan", "us", { partners: ["qatar", "egypt"], to: ["israel", "hamas"], subject: "a ceasefire in three phases" }),
      "offered",
      "The US, Qatar and Egypt have proposed a ceasefire in three phases to Israel and Hamas, which have yet to answer.",
      "Les Etats-Unis, le Qatar et l’Egypte font une proposition (« a ceasefire in three phases ») à Israël et au Hamas, qui n’ont pas encore répondu.",
    ),
    after(
      "2024-06-11",
      t.counter("amendments", "plan", "hamas", {
        to: "israel",
        subject: "a ceasefire in three phases",
        terms: "A full withdrawal",
      }),
      "countered",
      "Hamas has countered with a proposal for a ceasefire in three phases (a full withdrawal); Israel has yet to answer.",
      "Le Hamas fait une contre-proposition (« A full withdrawal ») à Israël, qui n’a pas encore répondu.",
    ),
    after(
      "2024-08-16",
      [t.rejected("amendments", "israel"), t.revised("plan", { terms: "A bridging proposal" })],
      "offered",
      "The US, Qatar and Egypt have proposed a ceasefire in three phases (a bridging proposal) to Israel and Hamas, which have yet to answer.",
      "Les Etats-Unis, le Qatar et l’Egypte font une proposition (« A bridging proposal ») à Israël et au Hamas, qui n’ont pas encore répondu.",
    ),
    after(
      "2024-08-19",
      t.accepted("plan", "israel"),
      "offered",
      "The US, Qatar and Egypt have proposed a ceasefire in three phases (a bridging proposal) to Israel and Hamas; Israel has accepted and Hamas has yet to answer.",
      "Les Etats-Unis, le Qatar et l’Egypte font une proposition (« A bridging proposal ») à Israël et au Hamas ; Israël a accepté, et le Hamas n’a pas encore répondu.",
    ),
    after(
      "2024-08-20",
      t.rejected("plan", "hamas"),
      "rejected",
      "Hamas has rejected the US, Qatar and Egypt’s proposal for a ceasefire in three phases (a bridging proposal).",
      "Le Hamas a rejeté la proposition des Etats-Unis, du Qatar et de l’Egypte (« A bridging proposal »).",
    ),
    after(
      "2025-01-15",
      [t.revised("plan", { terms: "Six weeks, 33 hostages", subjectTo: "cabinet" }), t.accepted("plan", ["israel", "hamas"])],
      "agreed",
      "Israel and Hamas have accepted the US, Qatar and Egypt’s proposal for a ceasefire in three phases (Six weeks, 33 hostages); Israel’s cabinet still has to agree.",
      "Israël et le Hamas ont accepté la proposition des Etats-Unis, du Qatar et de l’Egypte (« Six weeks, 33 hostages ») ; le cabinet israélien doit encore se prononcer.",
    ),
    after(
      "2025-01-18",
      t.accepted("plan", "cabinet"),
      "agreed",
      "Israel, Hamas and Israel’s cabinet have accepted the US, Qatar and Egypt’s proposal for a ceasefire in three phases (Six weeks, 33 hostages).",
      "Israël, le Hamas et le cabinet israélien ont accepté la proposition des Etats-Unis, du Qatar et de l’Egypte (« Six weeks, 33 hostages »).",
    ),
    still("2025-01-19", t.news("The truce takes hold")),
    after(
      "2025-03-18",
      t.terminated("plan", "israel"),
      "terminated",
      "Israel has terminated the agreement on the US, Qatar and Egypt’s proposal for a ceasefire in three phases (Six weeks, 33 hostages).",
      "Israël a mis fin à l’accord sur la proposition des Etats-Unis, du Qatar et de l’Egypte (« Six weeks, 33 hostages »).",
    ),
  ],
};

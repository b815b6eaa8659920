/** A proposal to two parties, and what one of them proposes instead. Every state that five acts reach is told in a true and well-made sentence. */
import { accepted, counter, proposal } from "../../support/drafts.ts";
import { actsOn, tellsEveryState } from "../../support/reachable-told.ts";

const alphabet = {
  "x made": proposal("x", { to: ["b", "t"], subject: "a pay deal" }),
  "y made": { ...counter("y", "x"), data: { offer: "y", inReplyTo: "x", by: "t", subject: "a pay deal", terms: "a higher one" } },
  ...actsOn("x", "t", "b", "11"),
  ...actsOn("y", "a", "b", "8"),
  "x accepted by b": accepted("x", "b"),
};

tellsEveryState("a proposal to two, and a counter-proposal", alphabet, 12_000);

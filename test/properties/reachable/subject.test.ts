/** A bid that a third party has to agree to, and the target’s bid for the bidder. Every state that five acts reach is told in a true and well-made sentence. */
import { accepted, counter, offer } from "../../support/drafts.ts";
import { actsOn, billions, tellsEveryState } from "../../support/reachable-told.ts";

const alphabet = {
  "x made": offer("x", { price: billions("10"), subjectTo: "b" }),
  "y made": counter("y", "x", { price: billions("9") }),
  ...actsOn("x", "t", "b", "11"),
  ...actsOn("y", "a", "b", "8"),
  "x accepted by both": accepted("x", ["t", "b"]),
  "x accepted by b": accepted("x", "b"),
};

tellsEveryState("a bid that somebody has to agree to as well, and a bid for the bidder", alphabet, 15_000);

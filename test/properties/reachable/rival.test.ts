/** A bid, and somebody else’s for the same target. Every state that five acts reach is told in a true and well-made sentence. */
import { offer } from "../../support/drafts.ts";
import { actsOn, billions, tellsEveryState } from "../../support/reachable-told.ts";

const alphabet = {
  "x made": offer("x", { price: billions("10") }),
  "y made": offer("y", { by: "b", price: billions("12") }),
  ...actsOn("x", "t", "b", "11"),
  ...actsOn("y", "t", "a", "13"),
};

tellsEveryState("a bid and its rival", alphabet, 20_000);

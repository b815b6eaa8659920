/** A bid, and what the target asks instead. Every state that five acts reach is told in a true and well-made sentence. */
import { counter, offer } from "../../support/drafts.ts";
import { actsOn, billions, tellsEveryState } from "../../support/reachable-told.ts";

const alphabet = {
  "x made": offer("x", { price: billions("10") }),
  "y made": counter("y", "x", { target: "t", price: billions("15") }),
  ...actsOn("x", "t", "b", "11"),
  ...actsOn("y", "a", "b", "14"),
};

tellsEveryState("a bid and the ask that answers it", alphabet, 10_000);

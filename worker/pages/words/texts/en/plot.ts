/** The texts of the plots of prices, in English. */

export const plot = {
  plot: {
    over: "Prices over time",
    table: "The prices as a table",
    date: "Date",
    bidder: "Bidder",
    price: "Price",
    value: "On this scale",
    change: "Against the bid before",
    events: {
      rejected: "Turned down",
      withdrawn: "Withdrawn",
      lapsed: "Lapsed",
      terminated: "Called off",
      agreed: "Agreed",
      closed: "Closed",
      deadline: "Deadline",
    },
  },
  compared: {
    same: "the same",
  },
};

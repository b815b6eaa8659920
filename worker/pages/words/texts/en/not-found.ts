/** The texts of what is not found, and of other problems, in English. */

export const notFound = {
  problems: { title: "Problem", status: "Status", all: "All problem types", seen: "Your address asks for something else in" },

  notFound: {
    back: "To the stories",
  },
};

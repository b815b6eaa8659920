/** The words for readers without a line, in English. `{time}` and `{day}` are put in by the browser. */
export const phone = {
  offline: {
    title: "You are offline",
    text: "You have not read this page before, so it is not kept on this device. The pages that you read last are.",
    front: "The front page",
    asRead: "You are offline: this is the page as you read it at {time}.",
    asReadOn: "You are offline: this is the page as you read it on {day} at {time}.",
  },
};

/** The words of signing in, in English. */
export const session = {
  signIn: {
    title: "Sign in",
    lead: "The desk is for this newsroom. Ask a publisher for a link, who makes one under People: it works once, for a day.",
    how: "Whoever runs this Riposte makes the first one by",
    token: "Or paste a token",
    tokenHelp: "The one that your programs post with. It is not kept here: a session of twelve hours takes its place.",
    button: "Sign in",
    missing: "Paste your token.",
    wrong: "This token is not known, was revoked or has expired.",
    as: "Sign in as {name}",
    asText: "This link works once. Press the button in the browser in which you want to work.",
    usedTitle: "This link is good no more",
    used: "It was used, has expired or was revoked. Ask for another, or paste your token.",
    again: "Sign in again",
    againText: "What you are about to do cannot be undone: it wants a sign-in that is less than ten minutes old.",
    signedOut: "You are signed out.",
  },
  turnedAway: {
    ended: {
      title: "Your session has ended",
      text: "Nothing was sent, and nothing is lost: here is what you wrote. Sign in, then send it.",
    },
    signInHere: "Sign in, in a new tab",
    sendAgain: "Send it",
    forged: {
      title: "This was not sent from the desk",
      text: "Another site asked your browser to do this, or your browser does not say where it comes from. Nothing was done.",
    },
    reopened: {
      title: "Send this?",
      text: "You have signed in since this form was opened. Nothing was done yet: look at it, then send it.",
    },
    forbidden: {
      title: "This is not yours to do",
      text: "It takes the role {wanted}; yours is {own}. A publisher can change that.",
    },
    tooMany: {
      title: "Too many requests",
      text: "Wait {seconds} seconds, then try again.",
    },
    tooLarge: { title: "This is too large", text: "A form may have 1 MiB. Nothing was recorded: go back and shorten it." },
  },
};

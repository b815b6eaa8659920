/** The words of people and their access, in English. */
import type { TokenKind } from "../../../store/token.ts";

const kinds: Record<TokenKind, string> = { token: "Token, for programs", session: "Session", link: "Link, not used yet" };

export const people = {
  people: {
    title: "People",
    lead: "Who may work at the desk, and by what they are signed in.",
    invite: "Invite somebody",
    name: "Name",
    nameHelp: "Readers see it beside what this person records.",
    role: "Role",
    roleOf: "Role: {name}",
    makeLink: "Make a link",
    linkTitle: "A link for {name}",
    linkText: "It is shown this once, works once, and for a day. Send it in private: whoever has it signs in under this name.",
    link: "Link",
    back: "Back to people",
    change: "Change",
    own: "Nobody changes their own role, so that the last publisher is not locked out.",
    gone: "No access any more",
    lastSignedIn: "Last signed in",
    never: "Has not signed in",
    access: "Access: {name}",
    kinds,
    kind: "What",
    since: "Since",
    until: "Until",
    noEnd: "revoked",
    revoke: "Revoke",
    revokeWhat: "Revoke: {what}, {name}",
    did: "What they recorded",
    faults: {
      name: "Give a name of 1 to 80 characters, in one line.",
      role: "Choose a role.",
      noPerson: "Nobody of this name has access any more.",
    },
    done: { role: "The role was changed.", revoked: "It was revoked." },
  },
  did: {
    title: "What {name} recorded",
    lead: "The newest 20, among the newest {most} events of all stories.",
    none: "Nothing among these.",
    event: "Event {version}",
  },
  sessions: {
    title: "Your sessions",
    lead: "Where you are signed in. End what you do not know, then tell a publisher.",
    this: "this one",
    end: "End",
    endWhat: "End: {what}",
    endOthers: "End all others",
    ended: "It was ended.",
    unknown: "Unknown browser",
  },
};

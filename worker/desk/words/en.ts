/** The desk's words in English. */
import type { Role } from "../../store/token.ts";
import type { DeskSection } from "../sections.ts";
import { people } from "./en/people.ts";
import { session } from "./en/session.ts";

const roles: Record<Role, { name: string; may: string }> = {
  contributor: { name: "Contributor", may: "drafts and submits" },
  editor: { name: "Editor", may: "drafts and records" },
  publisher: { name: "Publisher", may: "records, takes down, imports and manages people" },
};

const sections: Record<DeskSection, string> = { stories: "Stories", front: "Front page", drafts: "Drafts", people: "People" };

/** The words, in English; these say which words a language has to have. */
export const en = {
  /** The language's own name. */
  name: "English",
  locale: "en-GB",
  desk: "Riposte desk",
  colon: ": ",
  skip: "Skip to the content",
  menu: "Desk",
  languages: "Language",
  signedInAs: (name: string) => `${name}: your sessions`,
  signOut: "Sign out",
  errors: "There is a problem",
  roles,
  sections,
  stories: {
    title: "Stories",
    open: "Open a story",
    lastActivity: "Last activity",
    asReadersSee: "As readers see it",
    older: "Older stories",
    newest: "Latest stories",
    empty: "No story yet. Open the first one.",
  },
  ...people,
  ...session,
};

/** The desk's words in English: plain JSON. What stands in braces is filled in. */
import type { Role } from "../../store/token.ts";
import type { DeskSection } from "../sections.ts";
import { drafts } from "./en/drafts.ts";
import { entry } from "./en/entry.ts";
import { form } from "./en/form.ts";
import { line } from "./en/line.ts";
import { open } from "./en/open.ts";
import { people } from "./en/people.ts";
import { session } from "./en/session.ts";
import { story } from "./en/story.ts";

const roles: Record<Role, { name: string; may: string }> = {
  contributor: { name: "Contributor", may: "drafts and submits" },
  editor: { name: "Editor", may: "drafts and records" },
  publisher: { name: "Publisher", may: "records, takes down, imports and manages people" },
};

const sections: Record<DeskSection, string> = { stories: "Stories", front: "Front page", drafts: "Drafts", people: "People" };

/** The words, in English; these say which words a language has to have. */
export const en = {
  locale: "en-GB",
  desk: "Riposte desk",
  colon: ": ",
  skip: "Skip to the content",
  menu: "Desk",
  languages: "Language",
  signedInAs: "{name}: your sessions",
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
  ...drafts,
  ...entry,
  ...form,
  ...line,
  ...open,
  ...people,
  ...session,
  ...story,
};

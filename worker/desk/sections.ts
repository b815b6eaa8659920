/** What the desk's masthead leads to, and for whom. */
import type { Role } from "../store/token.ts";

/** The parts of the desk, in the order in which they stand in its masthead. A new one is a line here, and its name in each language. */
export const deskSections = [
  { path: "/desk", name: "stories", role: "contributor" },
  { path: "/desk/front", name: "front", role: "editor" },
  { path: "/desk/drafts", name: "drafts", role: "contributor" },
  { path: "/desk/people", name: "people", role: "publisher" },
] as const satisfies readonly { path: string; name: string; role: Role }[];

/** The name of a part of the desk. */
export type DeskSection = (typeof deskSections)[number]["name"];

/** The pages of the desk. A new one is a file and a line here. */
import type { DeskPage } from "./desk-page.ts";
import { signInPages } from "./session/sign-in.tsx";
import { signOutPage } from "./session/sign-out.ts";
import { deskStoriesPage } from "./stories.tsx";

/** Every page of the desk, in the order in which the router tries them: those of stories, `/desk/:story`, come last. */
export const deskPages: readonly DeskPage[] = [...signInPages, signOutPage, deskStoriesPage];

/** A source by its address, for scripts: at `/desk/source`. The page itself is asked for its title only where the deployment says so. */
import { answerJson } from "../http/answer.ts";
import { type DeskPage, fieldOf } from "./desk-page.ts";
import { sourceOfAddress } from "./form/proposals.ts";
import { readTitle } from "./source/read-title.ts";

/** Answers with what is proposed: `{ publisher, title, html }`, the page's own title as HTML. Nothing where the address tells of nothing. */
export const sourcePage: DeskPage = {
  method: "post",
  path: "/desk/source",
  role: "contributor",
  handle: async (c, desk) => {
    const url = fieldOf(desk, "url");
    const proposed = sourceOfAddress(url);
    const html = proposed && c.env.FETCH_SOURCES === "on" ? await readTitle(url) : undefined;
    return answerJson(c, { ...proposed, html }, { "Cache-Control": "no-store" });
  },
};

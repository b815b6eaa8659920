/** A source by its address, for scripts: at `/desk/source`. The page itself is asked for its title only where the deployment says so. */
import { answerJson } from "../http/answer.ts";
import { type DeskPage, fieldOf } from "./desk-page.ts";
import { sourceOfAddress } from "./form/proposals.ts";
import { readTitle } from "./source/read-title.ts";

/** Answers with `{ publisher?, title? }`: what is proposed, and nothing where the address tells of nothing. */
export const sourcePage: DeskPage = {
  method: "post",
  path: "/desk/source",
  role: "contributor",
  handle: async (c, desk) => {
    const url = fieldOf(desk, "url").trim();
    const proposed = sourceOfAddress(url);
    const title = proposed && c.env.FETCH_SOURCES === "on" ? await readTitle(url) : undefined;
    const source = proposed && { publisher: proposed.publisher, title: title ?? proposed.title };
    return answerJson(c, source ?? {}, { "Cache-Control": "no-store" });
  },
};

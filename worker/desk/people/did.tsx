/** What somebody recorded last, read off the log. */
import type { Context } from "hono";
import type { App } from "../../env.ts";
import { eventPath } from "../../http/links.ts";
import { listRecordedBy, mostLookedAt } from "../../store/recorded-by.ts";
import { DeskLayout } from "../desk-layout.tsx";
import { answerDeskPage, type DeskPage, type DeskSession } from "../desk-page.ts";
import { DeskTime } from "../desk-time.tsx";
import { fillIn } from "../words/fill-in.ts";
import { peopleAddress } from "./address.ts";

const handle = async (c: Context<App>, desk: DeskSession): Promise<Response> => {
  const { did, locale, people } = desk.words;
  const name = (c.req.query("name") ?? "").slice(0, 80);
  const events = await listRecordedBy(c.var.d1, name);
  const page = (
    <DeskLayout visit={desk} title={fillIn(did.title, { name })}>
      <h1 dir="auto">{fillIn(did.title, { name })}</h1>
      <p class="desk-lead">{events.length === 0 ? did.none : fillIn(did.lead, { most: mostLookedAt.toLocaleString(locale) })}</p>
      <ol class="plain desk-stories">
        {events.map(({ story, version, type, recordedAt }) => (
          <li>
            <a href={eventPath({ slug: story }, version)}>
              {story}, {fillIn(did.event, { version })}
            </a>{" "}
            <code>{type}</code>{" "}
            <small>
              <DeskTime visit={desk} at={recordedAt} />
            </small>
          </li>
        ))}
      </ol>
      <p>
        <a href={peopleAddress}>{people.back}</a>
      </p>
    </DeskLayout>
  );
  return answerDeskPage(c, page);
};

/** The page at `/desk/people/did`. */
export const didPage: DeskPage = { method: "get", path: `${peopleAddress}/did`, role: "publisher", handle };

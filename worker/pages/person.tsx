/** A person or an organization over all stories: who they are in each, and what they did there. */
import type { Context } from "hono";
import { isPersonId } from "../../projections/person-id.ts";
import type { App } from "../env.ts";
import { answerNotModified, cacheControl, clientHasEtag } from "../http/answer.ts";
import { Runs } from "../http/html/runs.tsx";
import { eventPath, personPath, storyPath } from "../http/links.ts";
import { type Person, type PersonInStory, readPerson } from "../read/people.ts";
import { errorPage } from "./error.tsx";
import { answerPage, type Page, pageRevision } from "./page.ts";
import { PageLayout } from "./page-layout.tsx";
import { localizedPath, type Reader, readerOf } from "./reader.ts";
import { deedsOf, Elsewhere } from "./story/cast.tsx";
import { EventTime } from "./times.tsx";

const handle = async (c: Context<App>): Promise<Response> => {
  const id = c.req.param("id") ?? "";
  const reader = readerOf(c);
  const found = isPersonId(id) ? await readPerson(c.var.d1, id, reader.language) : undefined;
  if (!found) return errorPage(c, "not-found");
  const { person } = found;
  // Whatever else somebody is known by leads to one page. It may be another one day.
  if (person.id !== id) {
    c.header("Cache-Control", cacheControl.briefly);
    return c.redirect(localizedPath(reader, personPath(person.id)), 302);
  }
  const etag = found.etag.replace(/"$/, `.${pageRevision.revision}"`);
  if (clientHasEtag(c, etag)) return answerNotModified(c, etag, cacheControl.briefly);
  const headers = { ETag: etag, "Cache-Control": cacheControl.briefly };
  return answerPage(c, <PersonHtml reader={reader} person={person} />, headers);
};

const PersonHtml = ({ reader, person }: { reader: Reader; person: Person }) => {
  const { words } = reader;
  const [{ member }] = person.stories;
  const addresses = [...new Set(person.stories.flatMap((story) => story.member.sameAs))];
  return (
    <PageLayout
      reader={reader}
      title={member.name}
      description={words.person.description(member.name, person.stories.length)}
      data={`/api/people/${person.id}`}
      modules={["keep.js"]}
    >
      <header class="standing">
        <p class="label">{words.cast.kinds[member.kind]}</p>
        <h1>
          <bdi lang={member.language}>{member.name}</bdi>
        </h1>
        <p class="aside">
          {words.person.stories(person.stories.length)}
          <Elsewhere reader={reader} name={member.name} addresses={addresses} />
        </p>
      </header>
      <ol class="plain stories">
        {person.stories.map((story) => (
          <InStory reader={reader} story={story} name={member.name} />
        ))}
      </ol>
    </PageLayout>
  );
};

const InStory = ({ reader, story, name }: { reader: Reader; story: PersonInStory; name: string }) => {
  const { member, entries } = story;
  const { words } = reader;
  const slug = { slug: story.story };
  return (
    <li class="person-story">
      <p class="label">{words.stages[story.stage]}</p>
      <h2 lang={story.language}>
        <a href={localizedPath(reader, storyPath(slug))}>
          <bdi>{story.title}</bdi>
        </a>
      </h2>
      {member.name === name && !member.role ? null : (
        <p>
          {member.name === name ? null : <bdi lang={member.language}>{member.name}</bdi>}
          {member.name !== name && member.role ? words.colon : null}
          {member.role ? <bdi lang={member.textLanguage}>{member.role}</bdi> : null}
        </p>
      )}
      {deedsOf(reader, member) ? <p class="aside">{deedsOf(reader, member)}</p> : null}
      {entries.length > 0 ? (
        <ul class="plain person-entries">
          {entries.map((entry) => (
            <li>
              <a href={localizedPath(reader, eventPath(slug, entry.version))}>
                <Runs runs={entry.headlineRuns} />
              </a>{" "}
              <span class="aside">
                <EventTime reader={reader} at={entry} />
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
};

/** The page at `/people/{id}`. */
export const personPage: Page = { path: "/people/:id", handle };

/** A person or an organization over all stories. */
import * as z from "zod/mini";
import { describes } from "../../events/describes.ts";
import { instant } from "../../events/values.ts";
import { member } from "../../projections/cast.ts";
import { isPersonId } from "../../projections/person-id.ts";
import { stages } from "../../projections/sentence/situation.ts";
import { headline, moment } from "../../projections/shapes.ts";
import { answerJson, answerNotModified, cacheControl, clientHasEtag } from "../http/answer.ts";
import { eventPath, personPath, storyPath } from "../http/links.ts";
import { answerProblem } from "../http/problem.ts";
import { defineRoute, langParam } from "../http/route.ts";
import { readPerson } from "../read/people.ts";

const page = z.string();

const answer = z
  .strictObject({
    id: z.string().check(z.meta({ description: describes && "What stands for all that the party is known by." })),
    page,
    stories: z.array(
      z.strictObject({
        story: z.string(),
        title: z.string(),
        language: z.string(),
        stage: z.enum(stages),
        lastActivity: instant,
        page,
        member,
        entries: z
          .array(z.strictObject({ ...moment.shape, ...headline, page }))
          .check(z.meta({ description: describes && "The newest entries that name the party, the newest first." })),
      }),
    ),
  })
  .check(z.meta({ id: "PersonOverStories" }));

/** The route `GET /api/people/{id}`. */
export const readPersonRoute = defineRoute({
  method: "get",
  path: "/api/people/{id}",
  name: "readPerson",
  params: z.object({ id: z.string().check(z.refine(isPersonId)) }),
  query: z.strictObject({ lang: langParam }),
  described: describes && {
    summary: "A person or an organization over all stories, the story that was last active first",
    description:
      "Parties that share an address in `sameAs` are the same. The id is `wikidata-Q…` for an item of Wikidata, else it is made of another address, else `story~party`; each of them leads here. What is told follows the log within a second or so.",
    answers: {
      200: {
        description: "Who it is in each story, and what was done there.",
        content: { "application/json": answer },
        headers: { ETag: "It changes with what is told." },
      },
      304: { description: "You have it." },
    },
    problems: ["not-found", "invalid", "unavailable"],
  },
  handle: async (c, { params: { id } }) => {
    const found = await readPerson(c.var.d1, id, c.var.language);
    if (!found) return answerProblem(c, "not-found", { detail: "Nobody goes by this id in any story." });
    const { etag, person } = found;
    if (clientHasEtag(c, etag)) return answerNotModified(c, etag, cacheControl.briefly);
    const stories = person.stories.map(({ entries, ...told }) => ({
      ...told,
      page: storyPath({ slug: told.story }),
      entries: entries.map((entry) => ({ ...entry, page: eventPath({ slug: told.story }, entry.version) })),
    }));
    const body = { id: person.id, page: personPath(person.id), stories };
    return answerJson(c, body, { ETag: etag, "Cache-Control": cacheControl.briefly });
  },
});

/** What to do where there is no story yet. */
import { localizedPath, type Reader } from "./reader.ts";

/** An event that opens a story. */
const opening = {
  type: "StoryOpened",
  occurredAt: "2025-02-10T19:00:00Z",
  precision: "hour",
  data: { title: "Musk, Altman et l’offre sur OpenAI", language: "fr" },
};

/** How the first story is posted, from the token on. */
export const HowToPost = ({ reader }: { reader: Reader }) => {
  const words = reader.words.stories;
  const [add, open] = words.steps;
  const address = new URL("/api/stories/musk-openai/events", reader.url).href;
  const command = [
    `curl ${address} \\`,
    `  -H "Authorization: Bearer $TOKEN" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '${JSON.stringify(opening)}'`,
  ];
  return (
    <section class="section" aria-labelledby="empty">
      <h2 id="empty">{words.empty}</h2>
      <p>{words.emptyLead}</p>
      <ol>
        <li>
          <p>{add}</p>
          <pre>
            <code>npm run editor -- add NAME</code>
          </pre>
        </li>
        <li>
          <p>{open}</p>
          <pre>
            <code>{command.join("\n")}</code>
          </pre>
        </li>
      </ol>
      <p>
        <a href={localizedPath(reader, "/docs")}>{words.more}</a>
      </p>
    </section>
  );
};

/** A story on the front page: its title, where it stands, one live fact, how much of it is new, and something to look at. */
import { grammarOf } from "../../../events/tell/languages.ts";
import { mostNews } from "../../../projections/freshness.ts";
import { type Spark, sparkSize } from "../../../projections/spark.ts";
import { Runs } from "../../http/html/runs.tsx";
import { picturePath, storyPath } from "../../http/links.ts";
import type { FrontStory } from "../../read/front-page.ts";
import { localizedPath, type Reader } from "../reader.ts";
import { RecordedTime } from "../times.tsx";
import { liveFactOf } from "./live-fact.ts";

/** `lead`: the first and largest; `brief`: one of those that are over. `now`: in milliseconds. */
type Shown = { reader: Reader; story: FrontStory; now: number; lead?: boolean; brief?: boolean };

/** A card, as an item of a list. */
export const FrontCard = ({ reader, story, now, lead = false, brief = false }: Shown) => {
  const { words } = reader;
  const { card, section } = story;
  const Heading = brief ? "h3" : "h2";
  const fact = liveFactOf(card, { language: reader.language, words: reader.words, storyLanguage: story.language, now });
  return (
    <li class={lead ? "lead" : undefined}>
      <article class="listed">
        {brief ? null : <CardPicture story={story} lead={lead} />}
        <p class="label">
          {section === undefined ? null : <span class="section-name">{section}</span>}
          <span>{words.stages[story.stage]}</span>
        </p>
        <Heading>
          <a href={localizedPath(reader, storyPath({ slug: story.story }))} lang={story.language} dir="auto">
            <span class="cut">{story.title}</span>
          </a>
        </Heading>
        <p class="listed-sentence">
          <Runs runs={story.headlineRuns} />
        </p>
        {brief || card.picture || !card.spark ? null : <SparkLine reader={reader} spark={card.spark} />}
        {fact.length === 0 ? null : (
          <p class="live-fact">
            <Runs runs={fact} />
          </p>
        )}
        <p class="aside">
          <Fresh reader={reader} story={story} now={now} />{" "}
          <span>
            {words.stories.lastActivity}{" "}
            <RecordedTime reader={reader} at={story.lastActivity} year={new Date(now).getUTCFullYear()} />
          </span>
        </p>
      </article>
    </li>
  );
};

const dayMs = 86_400_000;

/** How many news there were in the last day; the script tells how many since the reader's last visit, by their versions. */
const Fresh = ({ reader, story: { story, card }, now }: Pick<Shown, "reader" | "story" | "now">) => {
  const inLastDay = card.news.filter(({ recordedAt }) => Date.parse(recordedAt) > now - dayMs).length;
  const told = reader.words.front.inLastDay(inLastDay, inLastDay === mostNews);
  return (
    <span class="fresh" data-story={story} data-news={card.news.map(({ version }) => version).join(" ")} hidden={inLastDay === 0}>
      {inLastDay === 0 ? "" : told}
    </span>
  );
};

/** The story's newest picture, with whose it is. */
const CardPicture = ({ story: { card, language }, lead }: { story: FrontStory; lead: boolean }) => {
  const { picture } = card;
  if (!picture) return null;
  return (
    <figure class="card-picture">
      <img
        src={picturePath(picture)}
        width={picture.width}
        height={picture.height}
        alt={picture.alt}
        lang={language}
        loading={lead ? "eager" : "lazy"}
        decoding="async"
      />
      <figcaption>
        <bdi>{picture.credit}</bdi>
      </figcaption>
    </figure>
  );
};

/** Its prices as a small plot, from which to which: the line says nothing that they do not. */
const SparkLine = ({ reader, spark: { paths, first, last } }: { reader: Reader; spark: Spark }) => {
  const { money } = grammarOf(reader.language);
  return (
    <p class="spark">
      <span>{money(first, "table")}</span>
      <svg viewBox={`0 0 ${sparkSize.width} ${sparkSize.height}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
        {paths.map((path, index) => (
          <path class={`spark-line series-${index + 1}`} d={path} vector-effect="non-scaling-stroke" />
        ))}
      </svg>
      <span>{money(last, "table")}</span>
    </p>
  );
};

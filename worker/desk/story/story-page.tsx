/** A story at the desk: the line, the acts, and the newest entries. */
import type { Context } from "hono";
import { kinds } from "../../../events/define.ts";
import { postedTypes } from "../../../events/parse.ts";
import { definitionOf, type EventType } from "../../../events/registry.ts";
import type { Entry } from "../../../projections/timeline.ts";
import type { App } from "../../env.ts";
import { Runs } from "../../http/html/runs.tsx";
import { eventPath, storyPath } from "../../http/links.ts";
import { roleAllows } from "../../store/token.ts";
import { DeskLayout } from "../desk-layout.tsx";
import { answerDeskPage, type DeskPage, type DeskSession } from "../desk-page.ts";
import { DraftFields, KeptStatus, keptForm, keptLine } from "../drafts/kept-form.tsx";
import { DraftsOfStory, draftsOfStory } from "../drafts/of-story.tsx";
import { deskEntryPath } from "../entry/entry-visit.tsx";
import { labelOf } from "../form/labels.ts";
import { type TypedForm, typedValue } from "../form/typed-form.ts";
import { writeForm } from "../form/write-form.ts";
import { Chips } from "../line/chips.tsx";
import { lineContextOf } from "../line/context-of-story.ts";
import type { LineContext } from "../line/line-context.ts";
import { understandLine } from "../line/understand-line.ts";
import { deskStoryPath } from "../story-path.ts";
import { writeMoment } from "../typed/write-moment.ts";
import { fillIn } from "../words/fill-in.ts";
import { DeskEntry } from "./desk-entry.tsx";
import { type DeskStory, deskStoryOf } from "./desk-story.ts";
import { FirstSteps } from "./first-steps.tsx";
import { noSuchStoryPage } from "./no-such-story.tsx";
import { PostingForm, postingPath } from "./posting-form.tsx";
import { WhoElse } from "./presence.tsx";

type Shown = { desk: DeskSession; story: DeskStory };

const longestLine = 2000;

const handle = async (c: Context<App>, desk: DeskSession): Promise<Response> => {
  const story = await deskStoryOf(c, desk);
  if (!story) return noSuchStoryPage(c, desk);
  const { words } = desk;
  const kept = await keptLine(c);
  const line = (c.req.query("line") ?? typedValue(kept, "line")).slice(0, longestLine);
  const context = lineContextOf(story);
  const drafts = await draftsOfStory(c, desk, story.slug);
  const mayRecord = roleAllows(desk.person.role, "editor") ? "" : undefined;
  const page = (
    <DeskLayout visit={desk} title={story.story.title} modules={["desk/drafts.js", "desk/news.js"]}>
      <Recorded c={c} desk={desk} />
      <WhoElse desk={desk} story={story} />
      <h1 lang={story.story.language} dir="auto">
        {story.story.title}
      </h1>
      <p class="desk-sentence">
        <Runs runs={story.status.headlineRuns} />
      </p>
      <p class="aside">
        <a href={storyPath(story)}>{words.story.asReaders}</a>
        {" · "}
        <a href={`${deskStoryPath(story.slug)}/settings`}>{words.settings.title}</a>
      </p>
      <FirstSteps desk={desk} story={story} />
      <form
        method="get"
        action={deskStoryPath(story.slug)}
        class="desk-form desk-line"
        data-records={mayRecord}
        {...keptForm(desk, story.slug)}
      >
        <DraftFields form={kept} />
        <label for="line">{words.story.line}</label>
        <p class="field-help" id="line-help">
          {words.story.lineHelp}
        </p>
        <input
          id="line"
          name="line"
          value={line}
          aria-describedby="line-help"
          autocomplete="off"
          maxlength={longestLine}
          dir="auto"
        />
        <KeptStatus />
        <button type="submit">{words.story.understand}</button>
      </form>
      {line.trim() === "" ? null : <UnderstoodLine desk={desk} story={story} line={line} context={context} kept={kept} />}
      <DraftsOfStory desk={desk} drafts={drafts} />
      <ActLinks desk={desk} story={story} />
      <Entries desk={desk} story={story} />
      <script type="application/json" id="line-context" dangerouslySetInnerHTML={{ __html: asScript(context) }} />
    </DeskLayout>
  );
  return answerDeskPage(c, page);
};

/** JSON as it may stand in a script element: nothing in it ends that. It is data, which no policy for scripts forbids. */
const asScript = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");

/** That something was recorded, after it was. */
const Recorded = ({ c, desk: { words } }: { c: Context<App>; desk: DeskSession }) => {
  const [recorded, before] = [c.req.query("recorded"), c.req.query("before")];
  if (recorded === undefined && before === undefined) return null;
  return (
    <p id="recorded" class="desk-notice" role="status" tabindex={-1}>
      {before === undefined
        ? fillIn(words.story.recorded, { version: Number.parseInt(recorded ?? "", 10) || 0 })
        : words.story.recordedBefore}
    </p>
  );
};

/** What was understood of a line: its chips, and the forms of its events, filled in. */
const UnderstoodLine = ({
  desk,
  story,
  line,
  context,
  kept,
}: Shown & { line: string; context: LineContext; kept: TypedForm }) => {
  const clauses = understandLine(line, context);
  const drafts = clauses.flatMap(({ draft }) => draft ?? []);
  const form: TypedForm = new Map([
    ...kept,
    ...drafts.flatMap((draft, index) =>
      [...writeForm(definitionOf(draft.type), { ...draft, precision: draft.precision }, story.setting)].map(
        ([name, values]) => [`${index}.${name}`, values] as const,
      ),
    ),
  ]);
  return (
    <section aria-labelledby="understood">
      <h2 id="understood">{desk.words.form.understood}</h2>
      {clauses.map(({ chips, draft }) => (
        <Chips
          words={desk.words}
          chips={chips}
          timeOf={(occurredAt) => writeMoment({ occurredAt, precision: draft?.precision ?? "minute" }, story.setting)}
        />
      ))}
      {drafts.length > 0 ? <PostingForm desk={desk} story={story} types={drafts.map(({ type }) => type)} form={form} /> : null}
    </section>
  );
};

/** The acts that have pages of their own, at their entries. */
const isPostedHere = (type: EventType): boolean => definitionOf(type).amends === undefined && type !== "StoryOpened";

const ActLinks = ({ desk: { words }, story }: Shown) => (
  <section aria-labelledby="acts">
    <h2 id="acts">{words.story.acts}</h2>
    <div class="desk-acts">
      {[...kinds, "other" as const].map((kind) => {
        const types = postedTypes.filter((type) => isPostedHere(type) && (definitionOf(type).kind ?? "other") === kind);
        return types.length === 0 ? null : (
          <div>
            <h3>{words.story.kinds[kind]}</h3>
            <ul class="plain">
              {types.map((type) => (
                <li>
                  <a href={`${postingPath(story.slug)}/${type}`}>{labelOf(words, type)}</a>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  </section>
);

/** Who recorded an entry, or changed it last. */
const changedBy = ({ corrected, updated, reinstated, retracted, takenDown, lastVersion, recordedBy }: Entry): string =>
  [...corrected, ...updated, ...reinstated, retracted, takenDown].find((one) => one?.version === lastVersion)?.recordedBy ??
  recordedBy;

/** What may be done at an entry, by this person, as it stands. */
const EntryActs = ({ desk: { words, person }, story, entry }: Shown & { entry: Entry }) => {
  const { version, retracted, takenDown } = entry;
  const acts = [
    ...(takenDown || !roleAllows(person.role, "editor")
      ? []
      : retracted
        ? [["reinstate", words.story.reinstate] as const]
        : [["edit", words.story.edit] as const, ["retract", words.story.retract] as const]),
    ...(takenDown || !roleAllows(person.role, "publisher") ? [] : [["take-down", words.story.takeDown] as const]),
  ];
  return (
    <ul class="row aside">
      <li>
        <a href={eventPath(story, version)}>{fillIn(words.story.entry, { version })}</a>
      </li>
      {acts.map(([act, label]) => (
        <li>
          <a href={`${deskEntryPath(story.slug, version)}/${act}`}>{label}</a>
        </li>
      ))}
    </ul>
  );
};

const Entries = ({ desk, story }: Shown) => (
  <section aria-labelledby="entries">
    <h2 id="entries">{desk.words.story.entries}</h2>
    <ol class="plain desk-entries">
      {story.timeline.entries.map((entry) => (
        <li id={`v${entry.version}`} data-changed={entry.lastVersion} data-by={changedBy(entry)}>
          <DeskEntry entry={entry} zone={story.setting.zone} language={desk.language}>
            <EntryActs desk={desk} story={story} entry={entry} />
          </DeskEntry>
        </li>
      ))}
    </ol>
  </section>
);

/** The page at `/desk/{story}`. */
export const deskStoryPage: DeskPage = { method: "get", path: "/desk/:story", role: "contributor", handle };

/** What a story is set by: its summary, who is who, its key moments, the dates that come, its end. Each is an event, previewed like any other. */
import type { Context } from "hono";
import { definitionOf } from "../../events/registry.ts";
import { partyAt } from "../../events/story.ts";
import type { App } from "../env.ts";
import { DeskLayout, ForgeryField } from "./desk-layout.tsx";
import { answerDeskPage, type DeskPage, type DeskSession, redirectInDesk } from "./desk-page.ts";
import { EventForm } from "./form/event-form.tsx";
import { choiceLabel, labelOf } from "./form/labels.ts";
import { typedFormOf, typedValue } from "./form/typed-form.ts";
import { changesOfKeys, changesOfParty, formOfParty } from "./settings/changes.ts";
import { DataForm, type SettingsShown } from "./settings/data-form.tsx";
import { deskStoryOf } from "./story/desk-story.ts";
import { noSuchStoryPage } from "./story/no-such-story.tsx";
import { answerPreview } from "./story/post.tsx";
import { postingPath } from "./story/posting-form.tsx";
import { deskStoryPath } from "./story-path.ts";
import { fillIn, withAllWords } from "./words/apart.ts";

/** Where a story's settings are. */
const settingsPath = (slug: string): string => `${deskStoryPath(slug)}/settings`;

const Back = ({ story }: Pick<SettingsShown, "story">) => (
  <p class="desk-back">
    <a href={deskStoryPath(story.slug)} lang={story.story.language} dir="auto">
      {story.story.title}
    </a>
  </p>
);

const SettingsPage = ({ desk, story }: SettingsShown) => {
  const { settings } = desk.words;
  const { points, concluded } = story.story;
  return (
    <DeskLayout visit={desk} title={settings.title}>
      <Back story={story} />
      <h1>{settings.title}</h1>
      <p class="desk-lead">
        {settings.lead} <a href={`${deskStoryPath(story.slug)}/events/1/edit`}>{settings.opening}</a>
      </p>
      <section class="desk-card" aria-labelledby="points">
        <h2 id="points">{settings.points}</h2>
        <p class="field-help">{settings.pointsHelp}</p>
        <DataForm
          desk={desk}
          story={story}
          type="StorySummarised"
          form={new Map([["0.data.points", [(points?.points ?? []).join("\n")]]])}
        />
      </section>
      <Parties desk={desk} story={story} />
      <KeyMoments desk={desk} story={story} />
      <section class="desk-card" aria-labelledby="dates">
        <h2 id="dates">{settings.dates}</h2>
        <ul>
          {story.status.next.map(({ what, at }) => (
            <li>
              <bdi>{what}</bdi>: <time datetime={at}>{at}</time>{" "}
              <a href={`${postingPath(story.slug)}/DateAnnounced?${new URLSearchParams({ "data.what": what })}`}>
                {settings.move}
              </a>
            </li>
          ))}
        </ul>
        <DataForm desk={desk} story={story} type="DateAnnounced" />
      </section>
      <section class="desk-card" aria-labelledby="end">
        <h2 id="end">{concluded ? settings.reopen : settings.end}</h2>
        <p class="field-help">{concluded ? concluded.outcome : settings.endHelp}</p>
        <DataForm desk={desk} story={story} type={concluded ? "StoryReopened" : "StoryConcluded"} />
      </section>
    </DeskLayout>
  );
};

const Parties = ({ desk, story }: SettingsShown) => {
  const { words } = desk;
  return (
    <section class="desk-card" aria-labelledby="parties">
      <h2 id="parties">{words.settings.parties}</h2>
      <ul class="plain">
        {story.choices.parties.map(({ value, label }) => {
          const facts = partyAt(story.story, value);
          return (
            <li>
              <a href={`${settingsPath(story.slug)}?${new URLSearchParams({ party: value })}`}>
                <bdi>{label}</bdi>
              </a>{" "}
              <small>
                {[facts && choiceLabel(words, facts.kind), facts?.role].filter((one) => one !== undefined).join(", ")}
              </small>
            </li>
          );
        })}
      </ul>
      <p>
        <a href={`${postingPath(story.slug)}/PartyIntroduced`}>{labelOf(words, "PartyIntroduced")}</a>
      </p>
    </section>
  );
};

const KeyMoments = ({ desk, story }: SettingsShown) => {
  const { settings, form } = desk.words;
  const entries = story.timeline.entries.filter(({ takenDown, retracted }) => !takenDown && !retracted);
  return (
    <section class="desk-card" aria-labelledby="keys">
      <h2 id="keys">{settings.keys}</h2>
      <form method="post" action={settingsPath(story.slug)} class="desk-form">
        <ForgeryField person={desk.person} />
        <fieldset class="desk-group desk-keys">
          <legend>{settings.keysOf}</legend>
          {entries.map(({ version, key, headline }) => (
            <label class="desk-choice">
              <input type="hidden" name="shown" value={String(version)} />
              <input type="checkbox" name="key" value={String(version)} checked={key === true} />
              <span dir="auto">{headline}</span>
            </label>
          ))}
        </fieldset>
        <label for="reason">{labelOf(desk.words, "reason")}</label>
        <input id="reason" name="reason" value={settings.keysReason} dir="auto" autocomplete="off" />
        <button type="submit">{form.preview}</button>
      </form>
    </section>
  );
};

/** The page of one party: the form of what may change of it, filled in. */
const PartyPage = ({ desk, story, party, form }: SettingsShown & { party: string; form: Map<string, string[]> }) => {
  const { words } = desk;
  const title = fillIn(words.settings.party, { name: partyAt(story.story, party)?.name ?? party });
  return (
    <DeskLayout visit={desk} title={title} modules={["desk/find-source.js"]}>
      <Back story={story} />
      <h1 dir="auto">{title}</h1>
      <p class="desk-lead">{words.settings.partyHelp}</p>
      <form method="post" action={settingsPath(story.slug)} class="desk-form" novalidate>
        <ForgeryField person={desk.person} />
        <EventForm
          visit={desk}
          index={0}
          definition={definitionOf("PartyChanged")}
          form={form}
          faults={[]}
          choices={story.choices}
          publisher={story.setting.lastSource?.publisher}
        />
        <button type="submit">{words.form.preview}</button>
      </form>
    </DeskLayout>
  );
};

const show = async (c: Context<App>, session: DeskSession): Promise<Response> => {
  const desk = await withAllWords(c, session);
  const story = await deskStoryOf(c, desk);
  if (!story) return noSuchStoryPage(c, desk);
  const party = c.req.query("party") ?? "";
  const form = formOfParty(story, party)?.set("0.occurredAt", [desk.words.open.now]);
  return answerDeskPage(
    c,
    form ? <PartyPage desk={desk} story={story} party={party} form={form} /> : <SettingsPage desk={desk} story={story} />,
  );
};

const change = async (c: Context<App>, session: DeskSession): Promise<Response> => {
  const desk = await withAllWords(c, session);
  const story = await deskStoryOf(c, desk);
  if (!story) return noSuchStoryPage(c, desk);
  const typed = typedFormOf(desk.form);
  const isOfParty = typedValue(typed, "0.type") === "PartyChanged";
  const form = isOfParty ? changesOfParty(story, typed) : changesOfKeys(story, typed, desk.words.open.now);
  return form.size === 0 ? redirectInDesk(c, settingsPath(story.slug)) : answerPreview({ c, desk, story }, form);
};

/** The pages at `/desk/{story}/settings`. */
export const settingsPages: readonly DeskPage[] = [
  { method: "get", path: "/desk/:story/settings", role: "contributor", handle: show },
  { method: "post", path: "/desk/:story/settings", role: "contributor", handle: change },
];

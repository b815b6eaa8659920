/** What a story is set by: its summary, who is who, its key moments, the dates that come, its end. Each is an event, previewed like any other. */
import type { Child } from "hono/jsx";
import { definitionOf } from "../../../events/registry.ts";
import { partyAt } from "../../../events/story.ts";
import { DeskLayout, ForgeryField } from "../desk-layout.tsx";
import type { DeskSession } from "../desk-page.ts";
import { answerDeskPage, type DeskPage } from "../desk-page.ts";
import { choiceLabel, labelOf } from "../form/labels.ts";
import { type TypedForm, typedFormOf, typedValue } from "../form/typed-form.ts";
import { writeForm } from "../form/write-form.ts";
import { deskStoryPath } from "../story-path.ts";
import { BackToStory } from "./back-to-story.tsx";
import { type DeskStory, deskStoryOf } from "./desk-story.ts";
import { noSuchStoryPage } from "./no-such-story.tsx";
import { answerPreview } from "./post.tsx";
import { PostingPage, postingPath } from "./posting-form.tsx";

type Shown = { desk: DeskSession; story: DeskStory };

/** The address of the form of an event, filled in. */
const formPath = ({ slug }: DeskStory, type: string, data: Record<string, string> = {}): string =>
  `${postingPath(slug)}/${type}?${new URLSearchParams(data)}`;

const SettingsPage = ({ desk, story }: Shown) => {
  const { words } = desk;
  const { settings } = words;
  const { points, concluded } = story.story;
  const path = deskStoryPath(story.slug);
  const to = (type: string, data?: Record<string, string>) => (
    <p>
      <a href={formPath(story, type, data)}>{labelOf(words, type)}</a>
    </p>
  );
  const section = (title: string, children: Child) => (
    <section class="desk-card">
      <h2>{title}</h2>
      {children}
    </section>
  );
  const said = points?.points ?? [];
  const entries = story.timeline.entries.filter(({ takenDown, retracted }) => !takenDown && !retracted);
  return (
    <DeskLayout visit={desk} title={settings.title}>
      <BackToStory story={story} />
      <h1>{settings.title}</h1>
      <p class="desk-lead">
        {settings.lead} <a href={`${path}/events/1/edit`}>{settings.opening}</a>
      </p>
      {section(settings.points, [
        <ol dir="auto">
          {said.map((point) => (
            <li>{point}</li>
          ))}
        </ol>,
        to("StorySummarised", { "data.points": said.join("\n") }),
      ])}
      {section(settings.parties, [
        <ul>
          {story.choices.parties.map(({ value, label }) => {
            const facts = partyAt(story.story, value);
            return (
              <li>
                <a href={`${path}/settings?${new URLSearchParams({ party: value })}`}>
                  <bdi>{label}</bdi>
                </a>{" "}
                <small>{[choiceLabel(words, facts?.kind ?? ""), facts?.role].filter(Boolean).join(", ")}</small>
              </li>
            );
          })}
        </ul>,
        to("PartyIntroduced"),
      ])}
      {section(settings.dates, [
        <ul>
          {story.status.next.map(({ what, at }) => (
            <li>
              <a href={formPath(story, "DateAnnounced", { "data.what": what, "data.at": at })}>
                <bdi>{what}</bdi>
              </a>{" "}
              <time datetime={at}>{at}</time>
            </li>
          ))}
        </ul>,
        to("DateAnnounced"),
      ])}
      {section(settings.keys, [
        <KeyForm desk={desk} story={story} entries={entries.filter(({ key }) => key)} sets={false} />,
        <KeyForm desk={desk} story={story} entries={entries.filter(({ key }) => !key)} sets={true} />,
      ])}
      {section(settings.end, [<p>{concluded?.outcome}</p>, to(concluded ? "StoryReopened" : "StoryConcluded")])}
    </DeskLayout>
  );
};

/** A press makes an entry a key moment, or one no longer: an update, which readers are told of. */
const KeyForm = ({ desk, story, entries, sets }: Shown & { entries: DeskStory["timeline"]["entries"]; sets: boolean }) => {
  const { settings } = desk.words;
  const hidden = {
    type: "EventCorrected",
    occurredAt: desk.words.open.now,
    "data.edit": "update",
    "data.reason": settings.keysReason,
    "data.replacement.key": `${sets}`,
  };
  return (
    <form method="post" action={postingPath(story.slug)} class="desk-keys">
      <ForgeryField person={desk.person} />
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={`0.${name}`} value={value} />
      ))}
      {entries.map(({ version, headline }) => (
        <button type="submit" class="quiet" name="0.data.event" value={String(version)} dir="auto">
          {sets ? settings.mark : settings.unmark} <bdi>{headline}</bdi>
        </button>
      ))}
    </form>
  );
};

/** The form of a change of a party, filled in with what is known of it; empty where there is no such party. */
const formOfParty = ({ story, setting }: DeskStory, party: string): Map<string, string[]> => {
  const facts = partyAt(story, party);
  const form = facts ? writeForm(definitionOf("PartyChanged"), { data: { party, ...facts } }, setting) : [];
  return new Map([...form].map(([name, values]) => [`0.${name}`, values]));
};

const joined = (values: readonly string[] = []): string => values.join("\n").replaceAll("\r", "").trim();

/** A posted form without what stays as it is: what was emptied is taken away. */
const changesOfParty = (story: DeskStory, typed: TypedForm): TypedForm => {
  const form = new Map(typed);
  for (const [name, values] of formOfParty(story, typedValue(typed, "0.data.party"))) {
    if (name === "0.data.party") continue;
    if (typedValue(typed, name) === "") form.set(`${name}.away`, ["true"]);
    else if (joined(typed.get(name)) === joined(values)) form.delete(name);
  }
  return form;
};

/** The pages at `/desk/{story}/settings`, and of a party there. */
export const settingsPages: readonly DeskPage[] = (["get", "post"] as const).map((method) => ({
  method,
  path: "/desk/:story/settings",
  role: "contributor",
  handle: async (c, desk) => {
    const story = await deskStoryOf(c, desk);
    if (!story) return noSuchStoryPage(c, desk);
    if (method === "post") return answerPreview({ c, desk, story }, changesOfParty(story, typedFormOf(desk.form)));
    const form = formOfParty(story, c.req.query("party") ?? "");
    if (form.size === 0) return answerDeskPage(c, <SettingsPage desk={desk} story={story} />);
    form.set("0.occurredAt", [desk.words.open.now]);
    const action = `${deskStoryPath(story.slug)}/settings`;
    return answerDeskPage(c, <PostingPage desk={desk} story={story} types={["PartyChanged"]} form={form} action={action} />);
  },
}));

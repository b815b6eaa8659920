/** Opening a story in one form: its title, its language and zone, and who is in it. It is previewed and recorded as one request. */
import type { Context } from "hono";
import type { PropsWithChildren } from "hono/jsx";
import { definitionOf } from "../../events/registry.ts";
import { storySlug } from "../../events/values.ts";
import type { App } from "../env.ts";
import { storyPath } from "../http/links.ts";
import { readFrontPage } from "../store/front-page.ts";
import { DeskLayout, ErrorSummary, FieldError, type FieldFault, ForgeryField } from "./desk-layout.tsx";
import { answerDeskPage, type DeskPage, type DeskSession, fieldOf } from "./desk-page.ts";
import { choiceLabel } from "./form/labels.ts";
import { freeSlug, slugOf } from "./form/proposals.ts";
import { writeForm } from "./form/write-form.ts";
import { readParties, type TypedParty } from "./open/parties.ts";
import { ZoneOptions } from "./open/zones.tsx";
import type { StoryVisit } from "./story/desk-story.ts";
import { answerPreview } from "./story/post.tsx";
import { storyToOpen } from "./story/unopened-story.ts";
import { fillIn, withAllWords } from "./words/apart.ts";

/** The languages that are offered; another is said on the form of the opening itself. */
const offered = ["en", "fr", "de", "es", "it", "nl", "pt", "pl", "uk", "ru", "ar", "he", "tr", "zh", "ja", "ko", "hi"];

/** So many parties can be introduced at once, beside the opening itself. */
const mostParties = 19;

const show = async (c: Context<App>, desk: StoryVisit, faults: readonly FieldFault[] = []): Promise<Response> => {
  const { words, language } = desk;
  const names = new Intl.DisplayNames(language, { type: "language" });
  const isWrong = (field: string) => faults.some((fault) => fault.field === field);
  const shared = (field: string, hasHelp: boolean) => ({
    id: field,
    name: field,
    "aria-describedby": [hasHelp ? `${field}-help` : "", isWrong(field) ? `${field}-error` : ""].join(" ").trim() || undefined,
    "aria-invalid": isWrong(field) ? ("true" as const) : undefined,
  });
  const Field = ({ field, label, help, children }: PropsWithChildren<{ field: string; label: string; help?: string }>) => (
    <div class="desk-field">
      <label for={field}>{label}</label>
      {help ? (
        <p class="field-help" id={`${field}-help`}>
          {help}
        </p>
      ) : null}
      <FieldError field={field} faults={faults} />
      {children}
    </div>
  );
  const { cf } = c.req.raw as { cf?: { timezone?: unknown } };
  const chosen = fieldOf(desk, "language") || language;
  const page = (
    <DeskLayout visit={desk} title={words.stories.open} modules={["desk/open-story.js"]}>
      <ErrorSummary visit={desk} faults={faults} />
      <h1>{words.stories.open}</h1>
      <form method="post" action="/desk/open" class="desk-form" id="open" novalidate>
        <ForgeryField person={desk.person} />
        <Field field="title" label={words.open.title} help={words.open.titleHelp}>
          <input {...shared("title", true)} value={fieldOf(desk, "title")} autocomplete="off" dir="auto" aria-required="true" />
        </Field>
        <Field field="parties" label={words.open.parties} help={words.open.partiesHelp}>
          <textarea {...shared("parties", true)} rows={5} dir="auto">
            {`\n${fieldOf(desk, "parties")}`}
          </textarea>
        </Field>
        <Field field="language" label={words.open.language}>
          <select {...shared("language", false)}>
            {offered.map((tag) => (
              <option value={tag} selected={tag === chosen}>
                {names.of(tag)}
              </option>
            ))}
          </select>
        </Field>
        <Field field="zone" label={words.open.zone} help={words.open.zoneHelp}>
          <select {...shared("zone", true)} data-is-chosen={fieldOf(desk, "zone") === "" ? undefined : "true"}>
            <ZoneOptions
              language={language}
              here={typeof cf?.timezone === "string" ? cf.timezone : undefined}
              chosen={fieldOf(desk, "zone")}
            />
          </select>
        </Field>
        <Field field="story" label={words.open.slug} help={words.open.slugHelp}>
          <input
            {...shared("story", true)}
            value={fieldOf(desk, "story")}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
          />
        </Field>
        <button type="submit">{words.form.preview}</button>
      </form>
    </DeskLayout>
  );
  return answerDeskPage(c, page, faults.length > 0 ? 422 : 200);
};

/** The forms of the events that open it: they are shown to whoever wants to change what was understood. */
const formsOf = (desk: StoryVisit, parties: readonly TypedParty[]): Map<string, string[]> => {
  const { language } = desk;
  const opening = { title: fieldOf(desk, "title").trim(), language: fieldOf(desk, "language"), timeZone: fieldOf(desk, "zone") };
  const events = [{ type: "StoryOpened", data: opening }, ...parties.map((data) => ({ type: "PartyIntroduced", data }))];
  return new Map(
    events.flatMap(({ type, data }, index) => [
      [`${index}.type`, [type]] as const,
      [`${index}.occurredAt`, [desk.words.open.now]] as const,
      ...[...writeForm(definitionOf(type), { data }, { now: 0, zone: "UTC", language })].map(
        ([name, values]) => [`${index}.${name}`, values] as const,
      ),
    ]),
  );
};

const open = async (c: Context<App>, desk: StoryVisit): Promise<Response> => {
  const { words } = desk;
  const title = fieldOf(desk, "title").trim();
  if (title === "") return show(c, desk, [{ field: "title", text: words.open.noTitle }]);
  const parties = readParties(fieldOf(desk, "parties"));
  if (parties.length > mostParties)
    return show(c, desk, [{ field: "parties", text: fillIn(words.open.tooMany, { most: mostParties }) }]);
  const typed = fieldOf(desk, "story").trim();
  const short = slugOf(title);
  const proposed = short.length < 3 || short === "item" ? `story-${new Date().toISOString().slice(0, 10)}` : short;
  const wanted = typed || proposed;
  const { known } = await readFrontPage(c.var.d1, [wanted, ...[2, 3, 4, 5, 6, 7, 8, 9].map((count) => `${wanted}-${count}`)]);
  const slug = typed || freeSlug(proposed, (one) => known.has(one));
  if (!storySlug.safeParse(slug).success) return show(c, desk, [{ field: "story", text: words.open.noSlug }]);
  if (known.has(slug)) return show(c, desk, [{ field: "story", text: fillIn(words.open.taken, { slug }) }]);
  const form = formsOf(desk, parties);
  const story = storyToOpen(slug, form, desk.language);
  if (!story) throw new Error("These forms open a story");
  const kinds = parties.map(({ name, kind }) => ({
    name: "kind",
    said: `${name}${words.colon}${choiceLabel(words, kind)}`,
    notes: ["proposed" as const],
  }));
  return answerPreview({ c, desk, story }, form, [{ name: "story", said: storyPath({ slug }), notes: [] }, ...kinds]);
};

/** The page at `/desk/open`. */
export const openPages: readonly DeskPage[] = (["get", "post"] as const).map((method) => ({
  method,
  path: "/desk/open",
  role: "editor",
  handle: async (c, session: DeskSession) => {
    const desk = await withAllWords(c, session);
    return method === "get" ? show(c, desk) : open(c, desk);
  },
}));

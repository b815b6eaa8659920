/** Opening a story in one form: its title, its language and zone, and who is in it. It is previewed and recorded as one request. */
import type { Context } from "hono";
import { definitionOf } from "../../events/registry.ts";
import type { App } from "../env.ts";
import { storyPath } from "../http/links.ts";
import { readFrontPage } from "../store/front-page.ts";
import { DeskLayout, ErrorSummary, ForgeryField } from "./desk-layout.tsx";
import type { DeskSession } from "./desk-page.ts";
import { answerDeskPage, type DeskPage } from "./desk-page.ts";
import { noChoices } from "./form/choices.ts";
import { Fields } from "./form/field-view.tsx";
import type { Field } from "./form/fields.ts";
import { choiceLabel, labelOf } from "./form/labels.ts";
import { freeSlug, slugOf } from "./form/proposals.ts";
import { type TypedForm, typedFormOf, typedValue } from "./form/typed-form.ts";
import { writeForm } from "./form/write-form.ts";
import { readParties } from "./open/parties.ts";
import { answerPreview } from "./story/post.tsx";
import { storyToOpen } from "./story/unopened-story.ts";

const field = (name: string, kind: Field["kind"], choices?: readonly string[]): Field => ({
  name,
  kind,
  required: name !== "firstParties",
  canBeTakenAway: false,
  choices,
});

/** So many parties can be introduced at once, beside the opening itself. */
const mostParties = 19;

/** `fault`: the name of a field, and why it is at fault. */
const show = (c: Context<App>, desk: DeskSession, form: TypedForm, fault?: [field: string, why: string]) => {
  const { words } = desk;
  const faults = fault ? [{ field: fault[0], text: `${labelOf(words, fault[0])}${words.colon}${fault[1]}` }] : [];
  const fields = [
    field("storyTitle", "text"),
    field("firstParties", "prose"),
    // Another language than these is said on the form of the opening itself.
    field("storyLanguage", "choice", words.open.languages),
    field("timeZone", "choice", [...new Set([...words.open.zones, ...Intl.supportedValuesOf("timeZone")])]),
    field("address", "slug"),
  ];
  const page = (
    <DeskLayout visit={desk} title={words.stories.open} modules={["desk/open-story.js"]}>
      <ErrorSummary visit={desk} faults={faults} />
      <h1>{words.stories.open}</h1>
      <form method="post" class="desk-form" novalidate>
        <ForgeryField person={desk.person} />
        <Fields view={{ visit: desk, type: "", form, faults, choices: noChoices }} fields={fields} name="" />
        <button type="submit">{words.form.preview}</button>
      </form>
    </DeskLayout>
  );
  return answerDeskPage(c, page, fault ? 422 : 200);
};

const open = async (c: Context<App>, desk: DeskSession, typed: TypedForm): Promise<Response> => {
  const { words, language } = desk;
  const [title, address] = [typedValue(typed, "storyTitle"), typedValue(typed, "address")];
  if (title === "") return show(c, desk, typed, ["storyTitle", words.open.noTitle]);
  const parties = readParties(typedValue(typed, "firstParties"));
  if (parties.length > mostParties) return show(c, desk, typed, ["firstParties", words.open.tooMany]);
  // A title in other letters than these makes no address.
  const short = slugOf(title);
  const wanted = address || (short.length < 3 || short === "item" ? "story" : short);
  const { known } = await readFrontPage(c.var.d1, [
    wanted,
    ...Array.from({ length: 50 }, (_, index) => `${wanted}-${index + 2}`),
  ]);
  const slug = address || freeSlug(wanted, (one) => known.has(one));
  if (known.has(slug)) return show(c, desk, typed, ["address", words.open.taken]);
  const data = { title, language: typedValue(typed, "storyLanguage"), timeZone: typedValue(typed, "timeZone") };
  const form = new Map(
    [{ type: "StoryOpened", data }, ...parties.map((party) => ({ type: "PartyIntroduced", data: party }))].flatMap(
      ({ type, data: said }, index) =>
        [
          ["type", [type]] as const,
          ["occurredAt", [words.open.now]] as const,
          ...writeForm(definitionOf(type), { data: said }, { now: 0, zone: "UTC", language }),
        ].map(([name, values]) => [`${index}.${name}`, values] as const),
    ),
  );
  const story = storyToOpen(slug, form, language);
  if (!story) return show(c, desk, typed, ["address", words.open.noSlug]);
  return answerPreview({ c, desk, story }, form, [
    { name: "address", said: storyPath({ slug }), notes: address ? [] : ["proposed"] },
    ...parties.map(({ name, kind }) => ({
      name: "kind",
      said: `${name}${words.colon}${choiceLabel(words, kind)}`,
      notes: ["proposed" as const],
    })),
  ]);
};

/** The page at `/desk/open`. */
export const openPages: readonly DeskPage[] = (["get", "post"] as const).map((method) => ({
  method,
  path: "/desk/open",
  role: "editor",
  handle: async (c, desk) => {
    const { cf } = c.req.raw as { cf?: { timezone?: string } };
    return method === "post"
      ? open(c, desk, typedFormOf(desk.form))
      : show(
          c,
          desk,
          new Map([
            ["storyLanguage", [desk.language]],
            ["timeZone", [cf?.timezone ?? desk.words.open.zones[0] ?? ""]],
          ]),
        );
  },
}));

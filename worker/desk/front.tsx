/** The front page's order: which story leads, which are pinned or hidden, and their sections. */
import type { Context } from "hono";
import { faultsOf } from "../../events/parse.ts";
import type { App } from "../env.ts";
import { frontPageBody, frontPageFaults } from "../http/front-page.ts";
import { Runs } from "../http/html/runs.tsx";
import { type ListedStory, listStories, summarizeStories } from "../read/stories.ts";
import { readFrontPage, writeFrontPage } from "../store/front-page.ts";
import { DeskLayout, ErrorSummary, type FieldFault, ForgeryField } from "./desk-layout.tsx";
import type { DeskSession } from "./desk-page.ts";
import { answerDeskPage, type DeskPage, redirectInDesk } from "./desk-page.ts";
import { noChoices } from "./form/choices.ts";
import { Fields } from "./form/field-view.tsx";
import type { Field } from "./form/fields.ts";
import { choiceLabel } from "./form/labels.ts";
import { typedFormOf, typedValue } from "./form/typed-form.ts";
import { frontPlaces, type Ordered, orderOf, readOrder, settingOf } from "./front/order.ts";
import { fillIn } from "./words/fill-in.ts";

/** So many stories that nobody has set are offered: those that moved last. */
const mostOthers = 40;

const fields: readonly Field[] = [
  { name: "place", kind: "choice", choices: frontPlaces, required: true, canBeTakenAway: false },
  { name: "section", kind: "text", required: false, canBeTakenAway: false },
];

/** What a form has posted: the order, the revision that its editor has seen, what is wrong, and whether somebody else has set the page since. */
type Typed = { stories: Ordered[]; seen: string; faults?: FieldFault[]; isMoved?: boolean };

const show = async (c: Context<App>, desk: DeskSession, typed?: Typed) => {
  const { d1 } = c.var;
  const { language, words } = desk;
  const { front } = words;
  const { setting } = await readFrontPage(d1);
  const list = await listStories(d1, { limit: mostOthers, language, made: [] });
  const latest = "stories" in list ? list.stories.map(({ story }) => story) : [];
  const theirs = orderOf(setting.stories, latest);
  const { stories = theirs, seen = "", faults = [], isMoved = false } = typed ?? {};
  const slugs = new Set([...stories, ...theirs].map(({ story }) => story));
  const told = new Map((await summarizeStories(d1, [...slugs], language)).map((one) => [one.story, one]));
  const titleOf = (story: string): string => told.get(story)?.title ?? story;
  const form = new Map(
    stories.flatMap(({ place, section }, row) => [
      [`stories.${row}.place`, [place]],
      [`stories.${row}.section`, [section]],
    ]),
  );
  const move = (way: "up" | "down", story: string) => (
    <button
      type="submit"
      class="quiet"
      name="move"
      value={`${way} ${story}`}
      aria-label={fillIn(front[way], { name: titleOf(story) })}
    >
      {way === "up" ? "↑" : "↓"}
    </button>
  );
  const page = (
    <DeskLayout visit={desk} title={front.title} modules={["desk/order-front.js"]}>
      <ErrorSummary visit={desk} faults={faults} />
      <h1>{front.title}</h1>
      {desk.url.searchParams.has("done") ? (
        <p class="desk-done" role="status">
          {front.done}
        </p>
      ) : null}
      {isMoved ? (
        <section class="desk-notice" role="alert">
          <p>{fillIn(front.meanwhile, { who: setting.setBy ?? "" })}</p>
          <Seen desk={desk} stories={orderOf(setting.stories)} told={told} />
          <a href="/desk/front">{words.story.discard}</a>
        </section>
      ) : null}
      <p class="desk-lead">{front.lead}</p>
      <div class="desk-front">
        <form method="post" class="desk-form" novalidate>
          <ForgeryField person={desk.person} />
          <input type="hidden" name="seen" value={isMoved || seen === "" ? setting.revision : seen} />
          <ol class="plain" id="ordered">
            {stories.map(({ story, place }, row) => (
              <li>
                <fieldset class="desk-row">
                  <legend dir="auto">{titleOf(story)}</legend>
                  <input type="hidden" name={`stories.${row}.story`} value={story} />
                  <Fields
                    view={{ visit: desk, type: "", form, faults, choices: noChoices }}
                    fields={fields}
                    name={`stories.${row}`}
                  />
                  {place === "pinned" ? [move("up", story), move("down", story)] : null}
                </fieldset>
              </li>
            ))}
          </ol>
          <button type="submit" name="step" value="save">
            {front.save}
          </button>
          <button type="submit" class="quiet">
            {front.show}
          </button>
        </form>
        <section id="seen">
          <h2>{front.seen}</h2>
          <Seen desk={desk} stories={stories} told={told} />
        </section>
      </div>
    </DeskLayout>
  );
  return answerDeskPage(c, page, isMoved ? 412 : faults.length > 0 ? 422 : 200);
};

/** The stories as readers will see them, in their order. */
const Seen = ({
  desk,
  stories,
  told,
}: {
  desk: DeskSession;
  stories: readonly Ordered[];
  told: ReadonlyMap<string, ListedStory>;
}) => (
  <ol class="plain">
    {stories.map(({ story, place, section }) => (
      <li data-story={story} hidden={place === "hidden"}>
        <small>
          {choiceLabel(desk.words, place)} <span>{section}</span>
        </small>
        <h3 dir="auto">{told.get(story)?.title ?? story}</h3>
        <p>
          <Runs runs={told.get(story)?.headlineRuns ?? []} />
        </p>
      </li>
    ))}
  </ol>
);

const save = async (c: Context<App>, desk: DeskSession): Promise<Response> => {
  const form = typedFormOf(desk.form);
  const seen = typedValue(form, "seen");
  const stories = readOrder(form);
  if (typedValue(form, "step") !== "save") return show(c, desk, { stories, seen });
  const parsed = frontPageBody.safeParse({ stories: settingOf(stories) });
  const found = parsed.success
    ? frontPageFaults(parsed.data.stories, new Set(stories.map(({ story }) => story)))
    : faultsOf(parsed.error, "");
  const faults = found.map(({ pointer, detail }) => ({ field: pointer.slice(1).replaceAll("/", "."), text: detail }));
  if (!parsed.success || faults.length > 0) return show(c, desk, { stories, seen, faults });
  const set = parsed.data.stories.filter(({ place, section }) => place ?? section);
  const written = await writeFrontPage(c.var.d1, Number(seen), set, desk.person.name);
  return written ? redirectInDesk(c, "/desk/front?done") : show(c, desk, { stories, seen, isMoved: true });
};

/** The page at `/desk/front`. */
export const frontPages: readonly DeskPage[] = (["get", "post"] as const).map((method) => ({
  method,
  path: "/desk/front",
  role: "editor",
  handle: async (c, desk) => {
    return method === "get" ? show(c, desk) : save(c, desk);
  },
}));

/** The front page's order: which story leads, which are pinned or hidden, and their sections. */
import type { Context } from "hono";
import { faultsOf } from "../../events/parse.ts";
import type { App } from "../env.ts";
import { frontPageBody, frontPageFaults } from "../http/front-page.ts";
import { Runs } from "../http/html/runs.tsx";
import { type ListedStory, listStories, summarizeStories } from "../read/stories.ts";
import { type FrontPageSetting, readFrontPage, writeFrontPage } from "../store/front-page.ts";
import { DeskLayout, ErrorSummary, FieldError, type FieldFault, ForgeryField } from "./desk-layout.tsx";
import { answerDeskPage, type DeskPage, type DeskSession, fieldOf, redirectInDesk } from "./desk-page.ts";
import { DeskTime } from "./desk-time.tsx";
import { frontPlaces, type Ordered, orderOf, readOrder, settingOf, sorted } from "./front/order.ts";
import type { StoryVisit } from "./story/desk-story.ts";
import { fillIn, withAllWords } from "./words/apart.ts";

/** So many stories that nobody has set are offered: those that moved last. */
const mostOthers = 40;

/** `stories`: as the form has them, else as they are set; `moved`: somebody else has set the page since it was looked at. */
type Shown = { stories?: Ordered[]; faults?: readonly FieldFault[]; moved?: boolean };

const show = async (c: Context<App>, desk: StoryVisit, { stories: typed, faults = [], moved = false }: Shown = {}) => {
  const { d1 } = c.var;
  const { setting } = await readFrontPage(d1);
  const list = await listStories(d1, { limit: mostOthers, language: desk.language, made: [] });
  if (list.kind === "unmodified") throw new Error("Nobody has said that they have the list");
  const latest = list.stories.map(({ story }) => story);
  const stories = typed ?? orderOf(setting.stories, latest);
  const asked = [...stories, ...setting.stories].map(({ story }) => story).filter((story) => !latest.includes(story));
  const told = new Map(
    [...list.stories, ...(await summarizeStories(d1, [...new Set(asked)], desk.language))].map((one) => [one.story, one]),
  );
  const { front } = desk.words;
  const page = (
    <DeskLayout visit={desk} title={front.title} modules={["desk/order-front.js"]}>
      <ErrorSummary visit={desk} faults={faults} />
      {c.req.query("done") === undefined ? null : (
        <p class="desk-done" role="status">
          {front.done}
        </p>
      )}
      <h1>{front.title}</h1>
      {moved ? <SetMeanwhile desk={desk} setting={setting} told={told} /> : null}
      <p class="desk-lead">{stories.length === 0 ? front.empty : front.lead}</p>
      <div class="desk-front">
        <form method="post" action="/desk/front" class="desk-form" id="order" novalidate>
          <ForgeryField person={desk.person} />
          <input type="hidden" name="version" value={String(typed && !moved ? fieldOf(desk, "version") : setting.revision)} />
          <ol class="plain" id="ordered">
            {stories.map((one, index) => (
              <Row
                desk={desk}
                one={one}
                title={told.get(one.story)}
                faults={faults}
                up={stories[index - 1]?.place === one.place}
                down={stories[index + 1]?.place === one.place}
              />
            ))}
          </ol>
          <div class="row">
            <button type="submit" name="step" value="save">
              {front.save}
            </button>
            <button type="submit" name="step" value="show" class="quiet">
              {front.show}
            </button>
          </div>
        </form>
        <aside aria-labelledby="seen">
          <h2 id="seen">{front.seen}</h2>
          <ol class="plain desk-stories" id="shown">
            {stories.map(({ story, place, section }) => (
              <li data-story={story} hidden={place === "hidden"}>
                <small>{section}</small>
                <h3 lang={told.get(story)?.language} dir="auto">
                  {told.get(story)?.title ?? story}
                </h3>
                <p>
                  <Runs runs={told.get(story)?.headlineRuns ?? []} />
                </p>
              </li>
            ))}
          </ol>
        </aside>
      </div>
    </DeskLayout>
  );
  return answerDeskPage(c, page, moved ? 412 : faults.length > 0 ? 422 : 200);
};

type RowShown = {
  desk: StoryVisit;
  one: Ordered;
  title: ListedStory | undefined;
  faults: readonly FieldFault[];
  up: boolean;
  down: boolean;
};

const Row = ({ desk, one: { story, place, section }, title, faults, up, down }: RowShown) => {
  const { front } = desk.words;
  const name = title?.title ?? story;
  const isWrong = (field: string) => faults.some((fault) => fault.field === field);
  const described = (field: string) =>
    isWrong(field) ? { "aria-describedby": `${field}-error`, "aria-invalid": "true" as const } : {};
  return (
    <li class="desk-ordered">
      <fieldset>
        <legend dir="auto" lang={title?.language}>
          {name}
        </legend>
        <input type="hidden" name="story" value={story} />
        <FieldError field={`place.${story}`} faults={faults} />
        <FieldError field={`section.${story}`} faults={faults} />
        <div class="desk-inline">
          <label for={`place.${story}`}>{front.place}</label>
          <select id={`place.${story}`} name={`place.${story}`} {...described(`place.${story}`)}>
            {frontPlaces.map((one) => (
              <option value={one} selected={one === place}>
                {front.places[one || "latest"]}
              </option>
            ))}
          </select>
          <label for={`section.${story}`}>{front.section}</label>
          <input
            id={`section.${story}`}
            name={`section.${story}`}
            value={section}
            autocomplete="off"
            dir="auto"
            {...described(`section.${story}`)}
          />
          {place === "pinned"
            ? ([up ? "up" : "", down ? "down" : ""] as const).map((way) =>
                way === "" ? null : (
                  <button
                    type="submit"
                    class="quiet"
                    name="move"
                    value={`${way} ${story}`}
                    aria-label={fillIn(front[way], { name })}
                  >
                    {way === "up" ? "↑" : "↓"}
                  </button>
                ),
              )
            : null}
        </div>
      </fieldset>
    </li>
  );
};

/** Somebody else has set the page since: who, when, and how; one's own stands below. */
const SetMeanwhile = ({
  desk,
  setting,
  told,
}: {
  desk: StoryVisit;
  setting: FrontPageSetting;
  told: ReadonlyMap<string, ListedStory>;
}) => {
  const { front, story: words } = desk.words;
  return (
    <section class="desk-notice" role="alert">
      <p>
        {fillIn(front.meanwhile, { who: setting.setBy ?? "" })}{" "}
        {setting.setAt ? <DeskTime visit={desk} at={setting.setAt} /> : null}
      </p>
      <ul>
        {sorted(orderOf(setting.stories, [])).map(({ story, place }) => (
          <li>
            {front.places[place || "latest"]}: <bdi>{told.get(story)?.title ?? story}</bdi>
          </li>
        ))}
      </ul>
      <a href="/desk/front">{words.discard}</a>
    </section>
  );
};

const save = async (c: Context<App>, desk: StoryVisit): Promise<Response> => {
  const stories = readOrder(desk.form);
  if (fieldOf(desk, "step") !== "save") return show(c, desk, { stories });
  const set = settingOf(stories);
  const parsed = frontPageBody.safeParse({ stories: set });
  const { known } = await readFrontPage(
    c.var.d1,
    set.map(({ story }) => story),
  );
  const faults = parsed.success ? frontPageFaults(set, known) : faultsOf(parsed.error, "");
  if (faults.length > 0) {
    const told = faults.map(({ pointer, detail }) => {
      const [, , index, name = "place"] = pointer.split("/");
      return { field: `${name}.${set[Number(index)]?.story}`, text: detail };
    });
    return show(c, desk, { stories, faults: told });
  }
  const written = await writeFrontPage(c.var.d1, Number(fieldOf(desk, "version")) || 0, set, desk.person.name);
  return written ? redirectInDesk(c, "/desk/front?done") : show(c, desk, { stories, moved: true });
};

/** The page at `/desk/front`. */
export const frontPages: readonly DeskPage[] = (["get", "post"] as const).map((method) => ({
  method,
  path: "/desk/front",
  role: "editor",
  handle: async (c, session: DeskSession) => {
    const desk = await withAllWords(c, session);
    return method === "get" ? show(c, desk) : save(c, desk);
  },
}));

/** Posting by a form: an empty one by GET, and its steps by POST: preview, record, change. */
import type { Context } from "hono";
import { postedTypes } from "../../../events/parse.ts";
import { definitionOf } from "../../../events/registry.ts";
import type { App } from "../../env.ts";
import { roleAllows } from "../../store/token.ts";
import { preparePosting } from "../../write/prepare-posting.ts";
import type { FieldFault } from "../desk-layout.tsx";
import { answerDeskPage, type DeskPage, type DeskSession, redirectInDesk } from "../desk-page.ts";
import { draftNamed, formOfDraft } from "../drafts/draft-form.ts";
import { keepPosted, recordKept } from "../drafts/keep-posted.tsx";
import { faultsOfPointers, fieldFaultsOf } from "../form/form-faults.ts";
import { type TypedForm, typedFormOf, typedValue, type Understood } from "../form/typed-form.ts";
import { forbiddenPage, sessionEndedPage } from "../session/turned-away.tsx";
import { type DeskStory, deskStoryOf } from "./desk-story.ts";
import { MovedOnPage } from "./moved-on.tsx";
import { noSuchStoryPage } from "./no-such-story.tsx";
import { type DeskPostingResult, previewPosting, recordedPath, recordPosting } from "./posting.ts";
import { PostingPage, postingPath } from "./posting-form.tsx";
import { type Carried, carriedIn, PreviewPage } from "./preview.tsx";
import { faultsOfResult, readPosting, typesOf } from "./read-posting.ts";
import { storyToOpen } from "./unopened-story.ts";

type Request = { c: Context<App>; desk: DeskSession; story: DeskStory };

/** What a form begins with: now, the last source, and what the address names (`data.offer=musk-bid`). */
const emptyForm = ({ c, desk, story }: Request): TypedForm => {
  const form = new Map<string, string[]>([["0.occurredAt", [desk.language === "fr" ? "maintenant" : "now"]]]);
  if (story.setting.lastSource) form.set("0.sources.before", ["true"]);
  for (const [name, value] of new URL(c.req.url).searchParams) if (name.startsWith("data.")) form.set(`0.${name}`, [value]);
  return form;
};

const openForm = async (c: Context<App>, desk: DeskSession): Promise<Response> => {
  const story = await deskStoryOf(c, desk);
  const type = postedTypes.find((known) => known === c.req.param("type"));
  if (!story || !type) return noSuchStoryPage(c, desk, story);
  const draft = await draftNamed(c, c.req.query("draft"));
  if (draft?.story === story.slug) {
    const form = formOfDraft(draft, story.setting);
    if (typesOf(form).length > 0) return answerForm({ c, desk, story }, form, [], 200, desk.words.drafts.opened);
  }
  return answerDeskPage(c, <PostingPage desk={desk} story={story} types={[type]} form={emptyForm({ c, desk, story })} />);
};

const answerForm = (
  { c, desk, story }: Request,
  form: TypedForm,
  faults: FieldFault[],
  status: 200 | 409 | 422 | 503,
  notice?: string,
) =>
  answerDeskPage(
    c,
    <PostingPage desk={desk} story={story} types={typesOf(form)} form={form} faults={faults} notice={notice} />,
    status,
  );

/** The schema's faults of fields that have none of their own. */
const faultsBesides = ({ desk }: Request, { types, events, faults }: ReturnType<typeof readPosting>): FieldFault[] => {
  const prepared = preparePosting(events);
  if (prepared.kind !== "invalid") return faults;
  const others = types.flatMap((type, index) =>
    fieldFaultsOf(desk.words, definitionOf(type), index, faultsOfPointers(prepared.faults, index)),
  );
  return [...faults, ...others.filter(({ field }) => faults.every((fault) => fault.field !== field))];
};

/** Answers the forms of a posting with what readers would see of it; `besides`: what else was understood on the way to them. */
export const answerPreview = async (
  request: Request,
  form: TypedForm,
  besides: readonly Understood[] = [],
): Promise<Response> => {
  const { c, desk, story } = request;
  const read = readPosting(story, desk.words, form);
  const { events, types, understood } = read;
  const faults = faultsBesides(request, read);
  if (faults.length > 0) return answerForm(request, form, faults, 422);
  const result = await previewPosting(c, { story: story.slug, events });
  if (result.kind !== "rehearsed") return answerRefused(request, form, result, types);
  const action = postingPath(story.slug);
  const carried: Carried = { action, form, events, version: result.version - events.length, key: crypto.randomUUID() };
  return answerDeskPage(
    c,
    <PreviewPage desk={desk} story={story} rehearsal={result} carried={carried} understood={[besides, ...understood]} />,
  );
};

const record = async (request: Request, form: TypedForm): Promise<Response> => {
  const { c, desk, story } = request;
  if (!roleAllows(desk.person.role, "editor")) return forbiddenPage(c, desk, "editor");
  const carried = carriedIn(form, postingPath(story.slug));
  if (!carried) return answerForm(request, form, [], 422, desk.words.story.expired);
  const { events, version, key } = carried;
  const result = typedValue(form, "draft")
    ? await recordKept(c, desk, story.slug, carried)
    : await recordPosting(c, { story: story.slug, events, version, key });
  if (result instanceof Response) return result;
  if (result.kind === "appended" || result.kind === "replayed") return redirectInDesk(c, recordedPath(story.slug, result));
  if (result.kind === "mismatch")
    return answerDeskPage(c, <MovedOnPage desk={desk} story={story} head={result.head} carried={carried} />, 412);
  return answerRefused(request, carried.form, result, typesOf(form));
};

/** What was not recorded: the forms again, with what is wrong. */
const answerRefused = (
  request: Request,
  form: TypedForm,
  result: DeskPostingResult,
  types: ReturnType<typeof typesOf>,
): Response | Promise<Response> => {
  const { c, desk } = request;
  const { words } = desk;
  if (result.kind === "unauthorized") return sessionEndedPage(c, desk);
  if (result.kind === "contended") return answerForm(request, form, [], 503, words.story.contended);
  if (result.kind === "key-reused") return answerForm(request, form, [], 422, words.story.keyReused);
  if (result.kind === "too-large") return answerForm(request, form, [], 422, words.turnedAway.tooLarge.text);
  return answerForm(
    request,
    form,
    faultsOfResult(words, types, result),
    result.kind === "refused" ? 409 : 422,
    result.kind === "refused" ? words.story.refused : undefined,
  );
};

const post = async (c: Context<App>, desk: DeskSession): Promise<Response> => {
  const form = typedFormOf(desk.form);
  const story = (await deskStoryOf(c, desk)) ?? storyToOpen(c.req.param("story") ?? "", form, desk.language);
  if (!story || typesOf(form).length === 0) return noSuchStoryPage(c, desk, story);
  const request = { c, desk, story };
  const step = typedValue(form, "step");
  if (step === "record") return record(request, form);
  if (step === "keep" || step === "submit") return keepPosted(c, desk, story.slug, form, step);
  return step === "edit" ? answerForm(request, form, [], 200) : answerPreview(request, form);
};

/** The pages at `/desk/{story}/post/{type}` and `/desk/{story}/post`. */
export const postPages: readonly DeskPage[] = [
  { method: "get", path: "/desk/:story/post/:type", role: "contributor", handle: openForm },
  { method: "post", path: "/desk/:story/post", role: "contributor", handle: post },
];

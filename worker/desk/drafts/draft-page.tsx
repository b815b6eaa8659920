/** One draft: what happened to it, and what may be done with it: share, hand over, submit, schedule, send back, delete. */
import type { Context } from "hono";
import type { PropsWithChildren } from "hono/jsx";
import type { App } from "../../env.ts";
import { readStoryAtDesk } from "../../read/story-at-desk.ts";
import type { Draft } from "../../store/draft.ts";
import { roleAllows } from "../../store/token.ts";
import { type DraftOrder, type DraftOutcome, dropDraft, orderDraft } from "../../write/change-draft.ts";
import { DeskLayout, ErrorSummary, FieldError, type FieldFault, ForgeryField } from "../desk-layout.tsx";
import { answerDeskPage, type DeskPage, type DeskSession, fieldOf, redirectInDesk } from "../desk-page.ts";
import { DeskTime } from "../desk-time.tsx";
import { forbiddenPage } from "../session/turned-away.tsx";
import { postingPath } from "../story/posting-form.tsx";
import { deskStoryPath } from "../story-path.ts";
import { readMoment } from "../typed/moment.ts";
import { fillIn } from "../words/fill-in.ts";
import { draftNamed, draftRequest } from "./draft-form.ts";
import { DraftState, draftsPath, draftTitle } from "./draft-list.tsx";
import { DraftDone } from "./drafts-page.tsx";

type Shown = { desk: DeskSession; draft: Draft; faults?: readonly FieldFault[] };

const gonePage = (c: Context<App>, desk: DeskSession): Promise<Response> => {
  const { gone, goneText, title } = desk.words.drafts;
  const page = (
    <DeskLayout visit={desk} title={gone}>
      <h1>{gone}</h1>
      <p class="desk-lead">{goneText}</p>
      <p>
        <a href={draftsPath}>{title}</a>
      </p>
    </DeskLayout>
  );
  return answerDeskPage(c, page, 404);
};

/** A form that does one thing with the draft, at the revision that the page shows. */
const Step = ({ desk, draft, step, button, children }: PropsWithChildren<Shown & { step: string; button: string }>) => (
  <form method="post" action={`${draftsPath}/${draft.id}`} class="desk-form desk-steps">
    <ForgeryField person={desk.person} />
    <input type="hidden" name="revision" value={String(draft.revision)} />
    {children}
    <button type="submit" name="step" value={step} class="quiet">
      {button}
    </button>
  </form>
);

const Field = ({
  name,
  label,
  help,
  faults = [],
}: {
  name: string;
  label: string;
  help?: string;
  faults?: readonly FieldFault[];
}) => {
  const isWrong = faults.some(({ field }) => field === name);
  const described = [help ? `${name}-help` : "", isWrong ? `${name}-error` : ""].filter((id) => id !== "").join(" ");
  return (
    <>
      <label for={name}>{label}</label>
      {help ? (
        <p class="field-help" id={`${name}-help`}>
          {help}
        </p>
      ) : null}
      <FieldError field={name} faults={faults} />
      <input
        id={name}
        name={name}
        aria-describedby={described || undefined}
        aria-invalid={isWrong ? "true" : undefined}
        autocomplete="off"
        dir="auto"
      />
    </>
  );
};

const Trail = ({ desk, draft: { trail } }: Shown) => {
  const { steps, trail: title } = desk.words.drafts;
  if (trail.length === 0) return null;
  return (
    <section aria-labelledby="trail">
      <h2 id="trail">{title}</h2>
      <ol class="plain">
        {trail.map(({ at, by, step, to = "", reason = "" }) => (
          <li>
            {fillIn(steps[step as keyof typeof steps] ?? step, { by, to, reason })}{" "}
            <small>
              <DeskTime visit={desk} at={at} />
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
};

const Steps = (shown: Shown) => {
  const { desk, draft, faults = [] } = shown;
  const { state, shared, handedTo } = draft;
  const words = desk.words.drafts;
  const isEditor = roleAllows(desk.person.role, "editor");
  if (state === "recording" || state === "recorded") return null;
  const isOpen = state === "draft" || state === "refused";
  return (
    <>
      {isOpen && !shared && handedTo === undefined ? null : <Step {...shown} step="draft" button={words.takeBack} />}
      {isOpen && !shared ? <Step {...shown} step="share" button={words.share} /> : null}
      {isOpen && !isEditor ? <Step {...shown} step="submitted" button={words.submit} /> : null}
      {isEditor ? (
        <Step {...shown} step="scheduled" button={words.schedule}>
          <Field name="due" label={words.due} help={words.dueHelp} faults={faults} />
          <label class="desk-choice">
            <input type="checkbox" name="only" value="true" /> {words.onlyIf}
          </label>
        </Step>
      ) : null}
      {isEditor && (state === "submitted" || state === "scheduled") ? (
        <Step {...shown} step="refused" button={words.sendBack}>
          <Field name="reason" label={words.reason} faults={faults} />
        </Step>
      ) : null}
      {isOpen ? (
        <Step {...shown} step="hand" button={words.hand}>
          <Field name="name" label={words.handTo} help={words.handToHelp} faults={faults} />
        </Step>
      ) : null}
      <Step {...shown} step="delete" button={words.delete} />
    </>
  );
};

const show = (c: Context<App>, shown: Shown, status: 200 | 409 | 412 | 422 = 200): Promise<Response> => {
  const { desk, draft, faults = [] } = shown;
  const title = draftTitle(desk.words, draft);
  const page = (
    <DeskLayout visit={desk} title={title}>
      <ErrorSummary visit={desk} faults={faults} />
      <p class="desk-back">
        <a href={deskStoryPath(draft.story)}>{draft.story}</a>
      </p>
      <h1 dir="auto">{title}</h1>
      <DraftDone desk={desk} />
      <DraftState desk={desk} draft={draft} />
      {draft.state === "recorded" ? null : (
        <p>
          <a class="button" href={`${draftsPath}/${draft.id}/open`}>
            {desk.words.drafts.open}
          </a>
        </p>
      )}
      <Trail {...shown} />
      <Steps {...shown} />
    </DeskLayout>
  );
  return answerDeskPage(c, page, status);
};

const read = async (c: Context<App>, desk: DeskSession): Promise<Response> => {
  const draft = await draftNamed(c, c.req.param("id"));
  return draft ? show(c, { desk, draft }) : gonePage(c, desk);
};

/** Where what was typed is typed on: in the form of its first event, or in the line. */
const open = async (c: Context<App>, desk: DeskSession): Promise<Response> => {
  const draft = await draftNamed(c, c.req.param("id"));
  if (!draft) return gonePage(c, desk);
  const { id, story, types } = draft;
  return redirectInDesk(
    c,
    `${types[0] ? `${postingPath(story)}/${types[0]}` : deskStoryPath(story)}?${new URLSearchParams({ draft: id })}`,
  );
};

/** What a form orders; a fault where a field is not right. */
const orderIn = async (
  c: Context<App>,
  desk: DeskSession,
  { story }: Draft,
): Promise<DraftOrder | "due" | "reason" | undefined> => {
  switch (fieldOf(desk, "step")) {
    case "draft":
      return { state: "draft" };
    case "share":
      return { state: "draft", shared: true };
    case "hand":
      return { state: "draft", handedTo: fieldOf(desk, "name").trim().normalize("NFC") };
    case "submitted":
      return { state: "submitted" };
    case "refused": {
      const reason = fieldOf(desk, "reason").trim().slice(0, 1000);
      return reason === "" ? "reason" : { state: "refused", reason };
    }
    case "scheduled": {
      const known = await readStoryAtDesk(c.var.d1, story, desk.language);
      const moment = readMoment(fieldOf(desk, "due"), { now: Date.now(), zone: known?.story.timeZone ?? "UTC", coming: true });
      if ("problem" in moment || !["minute", "hour", "second"].includes(moment.precision)) return "due";
      const only = fieldOf(desk, "only") === "true" ? { expectedVersion: known?.version ?? 0 } : {};
      return { state: "scheduled", dueAt: moment.occurredAt, ...only };
    }
    default:
      return undefined;
  }
};

const act = async (c: Context<App>, desk: DeskSession): Promise<Response> => {
  const draft = await draftNamed(c, c.req.param("id"));
  if (!draft) return gonePage(c, desk);
  const { faults } = desk.words.drafts;
  const request = draftRequest(desk.person, draft.id, fieldOf(desk, "revision"));
  const reach = { env: c.env, d1: c.var.d1 };
  const order = await orderIn(c, desk, draft);
  if (order === "due" || order === "reason")
    return show(c, { desk, draft, faults: [{ field: order, text: faults[order] }] }, 422);
  if (!order && fieldOf(desk, "step") !== "delete") return show(c, { desk, draft });
  const outcome = order ? await orderDraft(reach, request, order) : await dropDraft(reach, request);
  if (outcome.kind === "deleted") return redirectInDesk(c, `${draftsPath}?done=deleted`);
  // What is another's again is not there any more for whoever gave it back.
  const isLeft = order?.state === "draft" || order?.state === "refused";
  if (outcome.kind === "kept")
    return redirectInDesk(c, `${draftsPath}${isLeft ? "" : `/${draft.id}`}?done=${outcome.draft.state}`);
  if (outcome.kind === "forbidden") return forbiddenPage(c, desk, outcome.wanted);
  if (outcome.kind === "none" || outcome.kind === "erased") return gonePage(c, desk);
  const now = outcome.kind === "raced" ? outcome.draft : draft;
  return show(c, { desk, draft: now, faults: [faultOf(desk, outcome)] }, outcome.kind === "raced" ? 412 : 422);
};

const faultOf = ({ words: { drafts } }: DeskSession, outcome: DraftOutcome): FieldFault => {
  const { faults } = drafts;
  if (outcome.kind === "raced") return { field: "content", text: faults.changed };
  if (outcome.kind !== "invalid") return { field: "content", text: faults.notOpen };
  const [{ pointer } = { pointer: "" }] = outcome.faults;
  if (pointer === "/handedTo") return { field: "name", text: faults.name };
  return { field: "due", text: pointer === "/dueAt" ? faults.due : faults.preview };
};

/** The pages at `/desk/drafts/{id}`. */
export const draftPages: readonly DeskPage[] = [
  { method: "get", path: `${draftsPath}/:id`, role: "contributor", handle: read },
  { method: "get", path: `${draftsPath}/:id/open`, role: "contributor", handle: open },
  { method: "post", path: `${draftsPath}/:id`, role: "contributor", handle: act },
];

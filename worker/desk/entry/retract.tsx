/** Retracting an entry, and taking the retraction back: what hangs on it comes first, then a reason, what readers will see, and the record. */
import { languages } from "../../../events/tell/languages.ts";
import { entriesOf } from "../../../projections/timeline.ts";
import { readEventsAtDesk, readReferring } from "../../read/events-at-desk.ts";
import { type FieldFault, ForgeryField } from "../desk-layout.tsx";
import { answerDeskPage, type DeskPage } from "../desk-page.ts";
import { type TypedForm, typedFormOf, typedValue } from "../form/typed-form.ts";
import { DeskEntry } from "../story/desk-entry.tsx";
import { previewPosting } from "../story/posting.ts";
import { type Carried, CarriedFields, carriedIn, Warnings } from "../story/preview.tsx";
import { StepsForm } from "../story/steps-form.tsx";
import { fillIn } from "../words/apart.ts";
import { AmendedReaders } from "./amended-readers.tsx";
import { deskEntryPath, EntryLayout, type EntryVisit, ReasonField, withEntry } from "./entry-visit.tsx";
import { recordAmendment } from "./record-amendment.tsx";

type Act = "retract" | "reinstate";

const types = { retract: "EventRetracted", reinstate: "EventReinstated" } as const;

/** So many of the entries that refer to it are shown. */
const most = 20;

type Asked = { act: Act; reason?: string; version: number; faults?: readonly FieldFault[]; notice?: string };

const amendmentOf = (visit: EntryVisit, { act, reason }: Pick<Asked, "act" | "reason">) => ({
  type: types[act],
  occurredAt: new Date(visit.story.setting.now).toISOString(),
  data: { event: visit.entry.version, reason },
});

/** What the rules have against it, whatever the reason. */
const refusalsOf = async (visit: EntryVisit, act: Act): Promise<string[]> => {
  const result = await previewPosting(visit.c, { story: visit.story.slug, events: [amendmentOf(visit, { act, reason: "." })] });
  return result.kind === "refused" ? result.refusals.map(({ detail }) => detail) : [];
};

const ask = async (visit: EntryVisit, asked: Asked, status: 200 | 409 | 422 = 200): Promise<Response> => {
  const { c, desk, story, told, entry, path } = visit;
  const { act, reason = "", version, faults = [], notice } = asked;
  const { entry: words } = desk.words;
  const [refusals, referring] = await Promise.all([
    refusalsOf(visit, act),
    act === "retract" ? readReferring(c.var.d1, story, told.event) : [],
  ]);
  const shown = await readEventsAtDesk(c.var.d1, story, referring.slice(0, most));
  const page = (
    <EntryLayout {...visit} title={fillIn(words[act], { version: entry.version })} notice={notice} faults={faults}>
      {refusals.length > 0 ? (
        <section class="desk-warnings" aria-labelledby="against">
          <h2 id="against">{words.against}</h2>
          <ul>
            {refusals.map((detail) => (
              <li lang="en">{detail}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {act === "retract" ? (
        <section aria-labelledby="hanging">
          <h2 id="hanging">{words.hanging}</h2>
          {shown.length === 0 ? <p>{words.nothingHangs}</p> : null}
          <ol class="plain desk-entries">
            {entriesOf(shown, story.story, desk.language).map((one) => (
              <li id={`v${one.version}`}>
                <DeskEntry entry={one} zone={story.setting.zone} language={desk.language}>
                  <p class="aside">
                    <a href={`${deskEntryPath(story.slug, one.version)}/retract`}>
                      {fillIn(words.retract, { version: one.version })}
                    </a>
                  </p>
                </DeskEntry>
              </li>
            ))}
          </ol>
          {referring.length > most ? <p>{fillIn(words.andMore, { more: referring.length - most })}</p> : null}
        </section>
      ) : null}
      {refusals.length > 0 ? null : (
        <StepsForm {...visit} action={`${path}/${act}`} steps={[["preview", desk.words.form.preview]]}>
          <ForgeryField person={desk.person} />
          <input type="hidden" name="version" value={String(version)} />
          <ReasonField {...visit} reason={reason} faults={faults} />
        </StepsForm>
      )}
    </EntryLayout>
  );
  return answerDeskPage(c, page, status);
};

const preview = async (visit: EntryVisit, act: Act, form: TypedForm, version: number): Promise<Response> => {
  const { c, desk, story, entry, path } = visit;
  const { words } = desk;
  const reason = typedValue(form, "0.reason").replaceAll("\r\n", "\n");
  if (reason === "") return ask(visit, { act, version, faults: [{ field: "0.reason", text: words.entry.whyMissing }] }, 422);
  const events = [amendmentOf(visit, { act, reason })];
  const rehearsal = await previewPosting(c, { story: story.slug, events });
  if (rehearsal.kind === "invalid")
    return ask(
      visit,
      { act, reason, version, faults: rehearsal.faults.map(({ detail }) => ({ field: "0.reason", text: detail })) },
      422,
    );
  if (rehearsal.kind !== "rehearsed") return ask(visit, { act, reason, version, notice: words.story.refused }, 409);
  const carried: Carried = { action: `${path}/${act}`, form, events, version, key: crypto.randomUUID() };
  const readers = await Promise.all(languages.map((language) => AmendedReaders({ c, story, rehearsal, language })));
  const title = fillIn(words.entry[act], { version: entry.version });
  const page = (
    <EntryLayout {...visit} title={title}>
      <Warnings desk={desk} warnings={rehearsal.warnings} />
      {readers}
      <StepsForm
        {...visit}
        action={carried.action}
        steps={[
          ["record", title],
          ["edit", words.story.changeIt],
        ]}
      >
        <CarriedFields desk={desk} carried={carried} />
      </StepsForm>
    </EntryLayout>
  );
  return answerDeskPage(c, page);
};

const post =
  (act: Act) =>
  (visit: EntryVisit): Promise<Response> => {
    const form = typedFormOf(visit.desk.form);
    const version = Number(typedValue(form, "version")) || visit.story.version;
    const step = typedValue(form, "step");
    const reason = typedValue(form, "0.reason");
    if (step === "edit") return ask(visit, { act, reason, version });
    const carried = carriedIn(form, `${visit.path}/${act}`);
    const [event] = (carried?.events ?? []) as { type?: string; data?: { event?: number } }[];
    const isShown = event?.type === types[act] && event.data?.event === visit.entry.version && carried?.events.length === 1;
    return step === "record" && carried && isShown
      ? recordAmendment(visit, carried, (notice) => ask(visit, { act, reason, version, notice }, 409))
      : preview(visit, act, form, version);
  };

const pagesOf = (act: Act): DeskPage[] => [
  {
    method: "get",
    path: `/desk/:story/events/:version/${act}`,
    role: "editor",
    handle: withEntry((visit) => ask(visit, { act, version: visit.story.version })),
  },
  { method: "post", path: `/desk/:story/events/:version/${act}`, role: "editor", handle: withEntry(post(act)) },
];

/** The pages at `/desk/{story}/events/{version}/retract` and `/reinstate`. */
export const retractPages: readonly DeskPage[] = [...pagesOf("retract"), ...pagesOf("reinstate")];

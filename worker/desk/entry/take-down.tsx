/** Taking an entry down: why, by what law, a second press that names the entry, and the receipt. */
import { text } from "../../../events/values.ts";
import { orderTakedown } from "../../write/order-takedown.ts";
import { ErrorSummary, FieldError, type FieldFault, ForgeryField } from "../desk-layout.tsx";
import { answerDeskPage, type DeskPage } from "../desk-page.ts";
import { type TypedForm, typedFormOf, typedValue } from "../form/typed-form.ts";
import { deskStoryPath } from "../story-path.ts";
import { fillIn } from "../words/apart.ts";
import { EntryLayout, type EntryVisit, withEntry } from "./entry-visit.tsx";
import { ReceiptPage } from "./receipt.tsx";

type Asked = { form: TypedForm; faults?: readonly FieldFault[]; notice?: string };

const basisOf = (form: TypedForm): string => typedValue(form, "other") || typedValue(form, "basis");
const reasonOf = (form: TypedForm): string => typedValue(form, "reason").replaceAll("\r\n", "\n");

const describedBy = (name: string, faults: readonly FieldFault[]): string =>
  faults.some(({ field }) => field === name) ? `${name}-help ${name}-error` : `${name}-help`;

const ask = (visit: EntryVisit, { form, faults = [], notice }: Asked, status: 200 | 409 | 422 = 200) => {
  const { c, desk, entry, path } = visit;
  const { entry: words, form: formWords } = desk.words;
  const basis = typedValue(form, "basis");
  return answerDeskPage(
    c,
    <EntryLayout {...visit} title={fillIn(words.takeDown, { version: entry.version })} notice={notice}>
      <ErrorSummary visit={desk} faults={faults} />
      <p class="desk-warnings">{words.takeDownText}</p>
      <form method="post" action={`${path}/take-down`} class="desk-form" data-open={`entry ${entry.version}`}>
        <ForgeryField person={desk.person} />
        <div class="desk-field">
          <label for="basis">{words.basis}</label>
          <p class="field-help" id="basis-help">
            {words.basisHelp}
          </p>
          <FieldError field="basis" faults={faults} />
          <select id="basis" name="basis" aria-describedby={describedBy("basis", faults)}>
            <option value="">{formWords.unsaid}</option>
            {words.bases.map((one) => (
              <option value={one} selected={one === basis}>
                {one}
              </option>
            ))}
          </select>
        </div>
        <div class="desk-field">
          <label for="other">{words.otherBasis}</label>
          <input id="other" name="other" value={typedValue(form, "other")} maxlength={500} autocomplete="off" dir="auto" />
        </div>
        <div class="desk-field">
          <label for="reason">{words.reason}</label>
          <p class="field-help" id="reason-help">
            {words.takeDownReasonHelp}
          </p>
          <FieldError field="reason" faults={faults} />
          <textarea
            id="reason"
            name="reason"
            rows={3}
            maxlength={1000}
            aria-describedby={describedBy("reason", faults)}
            dir="auto"
          >
            {`\n${reasonOf(form)}`}
          </textarea>
        </div>
        <button type="submit" name="step" value="confirm">
          {words.goOn}
        </button>
        <a href={deskStoryPath(visit.story.slug)}>{desk.words.story.discard}</a>
      </form>
    </EntryLayout>,
    status,
  );
};

/** The second press: the number of the entry is typed, and the button names what is erased. */
const confirm = (visit: EntryVisit, form: TypedForm, key: string, faults: readonly FieldFault[] = []) => {
  const { c, desk, entry, path } = visit;
  const { entry: words } = desk.words;
  return answerDeskPage(
    c,
    <EntryLayout {...visit} title={fillIn(words.takeDown, { version: entry.version })}>
      <ErrorSummary visit={desk} faults={faults} />
      <dl class="desk-understood">
        <div>
          <dt>{words.basis}</dt>
          <dd dir="auto">{basisOf(form)}</dd>
        </div>
        <div>
          <dt>{words.reason}</dt>
          <dd dir="auto">{reasonOf(form)}</dd>
        </div>
      </dl>
      <form method="post" action={`${path}/take-down`} class="desk-form" data-open={`entry ${entry.version}`}>
        <ForgeryField person={desk.person} />
        <input type="hidden" name="basis" value={basisOf(form)} />
        <input type="hidden" name="reason" value={reasonOf(form)} />
        <input type="hidden" name="key" value={key} />
        <div class="desk-field">
          <label for="named">{words.typeNumber}</label>
          <p class="field-help" id="named-help">
            {fillIn(words.typeNumberHelp, { version: entry.version })}
          </p>
          <FieldError field="named" faults={faults} />
          <input
            id="named"
            name="named"
            inputmode="numeric"
            autocomplete="off"
            aria-required="true"
            aria-describedby={describedBy("named", faults)}
          />
        </div>
        <button type="submit" name="step" value="erase">
          {fillIn(words.erase, { version: entry.version, what: entry.headline })}
        </button>
        <button type="submit" name="step" value="edit" class="quiet">
          {desk.words.story.changeIt}
        </button>
        <a href={deskStoryPath(visit.story.slug)}>{desk.words.story.discard}</a>
      </form>
    </EntryLayout>,
    faults.length > 0 ? 422 : 200,
  );
};

const shapes = { basis: text(500), reason: text(1000) };

const post = async (visit: EntryVisit): Promise<Response> => {
  const { c, desk, story, entry } = visit;
  const { words } = desk;
  const form = typedFormOf(desk.form);
  const step = typedValue(form, "step");
  const [legalBasis, reason] = [basisOf(form), reasonOf(form)];
  const faults = Object.entries({ basis: legalBasis, reason }).flatMap(([field, value]) => {
    const { error } = shapes[field as keyof typeof shapes].safeParse(value);
    const missing = field === "basis" ? words.entry.basisMissing : words.entry.whyMissing;
    return error ? [{ field, text: value === "" ? missing : (error.issues[0]?.message ?? missing) }] : [];
  });
  if (step === "edit" || faults.length > 0)
    return ask(visit, { form, faults: step === "edit" ? [] : faults }, step === "edit" ? 200 : 422);
  const carried = typedValue(form, "key");
  const key = /^[\w-]{1,128}$/.test(carried) ? carried : crypto.randomUUID();
  if (step !== "erase") return confirm(visit, form, key);
  if (typedValue(form, "named") !== String(entry.version))
    return confirm(visit, form, key, [{ field: "named", text: fillIn(words.entry.typeNumberHelp, { version: entry.version }) }]);
  const order = { story: story.slug, event: entry.version, reason, legalBasis, expects: () => true, key };
  const ordered = await orderTakedown(c, order);
  if (ordered.kind === "taken-down")
    return answerDeskPage(c, <ReceiptPage desk={desk} story={story} receipt={ordered} order={order} />);
  const notice =
    ordered.kind === "refused"
      ? ordered.refusals.map(({ detail }) => detail).join(" ")
      : ordered.kind === "key-reused"
        ? words.story.keyReused
        : words.story.contended;
  return ask(visit, { form, notice }, 409);
};

/** The pages at `/desk/{story}/events/{version}/take-down`. */
export const takeDownPages: readonly DeskPage[] = [
  {
    method: "get",
    path: "/desk/:story/events/:version/take-down",
    role: "publisher",
    handle: withEntry((visit) => ask(visit, { form: new Map() })),
  },
  {
    method: "post",
    path: "/desk/:story/events/:version/take-down",
    role: "publisher",
    recently: true,
    handle: withEntry(post),
  },
];

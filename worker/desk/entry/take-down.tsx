/** Taking an entry down: why, by what law, a second press that names the entry, and the receipt. */

import { text } from "../../../events/values.ts";
import type { Child } from "../../http/html/jsx-runtime.ts";
import { orderTakedown } from "../../write/order-takedown.ts";
import { type FieldFault, ForgeryField } from "../desk-layout.tsx";
import { answerDeskPage, type DeskPage } from "../desk-page.ts";
import { type TypedForm, typedFormOf, typedValue } from "../form/typed-form.ts";
import { LabelledField, StepsForm, TextField } from "../story/steps-form.tsx";
import { fillIn } from "../words/fill-in.ts";
import { EntryLayout, type EntryVisit, withEntry } from "./entry-visit.tsx";
import { Facts, ReceiptPage } from "./receipt.tsx";

type Asked = { form: TypedForm; faults?: readonly FieldFault[]; notice?: string };

const basisOf = (form: TypedForm): string => typedValue(form, "basis");
const reasonOf = (form: TypedForm): string => typedValue(form, "reason").replaceAll("\r\n", "\n");

const ask = (visit: EntryVisit, { form, faults = [], notice }: Asked, status: 200 | 409 | 422 = 200) => {
  const { c, desk, entry, path } = visit;
  const { entry: words } = desk.words;
  return answerDeskPage(
    c,
    <EntryLayout {...visit} title={fillIn(words.takeDown, { version: entry.version })} notice={notice} faults={faults}>
      <p class="desk-warnings">{words.takeDownText}</p>
      <StepsForm {...visit} action={`${path}/take-down`} steps={[["confirm", words.goOn]]}>
        <ForgeryField person={desk.person} />
        <LineField name="basis" label={words.basis} help={words.basisHelp} value={basisOf(form)} faults={faults}>
          <datalist id="basis-list">
            {words.bases.map((one) => (
              <option value={one} />
            ))}
          </datalist>
        </LineField>
        <TextField
          name="reason"
          label={words.reason}
          help={words.takeDownReasonHelp}
          value={reasonOf(form)}
          most={1000}
          faults={faults}
        />
      </StepsForm>
    </EntryLayout>,
    status,
  );
};

type LineField = { name: string; label: string; help: string; value?: string; faults: readonly FieldFault[]; children?: Child };

/** A field for a text of one line; `children`: what may be chosen, as `{name}-list`. */
const LineField = ({ name, value = "", children, ...labelled }: LineField) => (
  <LabelledField name={name} {...labelled}>
    <input
      id={name}
      name={name}
      value={value}
      list={children ? `${name}-list` : undefined}
      maxlength={500}
      autocomplete="off"
      aria-describedby={`${name}-help ${name}-error`}
      dir="auto"
    />
    {children}
  </LabelledField>
);

/** The second press: the number of the entry is typed, and the button names what is erased. */
const confirm = (visit: EntryVisit, form: TypedForm, key: string, faults: readonly FieldFault[] = []) => {
  const { c, desk, entry, path } = visit;
  const { entry: words } = desk.words;
  return answerDeskPage(
    c,
    <EntryLayout {...visit} title={fillIn(words.takeDown, { version: entry.version })} faults={faults}>
      <StepsForm
        {...visit}
        action={`${path}/take-down`}
        steps={[
          ["erase", fillIn(words.erase, { version: entry.version, what: entry.headline })],
          ["edit", desk.words.story.changeIt],
        ]}
      >
        <ForgeryField person={desk.person} />
        <Facts
          facts={[
            [words.basis, basisOf(form)],
            [words.reason, reasonOf(form)],
          ]}
        />
        <input type="hidden" name="basis" value={basisOf(form)} />
        <input type="hidden" name="reason" value={reasonOf(form)} />
        <input type="hidden" name="key" value={key} />
        <LineField
          name="named"
          label={words.typeNumber}
          help={fillIn(words.typeNumberHelp, { version: entry.version })}
          faults={faults}
        />
      </StepsForm>
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

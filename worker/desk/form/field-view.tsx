/** One field of a form, with its label, its help, and what is wrong with it beside it. */

import type { Child } from "../../http/html/jsx-runtime.ts";
import { FieldError, type FieldFault } from "../desk-layout.tsx";
import type { DeskVisit } from "../desk-page.ts";
import { fillIn } from "../words/fill-in.ts";
import type { Choice, Choices } from "./choices.ts";
import type { Field } from "./fields.ts";
import { choiceLabel, labelOf } from "./labels.ts";
import { nameIn, rowsOf, type TypedForm, typedValue } from "./typed-form.ts";

/** What a form is shown from. `type`: the event's, by which offers are chosen; `publisher`: of the story's last source. */
export type FormView = {
  visit: DeskVisit;
  type: string;
  form: TypedForm;
  faults: readonly FieldFault[];
  choices: Choices;
  publisher?: string | undefined;
};

type Shown = { view: FormView; field: Field; name: string };

/** So many parties are listed one by one; more are named by their slugs. */
const mostListed = 60;

/** Fields that are seldom said stand behind “More”, and so do slugs, which follow from names. */
const isSeldom = ({ name, kind, required }: Field): boolean =>
  kind === "slug" ||
  (!required &&
    ["names", "lines", "boolean", "language", "zone", "rows", "group", "choice"].includes(kind) &&
    name !== "quote" &&
    name !== "sources") ||
  /^(?:partners|to|subjectTo|byline|platform|role|of|translator)$/.test(name);

/** The fields of a group: those that are often said, then the others behind “More”, which is open where it holds anything. */
export const Fields = ({ view, fields, name }: { view: FormView; fields: readonly Field[]; name: string }) => {
  const often = fields.filter((field) => !isSeldom(field));
  const seldom = fields.filter(isSeldom);
  const isOpen = seldom.some((field) => {
    const own = nameIn(name, field.name);
    const isWithin = (other: string): boolean => other === own || other.startsWith(`${own}.`);
    return (
      (field.kind !== "slug" && [...view.form].some(([key, values]) => isWithin(key) && values.some((value) => value !== ""))) ||
      view.faults.some((fault) => isWithin(fault.field))
    );
  });
  return (
    <>
      {often.map((field) => (
        <FieldView view={view} field={field} name={nameIn(name, field.name)} />
      ))}
      {seldom.length === 0 ? null : (
        <details open={isOpen}>
          <summary>{view.visit.words.form.more}</summary>
          {seldom.map((field) => (
            <FieldView view={view} field={field} name={nameIn(name, field.name)} />
          ))}
        </details>
      )}
    </>
  );
};

/** One field, whatever its kind. */
const FieldView = ({ view, field, name }: Shown) => {
  const { words } = view.visit;
  const label = field.kind === "slug" ? words.form.name : labelOf(words, field.name);
  if (field.kind === "group" || field.kind === "rows" || (field.kind === "parties" && view.choices.parties.length <= mostListed))
    return (
      <fieldset id={name} class="desk-group" aria-describedby={describedBy(view, field, name)}>
        <legend>{label}</legend>
        <Beside view={view} field={field} name={name} />
        {field.kind === "group" ? (
          <Fields view={view} fields={field.fields ?? []} name={name} />
        ) : field.kind === "rows" ? (
          <Rows view={view} field={field} name={name} />
        ) : (
          <div class="desk-choices">
            {view.choices.parties.map(({ value, label: party }) => (
              <label class="desk-choice">
                <input type="checkbox" name={name} value={value} checked={view.form.get(name)?.includes(value) ?? false} />{" "}
                <bdi>{party}</bdi>
              </label>
            ))}
          </div>
        )}
        <TakeAway view={view} field={field} name={name} />
      </fieldset>
    );
  return (
    <div class="desk-field">
      <label for={name}>{label === "" ? labelOf(words, "price") : label}</label>
      <Beside view={view} field={field} name={name} />
      <Input view={view} field={field} name={name} />
      {field.kind === "money" && field.fields?.length ? <Fields view={view} fields={field.fields} name={name} /> : null}
      <TakeAway view={view} field={field} name={name} />
    </div>
  );
};

const helpOf = ({ visit: { words }, choices, type }: FormView, { name, kind, most }: Field): string[] =>
  [
    Object.hasOwn(words.form.help, name) ? words.form.help[name] : kind === "money" ? words.form.help.price : undefined,
    kind === "slug" ? words.form.nameHelp : undefined,
    kind === "offer" && choices.offers(type).isAll ? words.form.noOffer : undefined,
    kind === "prose" && most ? fillIn(words.form.tooLong, { most }) : undefined,
    name === "sources" ? words.form.addressHelp : undefined,
  ].filter((text): text is string => text !== undefined);

const isAtFault = ({ faults }: FormView, name: string): boolean => faults.some(({ field }) => field === name);

const describedBy = (view: FormView, field: Field, name: string): string | undefined =>
  [helpOf(view, field).length > 0 ? `${name}-help` : "", isAtFault(view, name) ? `${name}-error` : ""]
    .filter((id) => id !== "")
    .join(" ") || undefined;

const Beside = ({ view, field, name }: Shown) => {
  const help = helpOf(view, field);
  return (
    <>
      {help.length > 0 ? (
        <p class="field-help" id={`${name}-help`}>
          {help.join(" ")}
        </p>
      ) : null}
      <FieldError field={name} faults={view.faults} />
    </>
  );
};

const TakeAway = ({ view, field, name }: Shown) =>
  field.canBeTakenAway ? (
    <label class="desk-choice">
      <input type="checkbox" name={`${name}.away`} value="true" checked={typedValue(view.form, `${name}.away`) === "true"} />{" "}
      {view.visit.words.form.takeAway}
    </label>
  ) : null;

const Rows = ({ view, field, name }: Shown) => {
  const { words } = view.visit;
  const rows = rowsOf(view.form, name);
  const next = (rows.at(-1) ?? -1) + 1;
  const isBefore = typedValue(view.form, `${name}.before`) === "true";
  return (
    <>
      {field.name === "sources" && view.publisher !== undefined ? (
        <label class="desk-choice">
          <input type="checkbox" name={`${name}.before`} value="true" checked={isBefore} />{" "}
          {fillIn(words.form.asBefore, { publisher: view.publisher })}
        </label>
      ) : null}
      {[...rows, next].map((row) => (
        <fieldset class="desk-row">
          <legend>{fillIn(words.form.row, { number: row + 1 })}</legend>
          <Fields view={view} fields={field.fields ?? []} name={`${name}.${row}`} />
        </fieldset>
      ))}
    </>
  );
};

const Input = ({ view, field, name }: Shown): Child => {
  const { visit, form, choices } = view;
  const { words } = visit;
  const { kind } = field;
  const value = form.get(name)?.[0] ?? "";
  const common = {
    id: name,
    name,
    "aria-required": field.required ? ("true" as const) : undefined,
    "aria-invalid": isAtFault(view, name) ? ("true" as const) : undefined,
    "aria-describedby": describedBy(view, field, name),
  };
  const select = (all: readonly Choice[]) => (
    <select {...common}>
      {field.required && value !== "" ? null : <option value="">{field.required ? "" : words.form.unsaid}</option>}
      {(value === "" || all.some((one) => one.value === value) ? all : [{ value, label: value }, ...all]).map((one) => (
        <option value={one.value} selected={one.value === value}>
          {one.label}
        </option>
      ))}
    </select>
  );
  if (kind === "party" && choices.parties.length <= mostListed) return select(choices.parties);
  if (kind === "offer") return select(choices.offers(view.type).choices);
  if (kind === "question") return select(choices.questions);
  if (kind === "version") return select(choices.entries);
  if (kind === "choice") return select((field.choices ?? []).map((one) => ({ value: one, label: choiceLabel(words, one) })));
  if (kind === "boolean")
    return select([
      { value: "true", label: words.form.yes },
      { value: "false", label: words.form.no },
    ]);
  if (kind === "prose" || kind === "lines" || kind === "names" || kind === "json" || (kind === "text" && (field.most ?? 0) > 300))
    return (
      <textarea {...common} rows={kind === "prose" ? 4 : 3} dir="auto">
        {`\n${value}`}
      </textarea>
    );
  return (
    <input
      type={kind === "address" ? "url" : "text"}
      {...common}
      value={value}
      autocomplete="off"
      dir={kind === "text" ? "auto" : undefined}
    />
  );
};

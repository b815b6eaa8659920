/** A draft as a form: what was typed, with the draft that it is kept in and its revision. */
import type { Context } from "hono";
import { postedTypes } from "../../../events/parse.ts";
import { definitionOf } from "../../../events/registry.ts";
import type { App } from "../../env.ts";
import { type Draft, type DraftContent, draftId } from "../../store/draft.ts";
import { readDraft } from "../../store/drafts.ts";
import { type DraftRequest, keepDraft } from "../../write/change-draft.ts";
import type { DeskPerson } from "../desk-page.ts";
import { type FormSetting, type TypedForm, typedValue } from "../form/typed-form.ts";
import { type PartialEvent, writeForm } from "../form/write-form.ts";

/** The fields of a form that say in which draft it is kept. */
export const draftFields = ["draft", "revision"] as const;

/** The draft that an address names, where whoever asks may see it. */
export const draftNamed = async (c: Context<App>, id: string | undefined): Promise<Draft | undefined> => {
  const found = draftId.safeParse(id).success ? await readDraft(c.var.d1, id ?? "", c.var.editor) : undefined;
  return typeof found === "object" ? found : undefined;
};

/** Its forms, filled in: as they were typed, else from the events that somebody's program has left. */
export const formOfDraft = ({ id, revision, content }: Draft, setting: FormSetting): TypedForm => {
  const { form = {}, events = [] } = content;
  const typed = Object.keys(form).length > 0 ? Object.entries(form) : formsOf(events, setting);
  return new Map([...typed, ["draft", [id]], ["revision", [String(revision)]]]);
};

const formsOf = (events: readonly unknown[], setting: FormSetting): [string, string[]][] =>
  events.flatMap((event, index) => {
    const type = postedTypes.find((known) => known === (event as PartialEvent | null)?.type);
    if (!type) return [];
    try {
      const filled = writeForm(definitionOf(type), event as PartialEvent, setting);
      return [
        [`${index}.type`, [type]],
        ...[...filled].map(([name, values]): [string, string[]] => [`${index}.${name}`, values]),
      ];
    } catch {
      // What a program has left may be no event yet.
      return [[`${index}.type`, [type]]];
    }
  });

/** What a form keeps in its draft: its fields, and the events that its preview has made of them. */
const contentOf = (story: string, form: TypedForm): DraftContent => {
  const line = typedValue(form, "line");
  const fields = [...form].filter(([name, values]) => /^\d+\./.test(name) && values.some((value) => value !== ""));
  return {
    story,
    ...(line === "" ? {} : { line }),
    form: Object.fromEntries(fields.map(([name, values]) => [name, [...values]])),
    ...eventsIn(typedValue(form, "events")),
  };
};

const eventsIn = (json: string): { events?: unknown[] } => {
  try {
    const events: unknown = JSON.parse(json);
    return Array.isArray(events) ? { events } : {};
  } catch {
    return {};
  }
};

/** A request about a draft by somebody at the desk, at the revision that their page has shown. */
export const draftRequest = ({ name, role, tokenHash }: DeskPerson, id: string, revision: string): DraftRequest => ({
  id,
  editor: name,
  role,
  tokenHash,
  expects: (now) => now === Number(revision),
});

/** Keeps what a form has posted: in its draft, or, where that was changed or is gone, in one of its own. `isCopy`: the second. */
export const keepForm = async (c: Context<App>, person: DeskPerson, story: string, form: TypedForm) => {
  const reach = { env: c.env, d1: c.var.d1 };
  const content = contentOf(story, form);
  const [id, revision] = draftFields.map((name) => typedValue(form, name));
  const isKnown = draftId.safeParse(id).success;
  const outcome = isKnown ? await keepDraft(reach, draftRequest(person, id ?? "", revision ?? ""), content) : undefined;
  if (outcome?.kind === "kept") return { outcome, isCopy: false };
  if (outcome?.kind === "erased") return { outcome, isCopy: false };
  return { outcome: await keepDraft(reach, draftRequest(person, crypto.randomUUID(), "0"), content), isCopy: isKnown };
};

/** From a posted form of one or several events to what is to be posted. */
import { postedTypes } from "../../../events/parse.ts";
import { definitionOf, type EventType } from "../../../events/registry.ts";
import type { FieldFault } from "../desk-layout.tsx";
import { faultsOfPointers, fieldFaultsOf } from "../form/form-faults.ts";
import { readForm } from "../form/read-form.ts";
import { partOf, type TypedForm, typedValue, type Understood } from "../form/typed-form.ts";
import type { DeskWords } from "../words/shape.ts";
import { type DeskStory, settingFor } from "./desk-story.ts";
import type { DeskPostingResult } from "./posting.ts";

/** Events as they are posted, one for each form, what is wrong with the forms, and what was understood of them. */
export type ReadPosting = {
  types: EventType[];
  events: Record<string, unknown>[];
  faults: FieldFault[];
  understood: Understood[][];
};

/** The types of the events of a posting, in the order of their forms. */
export const typesOf = (form: TypedForm): EventType[] => {
  const types: EventType[] = [];
  for (let index = 0; index < 20; index += 1) {
    const type = postedTypes.find((known) => known === typedValue(form, `${index}.type`));
    if (!type) break;
    types.push(type);
  }
  return types;
};

/** Reads all forms of a posting. A slug that one of them introduces is taken for those after it. */
export const readPosting = (desk: DeskStory, words: DeskWords, form: TypedForm): ReadPosting => {
  const types = typesOf(form);
  const introduced = new Set<string>();
  const { isTaken } = desk.setting;
  const read = types.map((type, index) => {
    const part = partOf(form, String(index));
    const setting = settingFor(desk, part);
    const one = readForm(definitionOf(type), part, {
      ...setting,
      isTaken: (kind, slug) => introduced.has(`${kind} ${slug}`) || isTaken(kind, slug),
    });
    const { offer, party, question } = one.posted.data as Record<string, unknown>;
    for (const [kind, slug] of Object.entries({ offer, party, question })) introduced.add(`${kind} ${slug}`);
    return one;
  });
  return {
    types,
    events: read.map(({ posted }) => posted),
    faults: read.flatMap(({ faults }, index) => fieldFaultsOf(words, definitionOf(types[index] ?? ""), index, faults)),
    understood: read.map(({ understood }) => understood),
  };
};

/** What the schema, the rules or the writer have against a posting, as faults of its forms; none where it was taken. */
export const faultsOfResult = (words: DeskWords, types: readonly EventType[], result: DeskPostingResult): FieldFault[] => {
  const faults =
    result.kind === "invalid"
      ? result.faults
      : result.kind === "refused"
        ? result.refusals.map(({ pointer = "", detail }) => ({ pointer: `/${result.index}${pointer}`, detail }))
        : [];
  return types.flatMap((type, index) => fieldFaultsOf(words, definitionOf(type), index, faultsOfPointers(faults, index)));
};

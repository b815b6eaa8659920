/** What settings come to as events: of a party and of key moments, only what was changed. */
import { definitionOf } from "../../../events/registry.ts";
import { partyAt } from "../../../events/story.ts";
import { type TypedForm, typedValue } from "../form/typed-form.ts";
import { writeForm } from "../form/write-form.ts";
import type { DeskStory } from "../story/desk-story.ts";

/** The form of a change of a party, filled in with what is known of it; undefined where there is no such party. */
export const formOfParty = ({ story, setting }: DeskStory, party: string): Map<string, string[]> | undefined => {
  const facts = partyAt(story, party);
  if (!facts) return undefined;
  const form = writeForm(definitionOf("PartyChanged"), { data: { party, ...facts } }, setting);
  return new Map([...form].map(([name, values]) => [`0.${name}`, values]));
};

const sameText = (a: readonly string[] = [], b: readonly string[] = []): boolean =>
  a.join("\n").replaceAll("\r", "").trim() === b.join("\n").trim();

/** The same form without what stays as it is: what was emptied is taken away. */
export const changesOfParty = (story: DeskStory, typed: TypedForm): Map<string, readonly string[]> => {
  const before = formOfParty(story, typedValue(typed, "0.data.party")) ?? new Map<string, string[]>();
  const form = new Map(typed);
  for (const [name, values] of before) {
    if (name === "0.data.party" || typedValue(typed, `${name}.away`) === "true") continue;
    if (sameText(typed.get(name), values)) form.delete(name);
    else if (typedValue(typed, name) === "") form.set(`${name}.away`, ["true"]);
  }
  return form;
};

/** So many events can be posted at once. */
const most = 20;

/** The forms of the corrections that make entries key moments or no longer, by which of those that were `shown` are chosen. */
export const changesOfKeys = ({ timeline }: DeskStory, typed: TypedForm, now: string): Map<string, string[]> => {
  const [shown, chosen] = [new Set(typed.get("shown")), new Set(typed.get("key"))];
  const changed = timeline.entries.filter(
    ({ version, key }) => shown.has(`${version}`) && (key === true) !== chosen.has(`${version}`),
  );
  return new Map(
    changed.slice(0, most).flatMap(({ version }, index) =>
      Object.entries({
        type: "EventCorrected",
        occurredAt: now,
        "data.event": `${version}`,
        "data.edit": "update",
        "data.reason": typedValue(typed, "reason"),
        "data.replacement.key": `${chosen.has(`${version}`)}`,
      }).map(([name, value]) => [`${index}.${name}`, [value]] as const),
    ),
  );
};

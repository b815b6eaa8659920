/** What a minor edit may touch: free text alone, and in it no digit, no quotation and no name of a party of the story. */
import type { Refusal } from "./define.ts";
import { bodyOf } from "./recorded.ts";
import type { StoryEvent } from "./registry.ts";
import { canonical } from "./seal.ts";
import { slotsBy, visit } from "./slots.ts";
import type { Story } from "./story.ts";

const textSlots = slotsBy(({ "x-words": kind }) => (kind === undefined ? undefined : true));

/** The texts of an event's data, and the data without them. A quotation is no free text. */
const partsOf = ({ type, data }: StoryEvent): { texts: Map<string, string>; rest: unknown } => {
  const texts = new Map<string, string>();
  const rest = structuredClone(data) as Record<string, unknown>;
  for (const { path } of textSlots(type)) {
    const [field] = path;
    if (field === undefined || field === "quote") continue;
    const found: string[] = [];
    visit(data, path, (value) => found.push(String(value)));
    texts.set(path.join("/"), found.join("\u0000"));
    delete rest[field];
  }
  return { texts, rest };
};

/** What of a text may not change: its digits, what stands between its quotation marks, and how often each name stands in it. */
const fixedIn = (text: string, names: readonly string[]): string =>
  canonical([
    text.match(/\p{Nd}+/gu) ?? [],
    text.match(/“[^”]*”|«[^»]*»|„[^“”]*[“”]|"[^"]*"/gu) ?? [],
    names.map((name) => text.split(name).length - 1),
  ]);

const namesOf = ({ parties }: Story): string[] =>
  Object.values(parties).flatMap(({ history }) =>
    history.flatMap(({ facts: { name, short, names } }) =>
      [name, short, ...Object.values(names ?? {}).flatMap((other) => [other.name, other.short])].filter(
        (one) => one !== undefined,
      ),
    ),
  );

/** Why an edit is not minor; nothing where it is. `before` and `after` are the event as it reads without it and with it. */
export const refusalsOfMinorEdit = (story: Story, before: StoryEvent, after: StoryEvent): Refusal[] => {
  const [was, is] = [partsOf(before), partsOf(after)];
  const refusal = (detail: string): Refusal[] => [{ code: "edit-not-minor", pointer: "/data", detail }];
  const outside = ({ occurredAt, precision, ...event }: StoryEvent, rest: unknown) =>
    canonical({ occurredAt, precision, ...bodyOf({ ...event, data: rest }) });
  if (outside(before, was.rest) !== outside(after, is.rest))
    return refusal(
      "A minor edit touches free text alone: for anything else, make it an update, a clarification or a correction.",
    );
  const names = namesOf(story);
  const touched = [...was.texts].some(([path, text]) => fixedIn(text, names) !== fixedIn(is.texts.get(path) ?? "", names));
  return touched
    ? refusal("A minor edit touches no digit, no quotation and no name: make it an update, a clarification or a correction.")
    : [];
};

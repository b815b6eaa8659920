/** The rules: whether an event may stand where it stands in story order, and what of it is only unlikely. */
import type { EarlierEvent, Refusal, Rule } from "./define.ts";
import { likenessOf, rememberedFor } from "./likeness.ts";
import { orderKey } from "./order.ts";
import { type Reference, referencesOf } from "./references.ts";
import { definitionOf, type StoryEvent } from "./registry.ts";
import { get, type Story } from "./story.ts";

const kinds = { party: "party", offer: "offer", question: "question", version: "event" } as const;
const plurals = { party: "parties", offer: "offers", question: "questions" } as const;

/** So many slugs are told to who names one that there is not. */
const mostSlugs = 30;

const thoseThereAre = (story: Story, kind: keyof typeof plurals): string => {
  const slugs = Object.keys(story.introduced[kind]);
  if (slugs.length === 0) return `This story has no ${plurals[kind]} yet.`;
  const more = slugs.length > mostSlugs ? ` and ${slugs.length - mostSlugs} more` : "";
  return `Its ${plurals[kind]} are ${slugs.slice(0, mostSlugs).join(", ")}${more}.`;
};

const judgeReference = (story: Story, event: StoryEvent, reference: Reference): Refusal | undefined => {
  const { kind, name, pointer, introduces } = reference;
  if (kind === "version") return judgeVersion(story, event, Number(name), pointer);
  const holder = get(story.introduced[kind], String(name));
  const known = holder !== undefined && holder !== event.version;
  if (introduces && known)
    return {
      code: `${kind}-exists`,
      pointer,
      detail: `The ${kinds[kind]} “${name}” exists already: event ${holder} introduced it.`,
    };
  if (!introduces && !known)
    return {
      code: `unknown-${kind}`,
      pointer,
      detail: `No event of this story has introduced the ${kinds[kind]} “${name}”. ${thoseThereAre(story, kind)}`,
    };
  return undefined;
};

const judgeVersion = (story: Story, event: StoryEvent, version: number, pointer: string): Refusal | undefined => {
  if (version >= event.version)
    return { code: "unknown-event", pointer, detail: `This story has no event ${version} before this one.` };
  if (story.amendments.some((amendment) => amendment.version === version))
    return {
      code: "event-is-editorial",
      pointer,
      detail: `Event ${version} is a correction, a retraction or a takedown: name the event that it is about.`,
    };
  return undefined;
};

const judgeAmendment = (story: Story, target: number, kind: string): Refusal[] => {
  const last = story.amendments.findLast((amendment) => amendment.event === target);
  const refusal = (code: string, detail: string): Refusal[] => [{ code, pointer: "/data/event", detail }];
  if (last?.kind === "taken-down")
    return refusal(
      "event-taken-down",
      `Event ${target} was taken down by event ${last.version}: there is nothing left to amend.`,
    );
  const isRetracted = last !== undefined && !last.after;
  if (kind === "reinstated")
    return isRetracted ? [] : refusal("event-not-retracted", `Event ${target} is not retracted: there is nothing to reinstate.`);
  return isRetracted
    ? refusal("event-retracted", `Event ${target} was retracted by event ${last.version}: reinstate it first, or post it anew.`)
    : [];
};

const judgeConclusion = ({ closures }: Story, at?: string): Refusal[] => {
  const concluded = closures.findLast(({ place, until }) =>
    at === undefined ? until === undefined : place < at && (until === undefined || at < until),
  );
  if (!concluded) return [];
  const detail = `The story was concluded before that, by event ${concluded.version}: reopen it first. Introductions, questions, summaries and corrections are admitted as it is.`;
  return [{ code: "story-concluded", detail, pointer: "/occurredAt" }];
};

/** The references of an event that the story's slugs and versions do not bear out. */
export const judgeReferences = (story: Story, event: StoryEvent): Refusal[] =>
  referencesOf(event.type, event.data).flatMap((reference) => judgeReference(story, event, reference) ?? []);

const broken = (rules: readonly Rule<never>[], story: Story, event: StoryEvent, earlier: EarlierEvent): Refusal[] =>
  rules.flatMap(({ code, pointer, broken }) => {
    const detail = broken(story, event as never, earlier);
    return detail === undefined ? [] : [{ code, detail, ...(pointer === undefined ? {} : { pointer }) }];
  });

/** All that forbids an event to stand after `story`, or, where nothing hangs on it, at a place within it; nothing where it is admitted. */
export const judge = (story: Story, event: StoryEvent, earlier: EarlierEvent, at?: string): Refusal[] => {
  const { rules, amends, editorial, type } = definitionOf(event.type);
  if (event.version === 1 && type !== "StoryOpened")
    return [{ code: "story-not-open", pointer: "/type", detail: "This story is not open yet: its first event is StoryOpened." }];
  const dangling = judgeReferences(story, event);
  if (dangling.length > 0) return dangling;
  const general = amends
    ? judgeAmendment(story, amends.target(event.data as never), amends.kind)
    : editorial || type === "StoryReopened" || type === "StoryConcluded"
      ? []
      : judgeConclusion(story, at);
  return [...general, ...broken(rules, story, event, earlier)];
};

/** What of an admitted event is only unlikely. */
export type Warning = { code: string; detail: string; pointer?: string };

const general: readonly Rule<unknown>[] = [
  {
    code: "no-source",
    pointer: "/sources",
    broken: (_, { sources }) => (sources?.length ? undefined : "No source is given: readers cannot see where this comes from."),
  },
  {
    code: "said-again",
    broken: (story, { version, recordedAt, type, data }) => {
      const likeness = likenessOf({ type, data } as StoryEvent);
      const isRecent = (then: string): boolean => Date.parse(recordedAt) - Date.parse(then) < rememberedFor;
      const before = story.recent.find(
        (recent) => recent.likeness === likeness && recent.version < version && isRecent(recent.recordedAt),
      );
      return before && `Event ${before.version} said the same thing less than ten minutes ago: look whether this repeats it.`;
    },
  },
];

/** Warns of what is only unlikely about an event that is admitted where `story` stands. What tells of the record alone is not warned of. */
export const warningsOf = (story: Story, event: StoryEvent, earlier: EarlierEvent): Warning[] => {
  const { warnings = [], editorial, amends } = definitionOf(event.type);
  if (editorial || amends) return [];
  return broken([...warnings, ...(general as readonly Rule<never>[])], story, event, earlier);
};

const tolerance = 5 * 60_000;

/** Refuses a time that is more than five minutes ahead of `now` (RFC 3339). */
export const judgeTime = (occurredAt: string, now: string, pointer: string): Refusal[] => {
  const latest = new Date(Date.parse(now) + tolerance).toISOString();
  if (orderKey(occurredAt) <= orderKey(latest)) return [];
  return [
    {
      code: "in-the-future",
      pointer,
      detail: "This has not happened yet: an event may be at most five minutes ahead of the clock.",
    },
  ];
};

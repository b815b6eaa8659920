/** The rules: whether an event may stand where it stands in story order. */
import type { Refusal } from "./define.ts";
import { orderKey } from "./order.ts";
import { type Reference, referencesOf } from "./references.ts";
import { definitionOf, type StoryEvent } from "./registry.ts";
import { get, type Story } from "./story.ts";

const kinds = { party: "party", offer: "offer", question: "question", version: "event" } as const;

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
    return { code: `unknown-${kind}`, pointer, detail: `No event of this story has introduced the ${kinds[kind]} “${name}”.` };
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

const judgeAmendment = (story: Story, target: number): Refusal[] => {
  const end = story.amendments.find((amendment) => amendment.event === target && !amendment.after);
  if (!end) return [];
  const detail =
    end.kind === "taken-down"
      ? `Event ${target} was taken down by event ${end.version}: there is nothing left to amend.`
      : `Event ${target} was retracted by event ${end.version}: post it anew instead.`;
  return [{ code: `event-${end.kind}`, pointer: "/data/event", detail }];
};

const judgeConclusion = ({ concluded }: Story): Refusal[] => {
  if (!concluded) return [];
  const detail = `The story was concluded before that, by event ${concluded.version}: only corrections and retractions are admitted.`;
  return [{ code: "story-concluded", detail, pointer: "/occurredAt" }];
};

/** The references of an event that the story's slugs and versions do not bear out. */
export const judgeReferences = (story: Story, event: StoryEvent): Refusal[] =>
  referencesOf(event.type, event.data).flatMap((reference) => judgeReference(story, event, reference) ?? []);

/** All that forbids an event to stand after `story`; nothing where it is admitted. */
export const judge = (story: Story, event: StoryEvent): Refusal[] => {
  const { rules, editorial, type } = definitionOf(event.type);
  if (event.version === 1 && type !== "StoryOpened")
    return [{ code: "story-not-open", pointer: "/type", detail: "This story is not open yet: its first event is StoryOpened." }];
  const dangling = judgeReferences(story, event);
  if (dangling.length > 0) return dangling;
  const general = editorial ? judgeAmendment(story, editorial.target(event.data as never)) : judgeConclusion(story);
  const own = rules.flatMap(({ code, pointer, broken }) => {
    const detail = broken(story, event as never);
    return detail === undefined ? [] : [{ code, detail, ...(pointer === undefined ? {} : { pointer }) }];
  });
  return [...general, ...own];
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

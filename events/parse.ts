/** From what was posted to drafts of events, or to all that is wrong with it. */
import * as z from "zod/mini";
import { attribution } from "./attribution.ts";
import type { Draft } from "./recorded.ts";
import { definitionOf, type EventType, eventTypes } from "./registry.ts";
import { instant, precision } from "./values.ts";

/** A field at fault (RFC 6901) and a sentence on what is wrong with it. */
export type Fault = { pointer: string; detail: string };

/** How many events one request may append. */
export const mostEvents = 100;

const postedOf = (type: EventType) =>
  z
    .strictObject({
      type: z.literal(type),
      occurredAt: instant,
      precision: z.optional(precision),
      ...attribution,
      data: definitionOf(type).data,
    })
    .check(z.meta({ id: type, description: definitionOf(type).summary }));

/** The event types that editors post. */
export const postedTypes = eventTypes.filter((type) => !definitionOf(type).reserved);

/** An event as it is posted: any type of the registry. */
export const postedEvent = z
  // The registry is not empty, which the type cannot know.
  .discriminatedUnion("type", postedTypes.map(postedOf) as [ReturnType<typeof postedOf>, ...ReturnType<typeof postedOf>[]])
  .check(z.meta({ id: "PostedEvent" }));

/** Parses one event or an array of 1 to 100. Answers with every fault, not the first alone. */
export const parseDrafts = (posted: unknown): { drafts: Draft<EventType>[] } | { faults: Fault[] } => {
  if (!Array.isArray(posted)) return parseEach([posted], () => "");
  if (posted.length === 0) return { faults: [{ pointer: "", detail: "must have at least one event" }] };
  if (posted.length > mostEvents)
    return { faults: [{ pointer: "", detail: `must have at most ${mostEvents} events, not ${posted.length}` }] };
  return parseEach(posted, (index) => `/${index}`);
};

const parseEach = (posted: readonly unknown[], prefix: (index: number) => string) => {
  const drafts: Draft<EventType>[] = [];
  const faults: Fault[] = [];
  posted.forEach((item, index) => {
    const parsed = postedEvent.safeParse(item);
    if (parsed.success) drafts.push(parsed.data);
    else faults.push(...faultsOf(parsed.error, prefix(index)));
  });
  return faults.length > 0 ? { faults } : { drafts };
};

/** What is wrong with the data of an event of that type; pointers begin at the event. */
export const faultsOfData = (type: EventType, data: unknown): Fault[] => {
  const parsed = definitionOf(type).data.safeParse(data);
  return parsed.success ? [] : faultsOf(parsed.error, "/data");
};

/** The faults that zod found, as pointers and sentences. */
export const faultsOf = ({ issues }: { issues: readonly z.core.$ZodIssue[] }, prefix: string): Fault[] =>
  issues.flatMap((issue) => {
    const pointer = prefix + pointerTo(issue.path);
    // Of the shapes that it might have, the one that it has nearly.
    if (issue.code === "invalid_union" && issue.errors.length > 0)
      return faultsOf({ issues: issue.errors.reduce((a, b) => (b.length < a.length ? b : a)) }, pointer);
    if (issue.code !== "unrecognized_keys") return [{ pointer, detail: sentence(issue) }];
    return issue.keys.map((key) => ({ pointer: pointer + pointerTo([key]), detail: "is not a field that this knows" }));
  });

/** A pointer (RFC 6901) to where a path leads. */
export const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

const sentence = ({ code, message }: z.core.$ZodIssue): string =>
  code === "invalid_union" ? `must be one of the event types: ${postedTypes.join(", ")}` : message;

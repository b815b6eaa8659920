/** What a draft is: what was typed, who may see it, what is to become of it. */
import * as z from "zod/mini";
import { describes } from "../../events/describes.ts";
import { instant, storySlug, text } from "../../events/values.ts";
import type { Row } from "./d1.ts";

/**
 * The states of a draft that anybody is told of. `recording` lasts for as long as a request to the log does; one that is `refused` came back, with
 * the reason; of one that is `recorded`, what was typed stands in the log and no longer here.
 */
const draftStates = ["draft", "submitted", "scheduled", "recording", "recorded", "refused"] as const;
/** The state of a draft. */
export type DraftState = (typeof draftStates)[number];

/** A draft's id: 128 random bits, as a UUID. Whoever makes a draft may choose it, so that nothing is kept twice. */
export const draftId = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, "must be a draft's id: a UUID in small letters"));

/** The most that a draft may hold, in bytes of JSON, and how many an editor may have. */
export const [mostDraftBytes, mostDrafts] = [64 * 1024, 100];

/** What was typed, as far as it goes: a line, the fields of forms by their names, and the events that they come to. */
export const draftContent = z
  .strictObject({
    story: storySlug,
    line: z.optional(z.string()),
    form: z.optional(z.record(z.string(), z.array(z.string()))),
    events: z
      .optional(z.array(z.unknown()))
      .check(z.meta({ description: describes && "As they would be posted. They are judged when that is." })),
  })
  .check(z.meta({ id: "DraftContent" }));
/** What a draft holds. */
export type DraftContent = z.infer<typeof draftContent>;

/** Who has done what with a draft. */
const draftStep =
  describes &&
  z.strictObject({
    at: instant,
    by: z.string(),
    step: z.string(),
    to: z.optional(z.string()),
    reason: z.optional(z.string()),
  });
/** A line of a draft's trail. */
export type DraftStep = z.infer<typeof draftStep>;

/** Why a draft came back: `sent-back` by an editor; `moved`, `no-access` or the code of a refusal where a posting failed. */
const draftReason = describes && z.strictObject({ code: z.string(), detail: z.string() });
/** The reason. */
export type DraftReason = z.infer<typeof draftReason>;

/** A draft as lists show it. */
export const listedDraft =
  describes &&
  z
    .strictObject({
      id: draftId,
      story: storySlug,
      owner: text(80),
      handedTo: z.optional(text(80)),
      shared: z.boolean(),
      state: z.enum(draftStates),
      types: z.array(z.string()),
      text: z.string().check(z.meta({ description: describes && "The beginning of what was typed." })),
      dueAt: z.optional(instant),
      expectedVersion: z.optional(z.int()),
      recorder: z.optional(z.string()).check(z.meta({ description: describes && "In whose name it is recorded." })),
      version: z.optional(z.int()).check(z.meta({ description: describes && "At which version of the story it was recorded." })),
      reason: z.optional(draftReason),
      trail: z.array(draftStep),
      revision: z.int(),
      updatedAt: instant,
      expiresAt: instant,
    })
    .check(z.meta({ id: "ListedDraft" }));
/** A draft in a list. */
export type ListedDraft = z.infer<typeof listedDraft>;

/** A whole draft. */
export const wholeDraft =
  describes && z.strictObject({ ...listedDraft.shape, ...draftContent.shape }).check(z.meta({ id: "Draft" }));

/** A draft with what it holds, and what is told to nobody: the key of its posting, and the hash of the token that it is posted by. */
export type Draft = ListedDraft & { content: DraftContent; key: string; permit?: string | undefined };

/** The columns that `listedDraftOf` wants. */
export const draftColumns =
  "id, story, owner, handed_to, shared, state, gist, due_at, expected_version, recorder, version, reason, trail, revision, updated_at, expires_at";

/** The value of a column under its name, if there is one. */
const given = <Name extends string, Value>(name: Name, value: unknown, read: (value: unknown) => Value) =>
  (value === null || value === undefined ? {} : { [name]: read(value) }) as { [Key in Name]?: Value };

/** The draft of a row. What stands in it as JSON, this code has written. */
export const listedDraftOf = (row: Row): ListedDraft => ({
  id: String(row.id),
  story: String(row.story),
  owner: String(row.owner),
  ...given("handedTo", row.handed_to, String),
  shared: row.shared === 1,
  state: draftStates.find((state) => state === row.state) ?? "draft",
  types: [],
  text: "",
  ...JSON.parse(String(row.gist)),
  ...given("dueAt", row.due_at, String),
  ...given("expectedVersion", row.expected_version, Number),
  ...given("recorder", row.recorder, String),
  ...given("version", row.version, Number),
  ...given("reason", row.reason, (json) => JSON.parse(String(json)) as DraftReason),
  trail: JSON.parse(String(row.trail)),
  revision: Number(row.revision),
  updatedAt: String(row.updated_at),
  expiresAt: String(row.expires_at),
});

/** The whole draft of a row that has its content, key and permit too. */
export const draftOf = (row: Row): Draft => ({
  ...listedDraftOf(row),
  content: { story: String(row.story), ...JSON.parse(String(row.content ?? "{}")) },
  key: String(row.key),
  ...given("permit", row.permit, String),
});

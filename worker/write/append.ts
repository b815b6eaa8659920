/** Appends events to a story: all of them or none, at the version that the editor expects, once. */
import type { Bindings } from "../env.ts";
import { DatabaseOverloaded, DatabaseUnreachable, type MeteredDatabase, type Row } from "../store/d1.ts";
import { type RecordedRequest, readLog, recordedRequestOf, selectRequest } from "../store/log.ts";
import { picturesOf, selectPictures } from "../store/media.ts";
import type { StoredEntry } from "../store/rows.ts";
import type { RequestKey } from "../store/write.ts";
import type { AppendRefusal, Rehearsal } from "./judge-posting.ts";
import { imagesOfDrafts, measurePictures } from "./measure-pictures.ts";
import { openingOf } from "./opening.ts";
import type { Posting } from "./posting.ts";
import { parseRemarks, type Remarks } from "./remarks.ts";
import { hashRequestKey } from "./retry-conflicts.ts";
import { askWriter, type WriterAnswer } from "./writer-call.ts";
import { servePostings } from "./writer-d1.ts";

/** What an editor asks for: see `Posting`. `key`: the request's Idempotency-Key. */
export type AppendRequest = Omit<Posting, "request"> & { key?: string | undefined };

/** What came of it. But for `appended`, nothing was written; `replayed` gives what was written the first time. `isTold`: the story's hub knows. */
export type AppendResult =
  | ({ kind: "appended"; events: readonly StoredEntry[]; isTold: boolean } & Remarks)
  | ({ kind: "replayed"; events: readonly StoredEntry[] } & Remarks)
  | AppendRefusal
  | Rehearsal
  | { kind: "key-reused" | "contended" | "unauthorized" };

/** What came of it; `isConfirmed` is false where D1 was not asked for the token. */
export type Appended = AppendResult & { isConfirmed?: boolean };

/** Through what a request is served: the platform, the request's own database, and what was read of the story when its token was. */
export type Reach = { env: Bindings; d1: MeteredDatabase; opening?: readonly Row[][] | undefined };

/**
 * Appends through the story's writer, or straight on D1 where there is none to be reached. Throws `DatabaseUnreachable` where D1 does not
 * answer: retry with the same key then.
 */
export const appendEvents = async (reach: Reach, { key, ...posted }: AppendRequest): Promise<Appended> => {
  const request = await hashRequestKey(key, [posted.story, posted.drafts]);
  const measured = await measureDrafts(reach.d1, posted, request);
  if ("kind" in measured) return { ...measured, isConfirmed: false };
  const asked = { ...posted, ...measured };
  const posting: Posting = { ...asked, request };
  if (!reach.env.WRITER) return resultOf(reach, posting, await serveAlone(reach, posting));
  // A writer that was lost on the way may have written, or may yet: by this key D1 knows the request when it comes again.
  const marked: Posting = { ...asked, request: request ?? (asked.isRehearsal ? undefined : newRequestKey()) };
  const answer = await askWriter(reach, marked);
  if (answer) return resultOf(reach, marked, answer, answer.kind === "written");
  const result = await resultOf(reach, marked, await serveAlone(reach, marked));
  return result.kind === "replayed" && !request ? { ...result, kind: "appended", isTold: false } : result;
};

/** The drafts with the form and size of the pictures that they show. One round trip, where they show any; or what comes of it already. */
const measureDrafts = async (
  d1: MeteredDatabase,
  { story, editor, drafts }: Omit<AppendRequest, "key">,
  request: RequestKey | undefined,
): Promise<AppendResult | Pick<AppendRequest, "drafts">> => {
  const images = imagesOfDrafts(drafts);
  if (images.length === 0) return { drafts };
  const keyed = request ? [selectRequest(d1, editor, request.keyHash)] : [];
  const [pictures, [requested] = []] = await d1.batch(selectPictures(d1, images), ...keyed);
  const measured = measurePictures(drafts, picturesOf(pictures));
  // What was recorded before is so, whatever became of its pictures.
  const before = "kind" in measured ? recordedRequestOf(requested) : undefined;
  return before ? replayRequest(d1, story, before, request) : measured;
};

const newRequestKey = (): RequestKey => {
  const id = `own ${crypto.randomUUID()}`;
  return { keyHash: id, digest: id };
};

const serveAlone = async ({ d1, opening }: Reach, posting: Posting): Promise<WriterAnswer> => {
  const { known, evidence } = opening ? await openingOf(opening, posting) : {};
  const [answer] = (await servePostings(d1, [posting], known, opening && [evidence])).answers;
  if (!answer) throw new Error("A request was served and not answered");
  return answer;
};

const resultOf = async ({ d1 }: Reach, posting: Posting, answer: WriterAnswer, isTold = false): Promise<AppendResult> => {
  switch (answer.kind) {
    case "written":
      return { kind: "appended", ...answer.written, isTold };
    case "answered":
      return answer.answer;
    case "repeated":
      return replayRequest(d1, posting.story, answer.before, posting.request);
    case "unreachable":
      throw new DatabaseUnreachable("The story's writer had no answer from D1");
    case "overloaded":
      throw new DatabaseOverloaded("The story's writer was told by D1 that it has too much to do");
    default:
      return { kind: answer.kind };
  }
};

/** Gives again what a request with that key was answered with. */
export const replayRequest = async (
  d1: MeteredDatabase,
  story: string,
  before: RecordedRequest,
  request: RequestKey | undefined,
): Promise<({ kind: "replayed"; events: StoredEntry[] } & Remarks) | { kind: "key-reused" }> => {
  // A digest that was erased with what it digested can vouch for nobody.
  const isSame = request !== undefined && [request.digest, request.formerDigest].includes(before.digest ?? undefined);
  if (before.story !== story || before.digest === null || !isSame) return { kind: "key-reused" };
  const span = { after: before.version - 1, until: before.version + before.events - 1 };
  return { kind: "replayed", events: await readLog(d1, story, span), ...parseRemarks(before.remarks) };
};

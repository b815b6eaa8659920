/** How a request reaches its story's writer, and how its answer comes back. */
import type { Bindings } from "../env.ts";
import type { Cost, MeteredDatabase, Row } from "../store/d1.ts";
import type { AppendDomain } from "./judge-posting.ts";
import type { Posting } from "./posting.ts";
import type { Answer } from "./writer-protocol.ts";

/** What a writer answers a request with. */
export type WriterAnswer = Answer<AppendDomain>;

/** What is sent: the request, and what was read of the story when its token was. Raise `form` with any change to what is sent or answered. */
export type WriterCall = { form: 2; posting: Posting; opening?: readonly Row[][] | undefined };

/** What comes back: the answer, and the request's part in what it cost. */
export type WriterReply = { answer: WriterAnswer; cost: Cost };

/** Only rows of texts and numbers travel, and not too many of them: else the writer reads for itself. */
const mostOpening = 1_000_000;

type Called = { env: Bindings; d1: MeteredDatabase; opening?: readonly Row[][] | undefined };

/**
 * Asks the story's writer; undefined where it cannot be reached, or does not answer in time, or answers with what nobody here understands:
 * then it may have written all the same, or may yet.
 */
export const askWriter = async ({ env, d1, opening }: Called, posting: Posting): Promise<WriterAnswer | undefined> => {
  const { WRITER, WRITER_PATIENCE } = env;
  if (!WRITER) return undefined;
  const call: WriterCall = { form: 2, posting, opening: opening?.flat().every(isLight) ? opening : undefined };
  const timer = new AbortController();
  const lost = setTimeout(() => timer.abort(), Number(WRITER_PATIENCE) || 15_000);
  try {
    const writer = WRITER.get(WRITER.idFromName(posting.story));
    const response = await writer.fetch(`https://writer/${posting.story}`, {
      method: "POST",
      body: JSON.stringify(call),
      signal: timer.signal,
    });
    if (!response.ok) throw new Error(`The writer answered ${response.status}`);
    // The writer is of this deployment, or says so by `form`.
    const { answer, cost } = (await response.json()) as WriterReply;
    d1.cost.trips += cost.trips;
    d1.cost.read += cost.read;
    d1.cost.written += cost.written;
    d1.cost.ms += cost.ms;
    return answer;
  } catch (error) {
    console.error(JSON.stringify({ story: posting.story, writer: String(error) }));
    return undefined;
  } finally {
    clearTimeout(lost);
  }
};

const isLight = (row: Row): boolean =>
  Object.values(row).every((value) => value === null || typeof value !== "object") && JSON.stringify(row).length < mostOpening;

/** A second Worker over the same D1, beside the one that is tried: tests read and write the database through it, a batch a request. */
import type { AskedBatch, BatchAnswer } from "./database.ts";

const answerTo = async (db: D1Database, asked: AskedBatch): Promise<BatchAnswer> => {
  try {
    return { results: await db.batch(asked.map(([text, values]) => db.prepare(text).bind(...values))) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
};

const worker: ExportedHandler<{ DB: D1Database }> = {
  fetch: async (request, { DB }) => Response.json(await answerTo(DB, await request.json<AskedBatch>())),
};

// biome-ignore lint/style/noDefaultExport: a Worker is what its entry exports by default.
export default worker;

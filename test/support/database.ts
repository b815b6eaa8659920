/**
 * The D1 of a Worker that is tried, from outside: each batch is one request to a door beside it. Miniflare's own way in starts a thread that
 * takes longer to load than the Worker, and asks it for each statement that is prepared.
 */

/** Statements, each with its values, in one transaction. */
export type AskedBatch = (readonly [text: string, values: readonly unknown[]])[];

/** Each one's result, or what D1 says against the batch. */
export type BatchAnswer = { results: D1Result[] } | { error: string };

type Statement = { text: string; values: readonly unknown[] };

/** The database behind the door at an address, which is asked for anew each time: a runtime that comes back may have another. */
export const openDatabase = (doorUrl: () => Promise<URL>): D1Database => {
  const run = async (statements: readonly Statement[]): Promise<D1Result[]> => {
    const asked: AskedBatch = statements.map(({ text, values }) => [text, values]);
    const answer = await fetch(await doorUrl(), { method: "POST", body: JSON.stringify(asked) });
    const told = (await answer.json()) as BatchAnswer;
    if ("error" in told) throw new Error(told.error);
    return told.results;
  };
  const runOne = async (statement: Statement): Promise<D1Result> => {
    const [result] = await run([statement]);
    if (!result) throw new Error(`No result of ${statement.text}`);
    return result;
  };
  const prepared = (text: string, values: readonly unknown[]) => ({
    text,
    values,
    bind: (...bound: unknown[]) => prepared(text, bound),
    all: () => runOne({ text, values }),
    run: () => runOne({ text, values }),
    first: async (column?: string) => {
      const [row] = (await runOne({ text, values })).results as Record<string, unknown>[];
      return row === undefined ? null : column === undefined ? row : row[column];
    },
  });
  // What tests and the writer's own code ask of a database, and no more.
  return { prepare: (text: string) => prepared(text, []), batch: run } as unknown as D1Database;
};

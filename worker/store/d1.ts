/** D1, with a count of what was asked of it. */

/** What a request has cost: round trips, D1's own count of rows, and milliseconds spent waiting. */
type Cost = { trips: number; read: number; written: number; ms: number };

/** D1 for one request. */
export type MeteredDatabase = {
  cost: Cost;
  /** A statement with its parameters, not run yet. Numbers are bound as REAL: columns of STRICT tables take whole ones as INTEGER. */
  sql: (text: string, ...values: (string | number | null)[]) => D1PreparedStatement;
  /**
   * Runs statements in one transaction and one round trip; answers with each one's rows. Throws `LogConflict` where a constraint or a
   * trigger refused the transaction, and `Unreachable` where D1 did not answer: nothing says then whether it was carried out.
   */
  batch: (...statements: D1PreparedStatement[]) => Promise<Row[][]>;
};

/** A row: nobody has vouched for its columns yet. */
export type Row = Record<string, unknown>;

/** The database refused to write: somebody else was there first. */
export class LogConflict extends Error {}

/** The database did not answer, or not in time: a write may have been carried out, or may be yet. */
export class DatabaseUnreachable extends Error {}

const refusals =
  /riposte: (?:version taken|request key taken)|UNIQUE constraint failed: events\.|NOT NULL constraint failed: parts\./;

/** Meters a database for one request; a round trip that takes longer than `patience`, in milliseconds, is given up. */
export const meterDatabase = (db: D1Database, patience = 10_000): MeteredDatabase => {
  const cost: Cost = { trips: 0, read: 0, written: 0, ms: 0 };
  return {
    cost,
    sql: (text, ...values) => db.prepare(text).bind(...values),
    batch: async (...statements) => {
      const start = performance.now();
      cost.trips += 1;
      try {
        const results = await within(patience, db.batch<Row>(statements));
        for (const { meta } of results) {
          cost.read += meta.rows_read;
          cost.written += meta.rows_written;
        }
        return results.map(({ results: rows }) => rows);
      } catch (cause) {
        const message = cause instanceof Error ? cause.message : String(cause);
        throw refusals.test(message) ? new LogConflict(message, { cause }) : new DatabaseUnreachable(message, { cause });
      } finally {
        cost.ms += performance.now() - start;
      }
    },
  };
};

/** Asks the database whether it is there. Throws `DatabaseUnreachable` where it is not. */
export const pingDatabase = async ({ batch, sql }: MeteredDatabase): Promise<void> => {
  await batch(sql("SELECT 1"));
};

/** Gives up waiting, not what was waited for: a statement that was sent cannot be called back. */
const within = async <Answer>(milliseconds: number, answer: Promise<Answer>): Promise<Answer> => {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`No answer from D1 in ${milliseconds} ms`)), milliseconds);
  try {
    return await Promise.race([answer, late.promise]);
  } finally {
    clearTimeout(timer);
  }
};

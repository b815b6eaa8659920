/** D1, with a count of what was asked of it. */

/** What a request has cost: round trips, D1's own count of rows, and milliseconds spent waiting. */
export type Cost = { trips: number; read: number; written: number; ms: number };

/** D1 for one request. */
export type MeteredDatabase = {
  cost: Cost;
  /** A statement with its parameters, not run yet. Numbers are bound as REAL: columns of STRICT tables take whole ones as INTEGER. */
  sql: (text: string, ...values: (string | number | null)[]) => D1PreparedStatement;
  /**
   * Runs statements in one transaction and one round trip; answers with each one's rows. Throws `LogConflict` where a constraint or a
   * trigger refused the transaction, `TokenRefused` where a guard did, `DatabaseUnreachable` where D1 did not answer: nothing says then
   * whether it was carried out; and `DatabaseFault` where it never will.
   */
  batch: (...statements: D1PreparedStatement[]) => Promise<Row[][]>;
};

/** A row: nobody has vouched for its columns yet. */
export type Row = Record<string, unknown>;

/** The database refused to write: somebody else was there first. */
export class LogConflict extends Error {}

/** The database refused to write, or to tell anything: the token that it was asked by is not known, was revoked or has expired. */
export class TokenRefused extends Error {}

/** The database did not answer, or not in time: a write may have been carried out, or may be yet. */
export class DatabaseUnreachable extends Error {}

/** The database has more to do than it can: who comes again at once makes it worse. */
export class DatabaseOverloaded extends DatabaseUnreachable {}

/** The database cannot do what it was asked, however often it is asked: a table is missing, it is full, or the statement is wrong. */
class DatabaseFault extends Error {}

const refusedToken = "riposte: token refused";
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
        throw sortedError(cause);
      } finally {
        cost.ms += performance.now() - start;
      }
    },
  };
};

/** For how many milliseconds more an answer is looked for, which may have come while nobody could look. */
const grace = 20;

/**
 * Gives up waiting, not what was waited for: a statement that was sent cannot be called back. Where D1 has held this very thread, the timer
 * is late and the answer may be there already: it is taken then, since to refuse it would have everybody who waited ask again.
 */
const within = async <Answer>(milliseconds: number, answer: Promise<Answer>): Promise<Answer> => {
  const late = Promise.withResolvers<never>();
  const giveUp = () => late.reject(new Error(`No answer from D1 in ${milliseconds} ms`));
  let timer = setTimeout(() => {
    timer = setTimeout(giveUp, grace);
  }, milliseconds);
  try {
    return await Promise.race([answer, late.promise]);
  } finally {
    clearTimeout(timer);
  }
};

/** Errors are texts: https://developers.cloudflare.com/d1/observability/debug-d1/ */
const overloads =
  /overloaded|too many requests queued|queued for too long|storage operation exceeded timeout|exceeded its (?:memory|CPU time) limit/i;
/** SQLite's own codes that pass by themselves: https://www.sqlite.org/rescode.html */
const passing = /SQLITE_(?:BUSY|LOCKED|IOERR|INTERRUPT|NOMEM|PROTOCOL)/;
const faults =
  /SQLITE_[A-Z]+|no such (?:table|column|function|index|module)|has no column named|syntax error|constraint failed|D1_(?:TYPE|EXEC)_ERROR|D1_COLUMN_NOTFOUND|datatype mismatch|malformed|database or disk is full|maximum (?:DB|database) size|too many (?:SQL variables|terms)|wrong number of parameter|riposte: /i;

/**
 * The error that an error of D1's is. What is not known is taken for a database that cannot be reached: whether a write was carried out is
 * not known either. An error of our own code, which D1 does not throw, stays what it is.
 */
const sortedError = (cause: unknown): unknown => {
  if (cause instanceof TypeError || cause instanceof RangeError) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  const Kind = kindOf(message);
  return new Kind(message, { cause });
};

const kindOf = (message: string) => {
  if (message.includes(refusedToken)) return TokenRefused;
  if (refusals.test(message)) return LogConflict;
  if (overloads.test(message)) return DatabaseOverloaded;
  return faults.test(message) && !passing.test(message) ? DatabaseFault : DatabaseUnreachable;
};

/** What a transaction hangs on besides what it writes. */
import type { MeteredDatabase } from "./d1.ts";
import type { LogHead } from "./log.ts";

/**
 * Makes a transaction hang on the head of a story's log being that event, else `LogConflict` is thrown: by its hash, for a log that was
 * restored to what it was may have gone on to the same version since.
 */
export const guardHead = (
  { sql }: MeteredDatabase,
  story: string,
  { version, hash }: Pick<LogHead, "version" | "hash">,
): D1PreparedStatement => sql("INSERT INTO write_guards (story, version, hash) VALUES (?1, ?2, ?3)", story, version, hash);

/** The same, and on the tokens of those who write, each still their editor's, else `TokenRefused` is thrown. */
export const guardWrite = (
  { sql }: MeteredDatabase,
  story: string,
  writers: readonly { tokenHash: string; editor: string }[],
  { version, hash }: Pick<LogHead, "version" | "hash">,
): D1PreparedStatement[] => {
  const [first, ...others] = new Map(writers.map(({ tokenHash, editor }) => [tokenHash, editor]));
  if (!first) throw new Error("Nobody writes");
  const head = sql(
    "INSERT INTO write_guards (token, editor, story, version, hash) VALUES (?1, ?2, ?3, ?4, ?5)",
    ...first,
    story,
    version,
    hash,
  );
  const more = "INSERT INTO write_guards (token, editor) SELECT value ->> 0, value ->> 1 FROM json_each(?1)";
  return others.length === 0 ? [head] : [head, sql(more, JSON.stringify(others))];
};

/** What a transaction hangs on besides what it writes. */
import type { MeteredDatabase } from "./d1.ts";

/** Makes a transaction hang on the tokens of those who write, each still their editor's, else `TokenRefused` is thrown. */
export const guardWrite = (
  { sql }: MeteredDatabase,
  writers: readonly { tokenHash: string; editor: string }[],
): D1PreparedStatement => {
  const [first, ...others] = new Map(writers.map(({ tokenHash, editor }) => [tokenHash, editor]));
  if (!first) throw new Error("Nobody writes");
  if (others.length === 0) return sql("INSERT INTO write_guards (token, editor) VALUES (?1, ?2)", ...first);
  const all = "INSERT INTO write_guards (token, editor) SELECT value ->> 0, value ->> 1 FROM json_each(?1)";
  return sql(all, JSON.stringify([first, ...others]));
};

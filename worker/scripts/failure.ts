/** How scripts that talk to a deployment end where they cannot do what they were asked for. */

/** Says what went wrong, in a sentence, and has the process end with 1. */
export const failWith = (error: unknown): void => {
  console.error(sentenceOf(error));
  process.exitCode = 1;
};

/** What went wrong, with what brought it about. */
export const sentenceOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  // What `fetch` throws says little; its cause says what happened, and where several addresses were tried, each of them does.
  if (error instanceof AggregateError) return error.errors.map(sentenceOf).join("; ");
  return error.cause === undefined ? error.message : `${error.message}: ${sentenceOf(error.cause)}`;
};

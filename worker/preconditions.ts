/** Conditional requests, RFC 9110 section 13: what a client already has, and what it expects to write to. */

const entityTag = /^(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"$/;

/** The entity tags of a list (RFC 9110, section 8.8.3), `*` alone as itself; undefined where it is not of that syntax. */
export const entityTags = (header: string): string[] | undefined => {
  const tags = header
    .split(",")
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
  if (tags.length === 0) return undefined;
  if (tags.length === 1 && tags[0] === "*") return tags;
  return tags.every((tag) => entityTag.test(tag)) ? tags : undefined;
};

/** Whether `If-None-Match` says that the client has this already: weak comparison, section 13.1.2. */
export const has = (header: string | undefined, etag: string): boolean => {
  const tags = header === undefined ? undefined : entityTags(header);
  return tags?.some((tag) => tag === "*" || tag.replace(/^W\//, "") === etag) ?? false;
};

/** The ETag of a story's log at a version. */
export const versionTag = (version: number): string => `"${version}"`;

/**
 * What a writer expects of the story's version, by `If-Match` (strong comparison, section 13.1.1) and `If-None-Match`: a test of the
 * version, 0 where the story is not open. Undefined where a header is not of its syntax.
 */
export const expectation = (
  ifMatch: string | undefined,
  ifNoneMatch: string | undefined,
): ((version: number) => boolean) | undefined => {
  const wanted = ifMatch === undefined ? [] : entityTags(ifMatch);
  const unwanted = ifNoneMatch === undefined ? [] : entityTags(ifNoneMatch);
  if (!wanted || !unwanted) return undefined;
  const matches = (tags: string[], version: number) =>
    version > 0 && tags.some((tag) => tag === "*" || tag === versionTag(version));
  return (version) => (ifMatch === undefined || matches(wanted, version)) && !matches(unwanted, version);
};

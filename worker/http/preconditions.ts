/** Conditional requests, RFC 9110 section 13: what a client already has, and what it expects to write to. */

const entityTag = /^(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"$/;

/** The entity tags of a list (RFC 9110, section 8.8.3), `*` alone as itself; undefined where it is not of that syntax. */
const entityTags = (header: string): string[] | undefined => {
  const tags = header
    .split(",")
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
  if (tags.length === 0) return undefined;
  if (tags.length === 1 && tags[0] === "*") return tags;
  return tags.every((tag) => entityTag.test(tag)) ? tags : undefined;
};

/** Weak comparison (RFC 9110, section 8.8.3.2): what `If-None-Match` wants, and `If-Match` too where proxies weaken what they compress. */
const matchesWeakly = (tags: readonly string[], etag: string): boolean =>
  tags.some((tag) => tag === "*" || tag.replace(/^W\//, "") === etag);

/** The ETags that `If-None-Match` says the client has, without the mark of weak ones; none where it is not of its syntax. */
export const parseIfNoneMatch = (header: string | undefined): string[] =>
  (header === undefined ? undefined : entityTags(header))?.map((tag) => tag.replace(/^W\//, "")) ?? [];

/** Whether `If-None-Match` says that the client has this already: section 13.1.2. */
export const ifNoneMatchHas = (header: string | undefined, etag: string): boolean =>
  matchesWeakly(parseIfNoneMatch(header), etag);

/** The ETag of a story's log at a version. */
export const versionEtag = (version: number): string => `"${version}"`;

/**
 * What a writer expects of the story's version, by `If-Match` and `If-None-Match` (sections 13.1.1 and 13.1.2): a test of the version, 0
 * where the story is not open. Both compare weakly: a version is the same log, byte for byte, whoever compressed it. Undefined where a
 * header is not of its syntax.
 */
export const parsePreconditions = (
  ifMatch: string | undefined,
  ifNoneMatch: string | undefined,
): ((version: number) => boolean) | undefined => {
  const wanted = ifMatch === undefined ? [] : entityTags(ifMatch);
  const unwanted = ifNoneMatch === undefined ? [] : entityTags(ifNoneMatch);
  if (!wanted || !unwanted) return undefined;
  return (version) => {
    if (version === 0) return ifMatch === undefined;
    const etag = versionEtag(version);
    return (ifMatch === undefined || matchesWeakly(wanted, etag)) && !matchesWeakly(unwanted, etag);
  };
};

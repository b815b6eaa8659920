/** Conditional requests, RFC 9110 section 13: what a client already has, and what it expects to write to. */

/** An entity tag at the head of what is left of a list (RFC 9110, section 8.8.3): it may hold commas, never a quotation mark. */
const nextTag = /[\t ,]*((?:W\/)?"[\x21\x23-\x7e\x80-\xff]*")[\t ]*(?=,|$)/y;

/** The entity tags of a list (sections 5.6.1 and 8.8.3), `*` alone as itself; undefined where it is not of that syntax. One pass. */
const entityTags = (header: string): string[] | undefined => {
  const list = header.replace(/^[\t ,]+/, "");
  if (/^\*[\t ,]*$/.test(list)) return ["*"];
  const tags: string[] = [];
  let at = 0;
  while (at < list.length) {
    nextTag.lastIndex = at;
    const [found, tag] = nextTag.exec(list) ?? [];
    if (found === undefined || tag === undefined) return /[^\t ,]/.test(list.slice(at)) || tags.length === 0 ? undefined : tags;
    tags.push(tag);
    at += found.length;
  }
  return tags.length > 0 ? tags : undefined;
};

const withoutWeakness = (tag: string): string => tag.replace(/^W\//, "");

/** Weak comparison (RFC 9110, section 8.8.3.2): what `If-None-Match` wants, and `If-Match` too where proxies weaken what they compress. */
const matchesWeakly = (tags: readonly string[], etags: readonly string[]): boolean =>
  tags.some((tag) => tag === "*" || etags.includes(withoutWeakness(tag)));

/** The ETags that `If-None-Match` says the client has, without the mark of weak ones; none where it is not of its syntax. */
export const parseIfNoneMatch = (header: string | undefined): string[] =>
  (header === undefined ? undefined : entityTags(header))?.map(withoutWeakness) ?? [];

/** Whether `If-None-Match` says that the client has this already: section 13.1.2. */
export const ifNoneMatchHas = (header: string | undefined, etag: string): boolean =>
  matchesWeakly(parseIfNoneMatch(header), [withoutWeakness(etag)]);

/** The ETag of a story's log at a version, as writers know it. */
export const versionEtag = (version: number): string => `"${version}"`;

/** The ETag of a story's log at a version, and of that log alone: one that was restored to another past has another hash there. */
export const logEtag = (version: number, hash: string): string => {
  const { before, between, digits, after } = logTag;
  return before + version + between + hash.slice(0, digits) + after;
};

/** How it is written. */
export const logTag = { before: '"', between: ".", digits: 12, after: '"' } as const;

/**
 * What a writer expects of the story's head, by `If-Match` and `If-None-Match` (sections 13.1.1 and 13.1.2): a test of its version, 0 where
 * the story is not open, and of its hash. A tag is the version's, or that of the log at it; both compare weakly: a version is the same log,
 * byte for byte, whoever compressed it. Undefined where a header is not of its syntax.
 */
export const parsePreconditions = (
  ifMatch: string | undefined,
  ifNoneMatch: string | undefined,
): ((version: number, hash?: string) => boolean) | undefined => {
  const wanted = ifMatch === undefined ? [] : entityTags(ifMatch);
  const unwanted = ifNoneMatch === undefined ? [] : entityTags(ifNoneMatch);
  if (!wanted || !unwanted) return undefined;
  return (version, hash) => {
    if (version === 0) return ifMatch === undefined;
    const etags = [versionEtag(version), ...(hash === undefined ? [] : [logEtag(version, hash)])];
    return (ifMatch === undefined || matchesWeakly(wanted, etags)) && !matchesWeakly(unwanted, etags);
  };
};

/** Where a story is worked at. */

/** What the desk has at an address of its own, `/desk/people` for instance: a story of that name is at `/desk/stories/people`. */
export const ownAddresses: readonly string[] = [
  "open",
  "front",
  "source",
  "people",
  "sessions",
  "sign-in",
  "sign-out",
  "drafts",
  "stories",
];

/** The address of a story at the desk. */
export const deskStoryPath = (slug: string): string => (ownAddresses.includes(slug) ? `/desk/stories/${slug}` : `/desk/${slug}`);

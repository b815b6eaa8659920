/** Where a story is worked at. */

/** The address of a story at the desk. */
export const deskStoryPath = (slug: string): string => `/desk/${slug}`;

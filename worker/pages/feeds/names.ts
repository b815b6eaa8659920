/** What feeds name stories and events by for good: names that hang on the log alone, and on no host, scheme, path or language. */

const digits = 12;

/** What stands for the version in the name of the feed of all stories. */
export const everyStory = 2 ** (4 * digits) - 1;

/**
 * The name of a story's event, by 0 of the story itself, by `everyStory` of the feed of a whole log that begins with that event: a UUID of version 8 (RFC 9562, section 5.8), made of the hash of the story's
 * first event and of the version. A log that was moved elsewhere brings it along.
 */
export const feedName = (firstHash: string, version = 0): string => {
  const [a, b, c, d] = [
    firstHash.slice(0, 8),
    firstHash.slice(8, 12),
    firstHash.slice(12, 15),
    // The variant's two bits stand for the first two of this digit.
    (8 + (Number.parseInt(firstHash.charAt(15), 16) % 4)).toString(16) + firstHash.slice(16, 19),
  ];
  return `urn:uuid:${a}-${b}-8${c}-${d}-${version.toString(16).padStart(digits, "0")}`;
};

/** By what a party is known over all stories: the addresses that it has elsewhere, and, in its own story, its slug. */

const wikidata = /^(?:www\.)?wikidata\.org\/(?:wiki|entity)\/(Q\d+)$/;

/** FNV-1a, 32 bits: it tells addresses apart that read alike once they are shortened. */
const digestOf = (text: string): string => {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
};

/** The id of an address: the same with or without `www.`, a last slash or TLS. */
const idOfAddress = (address: string): string => {
  const { host, pathname, search } = new URL(address);
  const site = host.replace(/^www\./, "");
  const path = pathname.replace(/\/+$/, "") + search;
  const [, item] = wikidata.exec(site + path) ?? [];
  if (item) return `wikidata-${item}`;
  if (path === "") return site;
  const readable = path
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 60);
  return `${site}${readable.replace(/-$/, "")}-${digestOf(site + path)}`;
};

/** What stands first of several: an item of Wikidata, then other addresses, then what a party goes by in its story. */
const rankOf = (id: string): number => (id.startsWith("wikidata-Q") ? 0 : id.includes("~") ? 2 : 1);

/** The ids in the order in which one of them stands for all. */
export const sortedIds = (ids: readonly string[]): string[] =>
  [...new Set(ids)].sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));

/** All ids of a party of a story, the one that it goes by first. Parties of several stories that share one are the same. */
export const personIdsOf = (story: string, { party, sameAs }: { party: string; sameAs: readonly string[] }): string[] =>
  sortedIds([...addressIdsOf(sameAs), ownIdOf(story, party)]);

/** The ids of addresses. */
export const addressIdsOf = (sameAs: readonly string[]): string[] => sortedIds(sameAs.map(idOfAddress));

/** What a party goes by in its own story, whatever its addresses. */
export const ownIdOf = (story: string, party: string): string => `${story}~${party}`;

/** The party of a story that an id names by itself; undefined where it is of an address. */
export const ownOf = (id: string): { story: string; party: string } | undefined => {
  const [story, party, ...more] = id.split("~");
  return story === undefined || party === undefined || more.length > 0 ? undefined : { story, party };
};

/** Whether a text can be an id. */
export const isPersonId = (id: string): boolean => /^[A-Za-z0-9.:~-]{1,160}$/.test(id);

/** Pages that were made, kept in this Worker's memory: each is made once for each version of what it shows. */

/** A page: its ETag, when it changed last, as HTTP says it, and its HTML in UTF-8. */
export type KeptPage = { etag: string; modified: string; html: Uint8Array<ArrayBuffer> };

/** A Worker may use 128 MB in all. */
const most = { pages: 200, bytes: 16_000_000 };

/** By their addresses, the one that was asked for last at the end. */
const kept = new Map<string, KeptPage>();
let bytes = 0;

/** The page that was made last for that address; the newest version may be another. */
export const keptPage = (address: string): KeptPage | undefined => {
  const page = kept.get(address);
  if (!page) return undefined;
  kept.delete(address);
  kept.set(address, page);
  return page;
};

/** Keeps a page in the place of the one before it; what nobody has asked for since the longest time makes room. */
export const keepPage = (address: string, page: KeptPage): void => {
  forget(address);
  kept.set(address, page);
  bytes += page.html.length;
  for (const oldest of kept.keys()) {
    if (kept.size <= most.pages && bytes <= most.bytes) return;
    forget(oldest);
  }
};

const forget = (address: string): void => {
  bytes -= kept.get(address)?.html.length ?? 0;
  kept.delete(address);
};

/** Where an exported log is read from: a file, standard input, or a deployment. */
import { createReadStream } from "node:fs";
import { resolve } from "node:path";

/** The path of a file as whoever typed it meant it: npm runs scripts in the package's folder, and tells where it was asked. */
export const fileAt = (path: string): string => {
  const { npm_lifecycle_event: script, INIT_CWD: there } = process.env;
  const isOurs = script !== undefined && ["verify", "export", "import"].includes(script);
  return resolve(isOurs && there !== undefined ? there : ".", path);
};

/** The bytes of an export, as they arrive. Throws where there is none; reading on throws where it breaks off. */
export const openExport = async (source: string): Promise<AsyncIterable<Uint8Array>> => {
  if (source === "-") return process.stdin;
  return /^https?:\/\//i.test(source) ? fetched(logAt(source)) : createReadStream(fileAt(source));
};

/** The story that an address is of, its page's or any of its own in the API, and the server that it is at; undefined for anything else. */
export const storyAt = (source: string): { slug: string; server: URL } | undefined => {
  if (!/^https?:\/\//i.test(source) || !URL.canParse(source)) return undefined;
  const url = new URL(source);
  const [, before, slug] = /^(.*?)(?:\/api)?\/stories\/([a-z0-9-]{3,80})(?:\/|$)/.exec(url.pathname) ?? [];
  return slug === undefined ? undefined : { slug, server: new URL(`${before}/`, url) };
};

/** The address of a story's log, from that of its page or of anything of it in the API; any other address as it is. */
export const logAt = (address: string): URL => {
  const story = storyAt(address);
  return story ? new URL(`api/stories/${story.slug}/events`, story.server) : new URL(address);
};

const fetched = async (url: URL): Promise<AsyncIterable<Uint8Array>> => {
  const answer = await fetch(url, { headers: { Accept: "application/x-ndjson" } }).catch((error: unknown) => {
    // What `fetch` throws says little; its cause says what happened.
    throw error instanceof Error && error.cause instanceof Error ? error.cause : error;
  });
  if (!answer.ok) throw new Error(`${url.host} answered with ${answer.status}`);
  if (!answer.body) throw new Error(`${url.host} answered with nothing`);
  return answer.body;
};

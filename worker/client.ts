/**
 * A client of the API for TypeScript: what is posted and what is read are typed by the registries of events and projections.
 *
 *     const riposte = createClient({ url: "https://riposte.example", token });
 *     await riposte.append("musk-openai", { type: "OfferMade", occurredAt, data: { … } }, { at: 7 });
 *     const { stage } = await riposte.read("musk-openai", "status", { lang: "fr" });
 */
import type { PictureType } from "../events/attribution.ts";
import type { Kind } from "../events/define.ts";
import type { Sealed } from "../events/recorded.ts";
import type { PostedEvent, StoryEvent } from "../events/registry.ts";
import type { Language } from "../events/tell/languages.ts";
import type { Order } from "../projections/pages.ts";
import type { ProjectionName, ViewOf } from "../projections/registry.ts";
import type { Entry } from "../projections/timeline.ts";
import type { ListedStory } from "./read/stories.ts";
import type { FoundStory } from "./search/search.ts";
import type { IndexReport } from "./search/search-index.ts";
import type { StoredEntry } from "./store/rows.ts";

/** What goes wrong, as the API says it: RFC 9457. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code?: string;
  version?: number;
  newest?: { version: number; type: string; recordedBy: string };
  errors?: { pointer: string; detail: string }[];
};

/** The API answered with a problem. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.status} ${problem.title}: ${problem.detail}`);
    this.problem = problem;
  }
}

/** A recorded event, with its place and its seal. */
export type LoggedEvent = StoryEvent & Sealed;

/** What was recorded, what is only unlikely in it, and what was put right. */
type Appended = {
  story: string;
  version: number;
  events: LoggedEvent[];
  warnings?: { code: string; detail: string; pointer: string }[];
  notes?: { pointer: string; detail: string }[];
};

/** A picture as it is kept, and what was taken out of its file. */
type UploadedPicture = {
  image: string;
  type: PictureType;
  width: number;
  height: number;
  bytes: number;
  address: string;
  removed: string[];
};

type Options = { url: string | URL; token?: string; fetch?: typeof globalThis.fetch; retries?: number };
type Then = { lang?: Language; version?: number; asOf?: string };
type Page = { order?: Order; cursor?: string; since?: number | string; kind?: Kind; party?: string; key?: "true" };

/** Statuses that may be others the next time: limits, and whatever stands between here and there. */
const retryable = (status: number): boolean => status === 429 || status > 500;
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
/** In milliseconds. */
const longestPause = 5000;

/** What went wrong, by an answer: not all that stands in between speaks RFC 9457. */
const problemOf = async (answer: Response): Promise<ProblemError> => {
  const { status, statusText: title, url: instance } = answer;
  const unknown: Problem = { type: "about:blank", title, status, detail: "The answer was no problem of this API.", instance };
  // A deployment's own answers are problems: its description says so.
  return new ProblemError((await answer.json().catch(() => unknown)) as Problem);
};

/** The deployment is trusted to answer as its description says. */
const json = async <Body>(answer: Response): Promise<Body> => (await answer.json()) as Body;

/** A client of one deployment. It throws `ProblemError` on every problem, and what `fetch` throws where nobody answers. */
export const createClient = ({ url, token, fetch = globalThis.fetch, retries = 4 }: Options) => {
  /** Sends a request until somebody answers and `take` has all that it wants of the answer: each can be sent again without harm. */
  const send = async <Taken>(
    path: string,
    init: RequestInit,
    take: (answer: Response) => Taken | Promise<Taken>,
  ): Promise<Taken> => {
    const headers = { ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }), ...init.headers };
    for (let attempt = 0; ; attempt += 1) {
      let asked = 0;
      try {
        const answer = await fetch(new URL(path, url), { ...init, headers });
        if (answer.ok) return await take(answer);
        asked = Number(answer.headers.get("Retry-After") ?? 0) * 1000;
        throw await problemOf(answer);
      } catch (error) {
        if (attempt === retries || (error instanceof ProblemError && !retryable(error.problem.status))) throw error;
      }
      await pause(asked || Math.min(100 * 2 ** attempt, longestPause));
    }
  };

  const get = async <Body>(path: string, query: Record<string, string | number | undefined> = {}): Promise<Body> => {
    const asked = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
    return send(`${path}${asked.length > 0 ? `?${new URLSearchParams(asked)}` : ""}`, {}, json<Body>);
  };

  return {
    /**
     * Appends one event or several, all or none, exactly once: the request has a key, and is sent again under it where nobody answers. `at`
     * is the version that the story must stand at (0: it must not be open yet).
     */
    append: async (
      story: string,
      events: PostedEvent | readonly PostedEvent[],
      { at, key = crypto.randomUUID() }: { at?: number; key?: string } = {},
    ): Promise<Appended> => {
      const expected = at === undefined ? {} : at === 0 ? { "If-None-Match": "*" } : { "If-Match": `"${at}"` };
      const headers = { "Content-Type": "application/json", "Idempotency-Key": key, ...expected };
      const init = { method: "POST", headers, body: JSON.stringify(events) };
      return send(`/api/stories/${story}/events`, init, json<Appended>);
    },

    /** Uploads a picture: events show it by its `image`. Sent twice, it is the same picture. */
    upload: (file: Blob | Uint8Array<ArrayBuffer>) =>
      send(
        "/api/media",
        { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: file },
        json<UploadedPicture>,
      ),

    /** A story: its title, its language, its version. */
    story: (story: string) =>
      get<{ story: string; title: string; summary?: string; language: string; version: number }>(`/api/stories/${story}`),

    /** The version that a story stands at; 0 where there is none. */
    version: async (story: string): Promise<number> => {
      try {
        return (await get<{ version: number }>(`/api/stories/${story}`)).version;
      } catch (error) {
        if (error instanceof ProblemError && error.problem.status === 404) return 0;
        throw error;
      }
    },

    /**
     * Takes in a part of an exported log: its entries in log order, each as the JSON that it was exported as. `more`: the rest comes later.
     * `continues`: they may go on from an event that was recorded there.
     */
    import: async (
      story: string,
      entries: readonly string[],
      { more = false, continues = false }: { more?: boolean; continues?: boolean } = {},
    ): Promise<{ story: string; version: number; added: number }> => {
      const said = JSON.stringify({ story, ...(more ? { more } : {}), ...(continues ? { continues } : {}) });
      const body = `${said.slice(0, -1)},"entries":[${entries.join(",")}]}`;
      const init = { method: "POST", headers: { "Content-Type": "application/json" }, body };
      return send("/api/imports", init, json<{ story: string; version: number; added: number }>);
    },

    /** Reads a projection: at the head, after a version, or as the log knew it at an instant. */
    read: <Name extends ProjectionName>(story: string, projection: Name, then: Then = {}) =>
      get<{ story: string; version: number } & ViewOf<Name>>(`/api/stories/${story}/${projection}`, then),

    /** Reads a page of the timeline; `next` is the cursor of the page after it. */
    timeline: (story: string, query: Then & Page = {}) =>
      get<{ story: string; version: number; order: Order; entries: Entry[]; next: string | null }>(
        `/api/stories/${story}/timeline`,
        query,
      ),

    /** Reads a page of the stories, latest activity first. */
    stories: (query: { lang?: Language; cursor?: string; limit?: number } = {}) =>
      get<{ stories: ListedStory[]; next: string | null }>("/api/stories", query),

    /** Reads a page of what a search finds: all of its words, the last as the beginning of one. */
    search: (q: string, query: { lang?: Language; cursor?: string; limit?: number } = {}) =>
      get<{ stories: FoundStory[]; found: number; more: boolean; leftOut: string[]; next: string | null }>("/api/search", {
        q,
        ...query,
      }),

    /** Goes on with the index of the search, or begins it anew; it is done where `indexed` is `head`, but for what is `leftOut`. For publishers. */
    index: (anew = false) => send(`/api/search/index${anew ? "?anew=true" : ""}`, { method: "POST" }, json<IndexReport>),

    /** Reads a page of all stories' logs by position. What follows, now or later, comes after `next`; the log ends at `head`. */
    log: (after = 0, limit = 500) => get<{ events: StoredEntry[]; next: number; head: number }>("/api/events", { after, limit }),

    /** Reads a story's whole log after a version, in log order, as it arrives. What was taken down is a tombstone. */
    async *events(story: string, after = 0): AsyncGenerator<StoredEntry> {
      const init = { headers: { Accept: "application/x-ndjson" } };
      const answer = await send(`/api/stories/${story}/events?after=${after}`, init, (answer) => answer);
      let rest = "";
      for await (const text of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        const lines = (rest + text).split("\n");
        rest = lines.pop() ?? "";
        for (const line of lines) yield JSON.parse(line);
      }
    },
  };
};

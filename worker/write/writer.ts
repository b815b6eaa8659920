/**
 * The writer of one story: a Durable Object that puts the story's requests in order and writes those that wait together, each whole or not
 * at all. It remembers the story, so that an append is one trip to D1. The log is D1's, and D1 judges each transaction: a writer that is
 * stale, doubled or killed does no harm. See `writer-protocol.ts`.
 */
import { type Bindings, d1Of } from "../env.ts";
import type { Row } from "../store/d1.ts";
import { followStory } from "./followers.ts";
import { type Opening, openingOf } from "./opening.ts";
import type { Posting } from "./posting.ts";
import type { WriterAnswer, WriterCall, WriterReply } from "./writer-call.ts";
import { servePostings } from "./writer-d1.ts";
import { writerMemory } from "./writer-memory.ts";

/** A request that waits for its turn. */
type Waiting = {
  posting: Posting;
  opening: readonly Row[][] | undefined;
  done: (reply: WriterReply) => void;
  failed: (error: unknown) => void;
};

/** So many requests, and so many events, are written together. */
const mostTogether = { requests: 64, events: 200 };

/** The writer of one story: see the head of this file for what it promises. */
export class StoryWriter implements DurableObject {
  readonly #env: Bindings;
  readonly #waiting: Waiting[] = [];
  #isServing = false;
  #follow: ((version: number, concluded?: boolean) => void) | undefined;

  constructor(_: DurableObjectState, env: Bindings) {
    this.#env = env;
  }

  /** Takes a `WriterCall`, and answers with a `WriterReply`: 501 where it is of another version of this code, and D1 is to be asked instead. */
  async fetch(request: Request): Promise<Response> {
    const { form, posting, opening } = (await request.json()) as WriterCall;
    if (form !== 2) return new Response(null, { status: 501 });
    const reply = await new Promise<WriterReply>((done, failed) => {
      this.#waiting.push({ posting, opening, done, failed });
      if (!this.#isServing) void this.#serveAll();
    });
    return Response.json(reply);
  }

  /** One group after another: those who come while one is served are the next. */
  async #serveAll(): Promise<void> {
    this.#isServing = true;
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0, groupSize(this.#waiting));
      await this.#serve(group).catch((error: unknown) => this.#serveApart(group, error));
    }
    this.#isServing = false;
  }

  /** Serves a group. What is known of the story is put back only where all went as it should. */
  async #serve(group: readonly Waiting[]): Promise<void> {
    const story = group[0]?.posting.story ?? "";
    const d1 = d1Of(this.#env);
    const postings = group.map(({ posting }) => posting);
    const remembered = writerMemory.take(story, Date.now());
    const opening = remembered ? undefined : await openingIn(group);
    const served = await servePostings(d1, postings, remembered ?? opening?.known, opening?.evidence);
    if (served.known) writerMemory.put(story, served.known, Date.now());
    const { trips, read, written, ms } = d1.cost;
    const share = (rows: number) => Math.ceil(rows / group.length);
    const cost = { trips, read: share(read), written: share(written), ms };
    for (const [index, answer] of served.answers.entries()) group[index]?.done({ answer, cost });
    const version = newestOf(served.answers);
    if (version > 0) {
      this.#follow ??= followStory(this.#env, story);
      const after = served.known?.folded?.story;
      this.#follow(version, after?.version === version ? after.concluded !== undefined : undefined);
    }
  }

  /** One request at which this code fails must not take others with it: each is served alone. */
  async #serveApart(group: readonly Waiting[], error: unknown): Promise<void> {
    for (const one of group)
      await (group.length === 1 ? Promise.reject(error) : this.#serve([one])).catch((cause: unknown) => one.failed(cause));
  }
}

/** The story as it was read when the token of one of the group was looked up, if any was, and what that one may need of the log. */
const openingIn = async (
  group: readonly Waiting[],
): Promise<{ known: Opening["known"]; evidence: Opening["evidence"][] } | undefined> => {
  const one = group.find(({ opening }) => opening);
  if (!one?.opening) return undefined;
  const { known, evidence } = await openingOf(one.opening, one.posting);
  return { known, evidence: group.map((other) => (other === one ? evidence : undefined)) };
};

/** How many of those who wait are served together: the first always is. */
const groupSize = (waiting: readonly Waiting[]): number => {
  let events = 0;
  const most = waiting.slice(0, mostTogether.requests);
  const beyond = most.findIndex(({ posting: { drafts } }, index) => {
    events += drafts.length;
    return index > 0 && events > mostTogether.events;
  });
  return beyond < 0 ? most.length : beyond;
};

/** The newest version that was written; 0 where nothing was. */
const newestOf = (answers: readonly WriterAnswer[]): number =>
  Math.max(0, ...answers.map((answer) => (answer.kind === "written" ? (answer.written.events.at(-1)?.version ?? 0) : 0)));

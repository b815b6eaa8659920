/**
 * A story's hub: one Durable Object that tells all readers of a story of its new versions. It keeps the open streams and the newest version
 * that it knows, in memory alone: D1's log is the truth, and a hub that was restarted asks it.
 */
import { type Bindings, d1Of } from "../env.ts";
import type { MeteredDatabase } from "../store/d1.ts";
import { readHeadVersion } from "../store/log.ts";
import { EventStream, serverSentEvent } from "./event-stream.ts";
import { type LiveState, readLiveState } from "./live.ts";

/** How many beats a stream lasts: some readers fewer than others, so that they do not all come back at once. */
const lifeOf = (): number => 24 + Math.floor(Math.random() * 12);

/** After how many milliseconds a reader whose stream has ended comes back; not all at once either. */
const retryOf = (): number => 1_000 + Math.floor(Math.random() * 2_000);

/**
 * A stream takes about 100 KiB of workerd, both its ends together, and an object has 128 MB in all. Readers beyond so many ask again and
 * again, through the shared cache.
 */
const mostStreams = 2_000;

/** The hub of one story: see the head of this file for what it promises. */
export class StoryHub implements DurableObject {
  readonly #env: Bindings;
  readonly #streams = new Set<EventStream>();
  /** Milliseconds between two beats: how late a version is told at the most whose notice got lost. */
  readonly #pause: number;
  readonly #most: number;
  #story = "";
  #version = 0;
  /** What D1 said last, and when. */
  #live: LiveState | undefined;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #looking: Promise<void> | undefined;
  #beating: ReturnType<typeof setInterval> | undefined;

  constructor(_: DurableObjectState, env: Bindings) {
    this.#env = env;
    this.#pause = Number(env.HUB_BEAT) || 10_000;
    this.#most = Number(env.HUB_MOST) || mostStreams;
  }

  /** The story is the path. POST tells the hub of a version; GET opens a stream for a reader who has the version `after`. */
  async fetch(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    this.#story = pathname.slice(1);
    if (request.method !== "POST") return this.#open(Number(searchParams.get("after")));
    this.#hear(Number(await request.text()));
    return new Response(null, { status: 204 });
  }

  /** Passes a version on at once. Whether it concludes the story, D1 says. */
  #hear(version: number): void {
    if (version <= this.#version) return;
    this.#version = version;
    this.#spread();
    if (this.#streams.size > 0) void this.#lookAgain();
    // Who comes next is not to hear what was true before.
    else this.#lookedAt = Number.NEGATIVE_INFINITY;
  }

  async #open(after: number): Promise<Response> {
    const isKnown = this.#live && Date.now() - this.#lookedAt <= this.#pause;
    if (!isKnown && !(await this.#lookAgain())) return refuse(503);
    if (!this.#live) return refuse(404);
    if (this.#live.concluded && after >= this.#version) return refuse(204);
    if (this.#streams.size >= this.#most) return refuse(503);
    const stream: EventStream = new EventStream(lifeOf(), retryOf(), () => this.#forget(stream));
    this.#streams.add(stream);
    this.#beating ??= setInterval(() => this.#beat(), this.#pause);
    if (this.#version > after) this.#tell(stream);
    return new Response(stream.body, { headers: { "Content-Type": "text/event-stream" } });
  }

  #forget(stream: EventStream): void {
    this.#streams.delete(stream);
    if (this.#streams.size > 0) return;
    clearInterval(this.#beating);
    this.#beating = undefined;
  }

  #beat(): void {
    for (const stream of this.#streams) stream.beat();
    if (this.#streams.size > 0) void this.#lookAgain();
  }

  #spread(): void {
    for (const stream of this.#streams) this.#tell(stream);
  }

  #tell(stream: EventStream): void {
    const concluded = this.#live?.concluded ?? false;
    stream.send(serverSentEvent(this.#version, "version", { version: this.#version, concluded }));
    if (concluded) stream.end();
  }

  /** Asks D1, once for all who want to know at the same time; false where it does not answer. */
  async #lookAgain(): Promise<boolean> {
    this.#looking ??= this.#look(d1Of(this.#env)).finally(() => {
      this.#looking = undefined;
    });
    try {
      await this.#looking;
      return true;
    } catch (error) {
      console.error(JSON.stringify({ story: this.#story, hub: String(error) }));
      return false;
    }
  }

  /** One row where nothing has changed. */
  async #look(d1: MeteredDatabase): Promise<void> {
    const head = await readHeadVersion(d1, this.#story);
    const before = this.#live;
    if (head !== before?.version) this.#live = head === 0 ? undefined : await readLiveState(d1, this.#story);
    this.#lookedAt = Date.now();
    const { version = 0, concluded = false } = this.#live ?? {};
    if (version <= this.#version && concluded === (before?.concluded ?? false)) return;
    this.#version = Math.max(version, this.#version);
    this.#spread();
  }
}

const refuse = (status: 204 | 404 | 503): Response => new Response(null, { status });

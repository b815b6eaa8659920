/**
 * A story's hub: a Durable Object that tells readers of a story of its new versions. The first hub of a story tells two thousand of them, and
 * the further hubs, which tell as many each. A hub keeps the open streams and the newest version that it knows, in memory alone: D1's log is
 * the truth, and a hub that was restarted asks it. Where nothing has come for a while, it ends its streams, sleeps, and costs nothing.
 */
import { type Bindings, d1Of } from "../env.ts";
import { readHeadVersion } from "../store/log.ts";
import { EventStream, serverSentEvent } from "./event-stream.ts";
import { type HubReport, hubOf, type LiveState, type Notice, otherHub } from "./hub-address.ts";
import { hasNews, readLiveState } from "./live.ts";
import { Presence, placeOf } from "./presence.ts";
import { Shards } from "./shards.ts";

/** How many beats a stream lasts, ten to fifteen minutes: some readers fewer than others, so that they do not all come back at once. */
const lifeOf = (): number => 60 + Math.floor(Math.random() * 30);

/** After how many milliseconds a reader whose stream has ended comes back; not all at once either. */
const retryOf = (): number => 1_000 + Math.floor(Math.random() * 2_000);

/**
 * A stream takes about 100 KiB of workerd, both its ends together, and an object has 128 MB in all; and how many hubs a story has. Readers
 * beyond that ask again and again, through the shared cache.
 */
const [mostStreams, mostHubs] = [2_000, 64];

/** One hub of one story: see the head of this file for what it promises. */
export class StoryHub implements DurableObject {
  readonly #env: Bindings;
  readonly #streams = new Set<EventStream>();
  /** Milliseconds between two beats: how late a version is told at the most whose notice got lost. */
  readonly #pause: number;
  readonly #most: number;
  readonly #shards: Shards;
  readonly #presence: Presence;
  #story = "";
  #shard = 0;
  /** The newest that is known; a hub that has been told of nothing knows nothing. */
  #live: LiveState | undefined;
  /** The version of which D1 has said, or the writer, whether it concludes the story. */
  #sureOf = 0;
  #looking: Promise<void> | undefined;
  #beating: ReturnType<typeof setInterval> | undefined;

  constructor(state: DurableObjectState, env: Bindings) {
    this.#env = env;
    this.#pause = Number(env.HUB_BEAT) || 10_000;
    this.#most = Number(env.HUB_MOST) || mostStreams;
    this.#shards = new Shards({
      most: Number(env.HUB_SHARDS) || mostHubs,
      mostStreams: this.#most,
      patience: 4 * this.#pause,
    });
    this.#presence = new Presence(state, this.#pause);
  }

  /** The requests of `hubOf`: POST tells of a version, PUT of another hub, GET opens a stream, or says who else is at the desk. The story is the path. */
  async fetch(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const name = searchParams.get("name");
    if (name !== null) {
      const present = { name, at: placeOf(searchParams.get("at")) };
      return request.headers.has("Upgrade") ? this.#presence.join(present) : Response.json(this.#presence.see(present));
    }
    this.#story = pathname.slice(1);
    this.#shard = Number(searchParams.get("shard"));
    if (request.method === "POST") return this.#hear((await request.json()) as Notice);
    if (request.method === "PUT") return this.#hearOf((await request.json()) as HubReport);
    const version = Number(searchParams.get("version"));
    const concluded = searchParams.get("concluded") === "true";
    this.#learn({ version, recordedAt: searchParams.get("recordedAt") ?? "", concluded }, true);
    return this.#open(Number(searchParams.get("after")));
  }

  /** The platform calls these for the desk's sockets, and when it is time to look who has gone. */
  webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): void {
    this.#presence.hear(socket, message);
  }
  webSocketClose(socket: WebSocket): void {
    this.#presence.leave(socket);
  }
  webSocketError(socket: WebSocket): void {
    this.#presence.leave(socket);
  }
  alarm(): Promise<void> {
    return this.#presence.look();
  }

  /** Passes a version on at once. Where the notice does not say whether that concludes the story, D1 does. */
  #hear({ version, concluded }: Notice): Response {
    const before = this.#live;
    this.#presence.bring(version);
    if (version > (before?.version ?? 0)) {
      const live = { version, recordedAt: new Date().toISOString(), concluded: concluded ?? before?.concluded ?? false };
      this.#learn(live, concluded !== undefined);
      for (const shard of this.#shards.standing(Date.now()))
        this.#quietly(hubOf(this.#env, this.#story, shard)?.tell({ version, concluded: live.concluded }));
      if (concluded === undefined && this.#isNeeded()) this.#quietly(this.#lookAgain());
    }
    return new Response(null, { status: 204 });
  }

  /** Takes note of a further hub, and tells it where the story is. */
  async #hearOf(report: HubReport): Promise<Response> {
    this.#shards.hear(report, Date.now());
    if (!this.#live) await this.#lookAgain();
    this.#keepBeating();
    return this.#live ? Response.json(this.#live) : new Response(null, { status: 404 });
  }

  #open(after: number): Response {
    if (this.#streams.size >= this.#most) {
      const shard = this.#shard === 0 ? this.#shards.forOneMore(Date.now()) : undefined;
      return new Response(null, { status: 503, ...(shard ? { headers: { [otherHub]: String(shard) } } : {}) });
    }
    const stream: EventStream = new EventStream(lifeOf(), retryOf(), () => this.#forget(stream));
    this.#streams.add(stream);
    // The first hub is to know of this one before the next version comes.
    if (this.#shard > 0 && this.#streams.size === 1) this.#quietly(this.#lookAgain());
    this.#keepBeating();
    if ((this.#live?.version ?? 0) > after) this.#tell(stream);
    return new Response(stream.body, { headers: { "Content-Type": "text/event-stream" } });
  }

  #forget(stream: EventStream): void {
    this.#streams.delete(stream);
  }

  /** Whether anybody waits to be told: readers, or hubs that have some. */
  #isNeeded(): boolean {
    return this.#streams.size > 0 || this.#shards.standing(Date.now()).length > 0;
  }

  #keepBeating(): void {
    this.#beating ??= setInterval(() => this.#beat(), this.#pause);
  }

  #beat(): void {
    const isQuiet = this.#live !== undefined && !hasNews(this.#live, Date.now());
    for (const stream of this.#streams) {
      if (isQuiet) stream.end();
      else stream.beat();
    }
    if (this.#isNeeded() && !isQuiet) {
      this.#quietly(this.#lookAgain());
      return;
    }
    clearInterval(this.#beating);
    this.#beating = undefined;
    if (this.#shard > 0) this.#quietly(hubOf(this.#env, this.#story)?.report({ shard: this.#shard, streams: 0 }));
  }

  /** Takes what is newer than what is known, and tells the readers. `isSure`: whether it is known, too, if that concludes the story. */
  #learn(live: LiveState, isSure: boolean): void {
    const { version = 0, concluded = false } = this.#live ?? {};
    if (live.version < version) return;
    if (isSure) this.#sureOf = live.version;
    if (live.version === version && live.concluded === concluded) return;
    this.#live = live;
    for (const stream of this.#streams) this.#tell(stream);
  }

  #tell(stream: EventStream): void {
    const { version, concluded } = this.#live ?? { version: 0, concluded: false };
    stream.send(serverSentEvent(version, "version", { version, concluded }));
  }

  /** Asks whoever knows, once for all who want to know at the same time: D1, or the first hub. */
  #lookAgain(): Promise<void> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #look(): Promise<void> {
    if (this.#shard > 0) {
      const live = await hubOf(this.#env, this.#story)?.report({ shard: this.#shard, streams: this.#streams.size });
      if (live) this.#learn(live, true);
      return;
    }
    // One row where nothing has changed.
    const d1 = d1Of(this.#env);
    if ((await readHeadVersion(d1, this.#story)) === this.#sureOf) return;
    const live = await readLiveState(d1, this.#story);
    if (live) this.#learn(live, true);
  }

  /** What fails here is tried again at the next beat. */
  #quietly(work: Promise<unknown> | undefined): void {
    work?.catch((error: unknown) => console.error(JSON.stringify({ story: this.#story, hub: String(error) })));
  }
}

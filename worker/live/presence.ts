/**
 * Who works at a story: the desk's sockets to the story's first hub. Each keeps who sits at it and what they have open; the platform holds
 * them while the hub sleeps, and answers their signs of life. Whoever has no script is there for half a minute after each page.
 */

/** Somebody who works at a story, and what they have open: `entry 7`, `offer musk-bid`, or nothing in particular. */
export type Present = { name: string; at: string | null };

/** What a socket keeps: who sits at it, what they have open, and when they sat down. */
type Seat = Present & { since: number };

const places = /^(?:entry [1-9]\d{0,8}|offer [a-z0-9-]{1,80})$/;

/** What somebody says they have open; null where that is nothing that there is. */
export const placeOf = (said: unknown): string | null => (typeof said === "string" && places.test(said) ? said : null);

/** A socket is given up after so many milliseconds: whoever comes back shows that they are still signed in. */
const longest = 10 * 60_000;

/** The sign of life that the desk's scripts send, and its answer, for which nobody is woken. */
const [sign, answer] = ["ping", "pong"];

/** All who work at one story. */
export class Presence {
  readonly #state: DurableObjectState;
  /** How often it looks who has gone, in milliseconds: whoever gives no sign for twice as long is. */
  readonly #pause: number;
  /** Who was there without a socket, by name, and when that was. */
  readonly #seen = new Map<string, Seat>();

  constructor(state: DurableObjectState, pause: number) {
    this.#state = state;
    this.#pause = pause;
    state.setWebSocketAutoResponse(new WebSocketRequestResponsePair(sign, answer));
  }

  /** Opens a socket for somebody, and tells all. */
  async join({ name, at }: Present): Promise<Response> {
    const { 0: client, 1: server } = new WebSocketPair();
    this.#state.acceptWebSocket(server);
    server.serializeAttachment({ name, at, since: Date.now() } satisfies Seat);
    this.#seen.delete(name);
    this.#tell();
    if ((await this.#state.storage.getAlarm()) === null) await this.#wakeLater();
    return new Response(null, { status: 101, webSocket: client });
  }

  /** Takes note of somebody who has asked for a page, and answers with all others. */
  see({ name, at }: Present): Present[] {
    const isSitting = this.#seats().some((seat) => seat.name === name);
    if (!isSitting) {
      this.#seen.set(name, { name, at, since: Date.now() });
      this.#tell();
      // The hub stays awake as long.
      setTimeout(() => this.#tell(), 3 * this.#pause + 50);
    }
    return this.#othersThan(name);
  }

  /** Somebody says what they have open: `{"at":"entry 7"}`. Whatever else is said is not heard. */
  hear(socket: WebSocket, message: unknown): void {
    if (typeof message !== "string" || message.length > 200) return;
    const said = parse(message);
    const seat = seatOf(socket);
    if (!said || !seat || placeOf(said.at) === seat.at) return;
    socket.serializeAttachment({ ...seat, at: placeOf(said.at) } satisfies Seat);
    this.#tell();
  }

  /** Somebody has gone. */
  leave(socket: WebSocket): void {
    socket.close();
    this.#tell(socket);
  }

  /** Tells all of a new version of the story. */
  bring(version: number): void {
    for (const socket of this.#state.getWebSockets()) send(socket, { version });
  }

  /** Gives up the sockets that gave no sign of life for a while, and those that are old. */
  async look(): Promise<void> {
    const now = Date.now();
    const gone = this.#state.getWebSockets().filter((socket) => {
      const since = seatOf(socket)?.since ?? 0;
      const signed = this.#state.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? 0;
      return now - Math.max(since, signed) > 2 * this.#pause || now - since > longest;
    });
    for (const socket of gone) socket.close(1000);
    if (gone.length > 0) this.#tell(...gone);
    if (this.#state.getWebSockets().length > gone.length) await this.#wakeLater();
  }

  #wakeLater(): Promise<void> {
    return this.#state.storage.setAlarm(Date.now() + this.#pause);
  }

  #seats(gone: readonly WebSocket[] = []): Seat[] {
    const now = Date.now();
    for (const [name, { since }] of this.#seen) if (now - since > 3 * this.#pause) this.#seen.delete(name);
    const sitting = this.#state.getWebSockets().filter((socket) => !gone.includes(socket));
    return [...sitting.flatMap((socket) => seatOf(socket) ?? []), ...this.#seen.values()];
  }

  /** Everybody else, in the order of their names, each with all that they have open. */
  #othersThan(name: string, seats = this.#seats()): Present[] {
    const places = Map.groupBy(
      seats.filter((seat) => seat.name !== name),
      (seat) => seat.name,
    );
    return [...places]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([other, all]): Present[] => {
        const open = [...new Set(all.flatMap(({ at }) => at ?? []))];
        return open.length === 0 ? [{ name: other, at: null }] : open.map((at) => ({ name: other, at }));
      });
  }

  #tell(...gone: WebSocket[]): void {
    const seats = this.#seats(gone);
    for (const socket of this.#state.getWebSockets()) {
      const seat = gone.includes(socket) ? undefined : seatOf(socket);
      if (seat) send(socket, { here: this.#othersThan(seat.name, seats) });
    }
  }
}

// It was written by `serializeAttachment` here.
const seatOf = (socket: WebSocket): Seat | undefined => (socket.deserializeAttachment() ?? undefined) as Seat | undefined;

const parse = (message: string): { at?: unknown } | undefined => {
  try {
    const said: unknown = JSON.parse(message);
    return typeof said === "object" && said !== null ? said : undefined;
  } catch {
    return undefined;
  }
};

/** Whoever has gone troubles nobody else. */
const send = (socket: WebSocket, message: object): void => {
  try {
    socket.send(JSON.stringify(message));
  } catch {
    // It closes, and is heard of then.
  }
};

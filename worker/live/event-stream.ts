/** Readers' streams of server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html */
import { utf8 } from "../../events/bytes.ts";

/** How many messages may be on their way to a reader, and for how many beats none of them may be taken. */
const [mostUnderWay, mostStalled] = [2, 4];
/** Scripts hear it too: who hears nothing knows that somebody in between keeps the stream back. */
const heartbeat = utf8("event: beat\ndata: 1\n\n");

/** A message: its id, its name, and a JSON value. */
export const serverSentEvent = (id: number, event: string, data: unknown): Uint8Array =>
  utf8(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);

/** One reader's stream, of messages each of which makes those before it needless. It lasts so many beats; then the reader comes back. */
export class EventStream {
  readonly body: ReadableStream<Uint8Array>;
  readonly #onGone: () => void;
  #out!: ReadableStreamDefaultController<Uint8Array>;
  #waiting: Uint8Array | undefined;
  #stalled = 0;
  #left: number;

  /** `retry`: after how many milliseconds the reader comes back. `onGone` is called when the stream is over, whoever ended it. */
  constructor(beats: number, retry: number, onGone: () => void) {
    this.#left = beats;
    this.#onGone = onGone;
    this.body = new ReadableStream(
      {
        start: (out) => {
          this.#out = out;
          out.enqueue(utf8(`retry: ${retry}\n\n`));
        },
        pull: () => this.#pass(),
        cancel: onGone,
      },
      { highWaterMark: mostUnderWay },
    );
  }

  /** Sends a message; where the reader is slow, it takes the place of the one that waits. */
  send(message: Uint8Array): void {
    this.#waiting = message;
    this.#pass();
  }

  /** Shows the reader that somebody is there. Who takes nothing for a while is gone. */
  beat(): void {
    this.#left -= 1;
    this.#stalled = this.#hasRoom() ? 0 : this.#stalled + 1;
    if (this.#left <= 0 || this.#stalled > mostStalled) this.end();
    else if (this.#hasRoom()) this.#put(heartbeat);
  }

  /** Ends it, after the message that waits. */
  end(): void {
    try {
      if (this.#waiting) this.#out.enqueue(this.#waiting);
      this.#out.close();
    } catch {
      // The reader has gone already.
    }
    this.#onGone();
  }

  /** A reader who has gone troubles no other. */
  #put(message: Uint8Array): void {
    try {
      this.#out.enqueue(message);
    } catch {
      this.#onGone();
    }
  }

  #hasRoom(): boolean {
    return (this.#out.desiredSize ?? 0) > 0;
  }

  #pass(): void {
    if (!this.#waiting || !this.#hasRoom()) return;
    const message = this.#waiting;
    this.#waiting = undefined;
    this.#put(message);
  }
}

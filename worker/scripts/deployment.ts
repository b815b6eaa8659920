/** A deployment as it is seen from outside: requests, and what is wrong where an answer is not as it should be. */
import { setTimeout as wait } from "node:timers/promises";

/** What a check of it says where it holds; it throws where it does not. */
export type Check = { name: string; run: (deployment: Deployment) => Promise<string> };

/** The story that checks are recorded in: one for all of them, since nothing is ever deleted. */
export const checkedStory = "deployment-check";

/** Asks a deployment, with a publisher's token where there is one. */
export class Deployment {
  readonly #url: string;
  readonly #token: string | undefined;

  constructor(url: string, token?: string) {
    this.#url = url;
    this.#token = token;
  }

  /** Sends a request; a body makes it a POST, signed and in JSON. */
  ask(path: string, headers: Record<string, string> = {}, body?: unknown): Promise<Response> {
    const signed = { Authorization: `Bearer ${this.#token}`, "Content-Type": "application/json" };
    const post = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    // Only so long as anybody would wait.
    const signal = AbortSignal.timeout(30_000);
    return fetch(new URL(path, this.#url), { ...post, signal, headers: { ...(body === undefined ? {} : signed), ...headers } });
  }

  /** Sends it, and throws where the status is another one. */
  async expect(status: number | readonly number[], path: string, headers: Record<string, string> = {}, body?: unknown) {
    const answer = await this.ask(path, headers, body);
    const text = await answer.text();
    const wanted = [status].flat();
    if (!wanted.includes(answer.status))
      throw new Error(`${path} answered ${answer.status} instead of ${wanted.join(" or ")}: ${text.slice(0, 300)}`);
    return { status: answer.status, headers: answer.headers, text };
  }

  /** Records events in the story of checks; answers with its version then. */
  async record(events: unknown, headers: Record<string, string> = {}): Promise<number> {
    const { text } = await this.expect(201, `/api/stories/${checkedStory}/events`, headers, events);
    return JSON.parse(text).version;
  }

  /** A report for the story of checks, opened where it is not. */
  async report(headline: string): Promise<number> {
    const now = new Date().toISOString();
    const { status } = await this.ask(`/api/stories/${checkedStory}`);
    const opened = { type: "StoryOpened", occurredAt: now, data: { title: "Checks of this deployment", language: "en" } };
    if (status === 404) await this.record(opened);
    return this.record({ type: "DevelopmentReported", occurredAt: now, data: { headline } });
  }

  /** Waits until that holds, and answers with how many milliseconds it took; throws after so many seconds. */
  async until(seconds: number, what: string, holds: () => Promise<boolean>): Promise<number> {
    const start = performance.now();
    while (!(await holds())) {
      if (performance.now() - start > seconds * 1_000) throw new Error(`${what}: not within ${seconds} seconds`);
      await wait(500);
    }
    return Math.round(performance.now() - start);
  }
}

/** Throws where something does not hold. */
export const assertThat: (holds: boolean, what: string) => asserts holds = (holds, what) => {
  if (!holds) throw new Error(what);
};

/** What follows a write, off its path: the answer does not wait for it, and where it fails no event is lost. */
import type { Context } from "hono";
import type { App, Bindings } from "../env.ts";
import { notifyHub } from "../live/live.ts";
import { indexWrite } from "../search/search-index.ts";

/** Takes note of what was written: the story, and the version at which it stands now. */
type Follower = (env: Bindings, story: string, version: number) => Promise<void>;

/** The followers. A new one is a file and a line here. */
const followers: readonly Follower[] = [notifyHub, indexWrite];

/** Sets the followers off. What they throw is logged and troubles nobody else. */
export const notifyFollowers = (c: Context<App>, story: string, version: number): void => {
  const { env } = c;
  for (const follower of followers)
    c.executionCtx.waitUntil(
      follower(env, story, version).catch((error: unknown) => {
        console.error(JSON.stringify({ requestId: c.var.requestId, story, version, error: String(error) }));
      }),
    );
};

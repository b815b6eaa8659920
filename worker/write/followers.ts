/** What follows a write, off its path: the answer does not wait for it, and where it fails no event is lost. */
import type { Context } from "hono";
import type { App, Bindings } from "../env.ts";
import { notifyHub } from "../live/live.ts";
import { indexWrite } from "../search/search-index.ts";

/** Takes note of what was written: the story, the version at which it stands now, and whether it is concluded there, where that is known. */
type Follower = (env: Bindings, story: string, version: number, concluded?: boolean) => Promise<void>;

/** The followers, and for how many milliseconds each rests before it takes note of the next writes, all at once. A new one is a file and a line here. */
const followers: readonly { follow: Follower; rest: number }[] = [
  { follow: notifyHub, rest: 100 },
  { follow: indexWrite, rest: 500 },
];

/** Sets the followers off. What they throw is logged and troubles nobody else. */
export const notifyFollowers = (c: Context<App>, story: string, version: number): void => {
  for (const { follow } of followers)
    c.executionCtx.waitUntil(
      follow(c.env, story, version).catch((error: unknown) => {
        console.error(JSON.stringify({ requestId: c.var.requestId, story, version, error: String(error) }));
      }),
    );
};

/** Sets the followers off for a story, write after write: each is busy with one at a time, and hears next of the newest. */
export const followStory = (env: Bindings, story: string): ((version: number, concluded?: boolean) => void) => {
  const all = followers.map(({ follow, rest }) => {
    let newest = 0;
    let isConcluded: boolean | undefined;
    let isBusy = false;
    const goOn = async (): Promise<void> => {
      isBusy = true;
      for (let told = 0; told < newest; ) {
        told = newest;
        await follow(env, story, told, isConcluded).catch((error: unknown) => {
          console.error(JSON.stringify({ story, version: told, error: String(error) }));
        });
        await scheduler.wait(rest);
      }
      isBusy = false;
      newest = 0;
    };
    return (version: number, concluded?: boolean): void => {
      if (version < newest) return;
      newest = version;
      isConcluded = concluded;
      if (!isBusy) void goOn();
    };
  });
  return (version, concluded) => {
    for (const tell of all) tell(version, concluded);
  };
};

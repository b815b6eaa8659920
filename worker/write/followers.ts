/** What follows a write, off its path: the answer does not wait for it, and where it fails no event is lost. */
import type { Context } from "hono";
import { type App, type Bindings, d1Of } from "../env.ts";
import { notifyHub } from "../live/live.ts";
import { keepPeople } from "../search/people-index.ts";
import { indexWrite } from "../search/search-index.ts";
import { keepPast } from "../store/past.ts";

/** Takes note of what was written: the story, the version at which it stands now, and whether it is concluded there, where that is known. */
type Follower = (env: Bindings, story: string, version: number, concluded?: boolean) => Promise<void>;

/** The followers. A new one is a file and a line here. `ofAll`: it takes note of what was written to any story; once is enough for all. */
const followers: readonly { follow: Follower; ofAll: boolean }[] = [
  { follow: notifyHub, ofAll: false },
  { follow: (env, story, version) => keepPast(d1Of(env), story, version), ofAll: false },
  { follow: indexWrite, ofAll: true },
  { follow: keepPeople, ofAll: true },
];

/** Sets the followers off. What they throw is logged and troubles nobody else. */
export const notifyFollowers = (c: Context<App>, story: string, version: number): void =>
  c.executionCtx.waitUntil(followWrite(c.env, story, version, c.var.requestId));

/** The same, and waits for them. */
export const followWrite = async (env: Bindings, story: string, version: number, requestId?: string): Promise<void> => {
  const all = followers.map(({ follow }) =>
    follow(env, story, version).catch((error: unknown) => {
      console.error(JSON.stringify({ requestId, story, version, error: String(error) }));
    }),
  );
  await Promise.all(all);
};

/** What a writer tells of write after write: the first at once, those that come soon after it together, in so many milliseconds. */
const pause = 250;

/** Who follows all stories rests for so many times as long as it took, so that writers have most of the processor, but no longer than that. */
const [restTimes, longestRest] = [4, 2_000];

/** One that has not come back after so many milliseconds has died: it keeps no other waiting any more. */
const longestRun = 30_000;

/** Until when a follower is not set off again, and when somebody was last seen who waits to do so: that one takes note of what is written by then. */
type Pace = { freeAt: number; seenAt: number };

/** Those who follow all stories keep one pace for all writers of an isolate. */
const paceOfAll = new Map<Follower, Pace>();

/** Sets the followers off for a story, write after write, none of them more often than is of use, and none while it is at work. */
export const followStory = (env: Bindings, story: string): ((version: number, concluded?: boolean) => void) => {
  const newest: { version: number; concluded: boolean | undefined } = { version: 0, concluded: undefined };
  const all = followers.map(({ follow, ofAll }) => {
    const pace = (ofAll ? paceOfAll.get(follow) : undefined) ?? { freeAt: 0, seenAt: 0 };
    if (ofAll) paceOfAll.set(follow, pace);
    return async (): Promise<void> => {
      if (!(await waitTurn(pace))) return;
      const start = Date.now();
      pace.freeAt = start + longestRun;
      try {
        await follow(env, story, newest.version, newest.concluded);
      } finally {
        const rest = ofAll ? Math.min(restTimes * (Date.now() - start), longestRest) : 0;
        pace.freeAt = Math.max(start + pause, Date.now() + rest);
      }
    };
  });
  return (version, concluded) => {
    if (version > newest.version) Object.assign(newest, { version, concluded });
    for (const tell of all)
      void tell().catch((error: unknown) => {
        console.error(JSON.stringify({ story, version: newest.version, error: String(error) }));
      });
  };
};

/** Waits until a follower may be set off; false at once where another does. Whoever waits may die of something: who is not seen is not waited for. */
const waitTurn = async (pace: Pace): Promise<boolean> => {
  if (pace.seenAt > Date.now() - 2 * pause) return false;
  for (let left = pace.freeAt - Date.now(); left > 0; left = pace.freeAt - Date.now()) {
    pace.seenAt = Date.now();
    await scheduler.wait(Math.min(left, pause));
  }
  pace.seenAt = 0;
  return true;
};

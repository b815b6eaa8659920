/** How a story's hubs are spoken to. The first hears of new versions and passes them on to the others, which there are where readers are many. */
import type { Bindings } from "../env.ts";
import type { Present } from "./presence.ts";

/**
 * Where a story is: its version, when that was recorded, and whether it is concluded. Of a concluded story corrections and takedowns may
 * come yet.
 */
export type LiveState = { version: number; recordedAt: string; concluded: boolean };

/** What a hub is told of a story: its version; whether it is concluded, where that is known. */
export type Notice = { version: number; concluded?: boolean | undefined };

/** How many streams another hub of the story has, as that one tells the first. */
export type HubReport = { shard: number; streams: number };

/** The header in which a full hub names another one. */
export const otherHub = "X-Other-Hub";

/** One of a story's hubs, the first being 0; undefined where the deployment has none. */
export const hubOf = ({ HUB }: Bindings, story: string, shard = 0) => {
  const hub = HUB?.get(HUB.idFromName(shard === 0 ? story : `${story}/${shard}`));
  const address = `https://hub/${story}?shard=${shard}`;
  return (
    hub && {
      /** Tells it that the story stands at that version. */
      tell: (notice: Notice) => hub.fetch(address, { method: "POST", body: JSON.stringify(notice) }),
      /** Opens a stream for a reader who has that version, of a story that is known to stand so: 200 with the stream, or 503. */
      open: (after: number, { version, recordedAt, concluded }: LiveState) =>
        hub.fetch(
          `${address}&${new URLSearchParams({ after: `${after}`, version: `${version}`, recordedAt, concluded: `${concluded}` })}`,
        ),
      /** Opens a socket for somebody at the desk: 101. */
      join: ({ name, at }: Present) =>
        hub.fetch(`${address}&${new URLSearchParams({ name, at: at ?? "" })}`, { headers: { Upgrade: "websocket" } }),
      /** Takes note of somebody at the desk, and answers with who else is there. */
      see: async ({ name, at }: Present): Promise<Present[]> => {
        const answer = await hub.fetch(`${address}&${new URLSearchParams({ name, at: at ?? "" })}`);
        return (await answer.json()) as Present[];
      },
      /** Tells the first hub of another one, and answers with where the story is. */
      report: async (report: HubReport): Promise<LiveState> => {
        const answer = await hub.fetch(address, { method: "PUT", body: JSON.stringify(report) });
        if (!answer.ok) throw new Error(`The first hub answered ${answer.status}`);
        return (await answer.json()) as LiveState;
      },
    }
  );
};

/** Opens a stream at whichever of a story's hubs has room: 200 with the stream; undefined where none can be had. */
export const openStream = async (env: Bindings, story: string, after: number, live: LiveState): Promise<Response | undefined> => {
  // A hub that is being restarted, or has too much to do, throws: the reader asks again and again meanwhile.
  const ask = async (shard: number) =>
    hubOf(env, story, shard)
      ?.open(after, live)
      .catch(() => undefined);
  const first = await ask(0);
  const shard = Number(first?.headers.get(otherHub) ?? 0);
  const answer = shard > 0 ? await ask(shard) : first;
  return answer?.status === 200 ? answer : undefined;
};

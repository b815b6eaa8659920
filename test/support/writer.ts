/** A writer who goes on whatever happens: each request is sent under its key until it is answered. */
import { createClient, type LoggedEvent } from "../../worker/client.ts";
import { offer, type Posted, retracted, statement } from "./drafts.ts";
import { paced } from "./paced.ts";

/** What was sent, and what it was answered with. */
export type Sent = { story: string; drafts: readonly Posted[]; version: number; events: readonly LoggedEvent[] };

/** How often nobody answered, and how often the same request turned out to be recorded when it was sent again. */
type Failures = { cut: number; replayed: number };

/** A writer. It counts what fails, and waits after each failure until somebody is there again. */
export const createWriter = (url: URL, token: string, failures: Failures, isBack: () => Promise<void>) => {
  const counting: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init).catch(async (error: unknown) => {
      failures.cut += 1;
      await isBack();
      throw error;
    });
    if (answer.status === 200) failures.replayed += 1;
    return answer;
  };
  const client = createClient({ url, token, fetch: counting, retries: 100 });

  const send = async (story: string, drafts: readonly Posted[]): Promise<Sent> => {
    // The drafts are of the registry's types.
    const { version, events } = await client.append(story, drafts as Parameters<typeof client.append>[1]);
    return { story, drafts, version, events };
  };

  return {
    send,
    /** Takes a turn: says something, says several things, makes an offer, or takes back what this writer said last. */
    turn: (stories: readonly string[], number: number, turn: number, mine: readonly Sent[]): Promise<Sent> => {
      const name = `${number}-${turn}`;
      const story = stories[(number + turn) % stories.length] ?? "";
      const last = mine.at(-1);
      const said = (more: string) => statement({ quote: { text: `${name} ${more}`, language: "en" } });
      if (turn % 7 === 5 && last) return send(last.story, paced([retracted(last.version)], 60));
      if (turn % 4 === 2) return send(story, paced([said("first"), offer(`bid-${name}`), said("last")], 60 + turn));
      // Told late: it takes its place before others.
      return send(story, paced([said("alone")], turn % 5 === 0 ? 30 : 60 + turn));
    },
  };
};

/** A reader of server-sent events who notes all that comes. */

/** What one message said: its id, its name and its JSON. */
type Message = { id: string; event: string; data: unknown };

/** Opens a stream, and reads it until it ends or the reader leaves. */
export const listen = async (url: URL, headers: Record<string, string> = {}) => {
  const leaving = new AbortController();
  const answer = await fetch(url, { headers: { Accept: "text/event-stream", ...headers }, signal: leaving.signal });
  const messages: Message[] = [];
  let text = "";
  let [wake, woken] = signal();
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder();
    for await (const bytes of answer.body ?? []) {
      text += decoder.decode(bytes, { stream: true });
      messages.splice(0, messages.length, ...messagesIn(text));
      wake();
      [wake, woken] = signal();
    }
  };
  let isOver = false;
  const over = read()
    .catch(() => {})
    .finally(() => {
      isOver = true;
      wake();
    });
  return {
    status: answer.status,
    headers: answer.headers,
    messages,
    /** All that came, as it came. */
    text: () => text,
    /** When the stream has ended. */
    over,
    /** Waits until what came is as wanted; throws where the stream ends before. */
    until: async (isEnough: () => boolean): Promise<void> => {
      while (!isEnough()) {
        if (isOver) throw new Error(`The stream has ended after ${JSON.stringify(text)}`);
        await woken;
      }
    },
    leave: (): void => leaving.abort(),
  };
};

export type Listener = Awaited<ReturnType<typeof listen>>;

const signal = (): [() => void, Promise<void>] => {
  const { promise, resolve } = Promise.withResolvers<void>();
  return [resolve, promise];
};

/** The messages that are whole; `retry` alone and beats are none. */
const messagesIn = (text: string): Message[] =>
  text
    .split("\n\n")
    .slice(0, -1)
    .map((block) => Object.fromEntries(block.split("\n").map((line) => line.split(/: (.*)/s).slice(0, 2))))
    .filter(({ data, event }) => data !== undefined && event !== "beat")
    .map(({ id, event, data }) => ({ id, event, data: JSON.parse(data) }));

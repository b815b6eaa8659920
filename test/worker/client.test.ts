/** The client where nobody answers, or not to the end. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createClient, ProblemError } from "../../worker/client.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

type Turn = () => Response;
const json = (status: number, body: object, headers = {}) => new Response(JSON.stringify(body), { status, headers });
const recorded = { story: "story", version: 1, events: [] };
const problem = (status: number) => ({ type: "about:blank", title: "No", status, detail: "No.", instance: "urn:uuid:1" });
const page = (status: number) => new Response("<h1>Bad gateway</h1>", { status });
/** Headers and half of a body, then nothing. */
const cut = () =>
  new Response(
    new ReadableStream({
      start: (half) => half.enqueue(new TextEncoder().encode('{"story":')),
      pull: (half) => half.error(new Error("cut")),
    }),
    { status: 201 },
  );
const refused: Turn = () => {
  throw new TypeError("fetch failed");
};

/** A client whose requests are answered by these in turn; what it has sent, and how long it has waited. */
const against = (...turns: Turn[]) => {
  const sent: { key: string | null; body: unknown; after: number }[] = [];
  const start = Date.now();
  const fetch = async (_: unknown, { headers, body }: RequestInit = {}) => {
    sent.push({ key: new Headers(headers).get("Idempotency-Key"), body, after: Date.now() - start });
    return (turns[sent.length - 1] ?? refused)();
  };
  const client = createClient({ url: "https://riposte.example", token: "token", fetch: fetch as typeof globalThis.fetch });
  const settled = async <Told>(promise: Promise<Told>): Promise<Told | unknown> => {
    const outcome = promise.catch((error: unknown) => error);
    await vi.runAllTimersAsync();
    return outcome;
  };
  return { client, sent, settled };
};
const event = { type: "StoryConcluded", occurredAt: "2025-02-10T12:00:00Z", data: { outcome: "Peace" } } as const;

it.each<[string, Turn]>([
  ["nobody answers", refused],
  ["the answer is cut", cut],
  ["it has to wait", () => json(429, problem(429))],
  ["the log cannot be reached", () => json(503, problem(503))],
  ["something in between answers with a page", () => page(502)],
])("sends the same again under the same key where %s", async (_, turn) => {
  const { client, sent, settled } = against(turn, turn, () => json(200, recorded));
  expect(await settled(client.append("story", event))).toEqual(recorded);
  expect(sent).toHaveLength(3);
  expect(new Set(sent.map(({ key, body }) => `${key} ${body}`)).size).toBe(1);
  expect(sent[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
});

it("takes another key for another request", async () => {
  const { client, sent, settled } = against(
    () => json(201, recorded),
    () => json(201, recorded),
  );
  await settled(client.append("story", event).then(() => client.append("story", event)));
  expect(new Set(sent.map(({ key }) => key)).size).toBe(2);
});

it("waits as long as it is asked to, and else longer each time", async () => {
  const { client, sent, settled } = against(
    () => json(503, problem(503), { "Retry-After": "7" }),
    refused,
    refused,
    () => json(200, recorded),
  );
  await settled(client.append("story", event));
  expect(sent.map(({ after }) => after)).toEqual([0, 7000, 7200, 7600]);
});

it.each([400, 401, 404, 409, 412, 422, 500])("does not send again what was answered with %i", async (status) => {
  const { client, sent, settled } = against(() => json(status, problem(status)));
  expect(await settled(client.append("story", event))).toMatchObject({ problem: problem(status) });
  expect(sent).toHaveLength(1);
});

it("gives up in the end, and says what came last", async () => {
  const { client, sent, settled } = against(...Array<Turn>(9).fill(() => page(502)));
  const error = await settled(client.append("story", event));
  expect(error).toBeInstanceOf(ProblemError);
  expect(error).toMatchObject({ problem: { type: "about:blank", status: 502 } });
  expect(sent).toHaveLength(5);
});

/** A Worker of its own for a test file, with its own D1, an editor, and short ways to talk to it. */
import type { Problem } from "../../worker/client.ts";
import type { StoredEvent } from "../../worker/store/rows.ts";
import { openWorker, type Setting } from "./worker.ts";

/** The tokens of the two editors that every server has, and of the publisher Pia. */
export const tokens = {
  ada: "ada-may-write-000000000000000000000000001",
  bob: "bob-may-write-000000000000000000000000002",
  pia: "pia-may-publish-00000000000000000000000003",
};

/** Why the publisher takes events down. */
export const grounds = { reason: "A court’s order.", legalBasis: "TJ de Paris, référé du 28 février 2025" };

type Headers = Record<string, string>;

/** What a request cost, by its `Server-Timing`: round trips to D1, rows read, rows written. */
export type Cost = { trips: number; read: number; written: number };

/** What an append answers with. */
export type AppendedBody = { story: string; version: number; events: StoredEvent[] };

/** Reads `Server-Timing`; throws where the answer has none. */
export const costOf = (answer: Response): Cost => {
  const header = answer.headers.get("Server-Timing") ?? "";
  const [, trips, read, written] = /^d1;dur=[\d.]+;desc="trips=(\d+) read=(\d+) written=(\d+)"$/.exec(header) ?? [];
  if (written === undefined) throw new Error(`This is not a cost: ${header}`);
  return { trips: Number(trips), read: Number(read), written: Number(written) };
};

/** The problem that an answer tells of. */
export const problemOf = async (answer: Response): Promise<Problem> => (await answer.json()) as Problem;

/** The id that a token is listed by. */
export const idOf = async (token: string): Promise<string> => (await hashOf(token)).slice(0, 12);

const hashOf = async (token: string): Promise<string> =>
  Buffer.from(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token))).toString("hex");

/** A token as it stands in D1. */
type KeptToken = { role?: string; added_at?: string; expires_at?: string | null; revoked_at?: string | null };

/** Starts the Worker, with the migrations applied and the editors added. */
export const startServer = async (setting: Setting = {}) => {
  const { url, db, bucket, logs, cron, prepare, close } = await openWorker(setting);
  await prepare();
  const keepToken = async (token: string, editor: string, kept: KeptToken = {}): Promise<void> => {
    const { role = "editor", added_at = "2025-01-01T00:00:00.000Z", expires_at = null, revoked_at = null } = kept;
    await db
      .prepare("INSERT INTO tokens (hash, editor, role, added_at, expires_at, revoked_at) VALUES (?, ?, ?, ?, ?, ?)")
      .bind(await hashOf(token), editor, role, added_at, expires_at, revoked_at)
      .run();
  };
  for (const [editor, token] of Object.entries(tokens))
    await keepToken(token, editor, { role: editor === "pia" ? "publisher" : "editor" });

  const send = (method: string, path: string, headers: Headers = {}, body?: unknown): Promise<Response> => {
    const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
    return fetch(new URL(path, url), { method, headers, ...(text === undefined ? {} : { body: text }) });
  };
  const get = (path: string, headers: Headers = {}, method = "GET"): Promise<Response> => send(method, path, headers);
  const read = async <Body>(path: string, headers: Headers = {}): Promise<Body> => {
    const answer = await get(path, headers);
    if (!answer.ok) throw new Error(`${path} was to be read: ${answer.status} ${await answer.text()}`);
    // The test knows what stands there.
    return (await answer.json()) as Body;
  };
  const signed = (editor: keyof typeof tokens): Headers => ({
    Authorization: `Bearer ${tokens[editor]}`,
    "Content-Type": "application/json",
  });
  const post = (story: string, events: unknown, headers: Headers = {}): Promise<Response> =>
    send("POST", `/api/stories/${story}/events`, { ...signed("ada"), ...headers }, events);
  return {
    url,
    db,
    bucket,
    close,
    logs,
    cron,
    /** Runs one statement on D1. */
    run: (sql: string, ...values: unknown[]) =>
      db
        .prepare(sql)
        .bind(...values)
        .run(),
    /** Writes a token to D1, as it is. */
    keepToken,
    /** Sends a request: a body that is no text is sent as JSON. */
    send,
    /** The headers of a request with a JSON body by one of those who have a token. */
    signed,
    get,
    /** The body of an answer of 200. */
    read,
    /** Posts as an editor: events, or a text as it is. */
    post,
    /** Posts what is to be recorded, and answers with it. */
    record: async (story: string, events: unknown, headers: Headers = {}): Promise<AppendedBody> => {
      const answer = await post(story, events, headers);
      if (answer.status !== 201) throw new Error(`This was to be recorded: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as AppendedBody;
    },
    /** Sends the order to take an event down, as the publisher. */
    takeDown: (story: string, event: number, headers: Headers = {}): Promise<Response> =>
      send("POST", `/api/stories/${story}/takedowns`, { ...signed("pia"), ...headers }, { event, ...grounds }),
    /** A story's whole log. */
    log: async (story: string): Promise<StoredEvent[]> => {
      const answer = await get(`/api/stories/${story}/events`, { Accept: "application/x-ndjson" });
      return (await answer.text())
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line));
    },
    /** How many events there are in D1, of all stories. */
    count: async (): Promise<number> => (await db.prepare("SELECT count(*) AS count FROM events").first<number>("count")) ?? 0,
  };
};

export type Server = Awaited<ReturnType<typeof startServer>>;

/** As much of Cloudflare's API as `wrangler` asks for to deploy: what it was asked for, and databases that are real. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { unstable_splitSqlQuery } from "wrangler";
import { openServers } from "./open-servers.ts";

/** The account that everything is in. */
export const account = "an-account";

/** What the account is like. */
export type FakeAccount = {
  /** Where a new database's statements are run. */
  db: D1Database;
  /** Whether a request is to fail, by its method and path without the account. */
  fails?: (request: string) => boolean;
  /** The databases that are there. */
  existing?: readonly string[];
};

type Answer = { status?: number; result?: unknown; code?: number };

/** Opens it. `asked`: the requests that came, by method and path without the account, with what a new thing was to be like. */
export const openFakeCloudflare = async ({ db, fails = () => false, existing = [] }: FakeAccount) => {
  const asked: string[] = [];
  const databases = new Map(existing.map((name) => [name, crypto.randomUUID() as string]));
  const buckets = new Set<string>();
  const missing = (code: number): Answer => ({ status: 404, code });

  const query = async (sql: string, params: unknown[] = []): Promise<unknown> => {
    const statements = unstable_splitSqlQuery(sql).map((one) => db.prepare(one).bind(...params));
    return statements.length === 0 ? [] : db.batch(statements);
  };

  const routes: [
    RegExp,
    (its: { names: string[]; method: string; body: () => Record<string, unknown> }) => Answer | Promise<Answer>,
  ][] = [
    [
      /^POST \/d1\/database$/,
      ({ body }) => {
        const name = String(body().name);
        databases.set(name, crypto.randomUUID());
        return { result: { name, uuid: databases.get(name) } };
      },
    ],
    [
      /^GET \/d1\/database\/([^/]+)$/,
      ({ names: [name = ""] }) =>
        databases.has(name) ? { result: { name, uuid: databases.get(name), version: "production" } } : missing(7404),
    ],
    [
      /^POST \/d1\/database\/[^/]+\/query$/,
      async ({ body }) => ({ result: await query(String(body().sql), body().params as []) }),
    ],
    [/^GET \/r2\/buckets$/, () => ({ result: { buckets: [...buckets].map((name) => ({ name })) } })],
    [/^GET \/r2\/buckets\/([^/]+)$/, ({ names: [name = ""] }) => (buckets.has(name) ? { result: { name } } : missing(10006))],
    [
      /^POST \/r2\/buckets$/,
      ({ body }) => {
        buckets.add(String(body().name));
        return { result: {} };
      },
    ],
    [/^POST \/workers\/scripts\/[^/]+\/assets-upload-session$/, () => ({ result: { jwt: "a-token", buckets: [] } })],
    [/^PUT \/workers\/scripts\/[^/]+(\/versions)?$/, () => ({ result: { id: "riposte", startup_time_ms: 12, etag: "an-etag" } })],
    [/^(GET|POST) \/workers\/scripts\/[^/]+\/subdomain$/, () => ({ result: { enabled: true, previews_enabled: false } })],
    [/^PUT \/workers\/scripts\/[^/]+\/schedules$/, () => ({ result: { schedules: [] } })],
    [
      /^(?:GET|PATCH|PUT) \/workers\/workers\/([^/]+)$/,
      ({ names: [name = ""] }) => ({
        result: { id: name, name, subdomain: { enabled: true, previews_enabled: false }, tags: [] },
      }),
    ],
    [/^GET \/workers\/subdomain$/, () => ({ result: { subdomain: "newsroom" } })],
  ];

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const body = await text(request);
    const { pathname } = new URL(request.url ?? "/", "http://fake");
    const line = `${request.method} ${decodeURIComponent(pathname).replace(`/accounts/${account}`, "")}`;
    const made = /^POST .*(database|buckets)$/.test(line) ? ` ${body}` : "";
    asked.push(line + made);
    if (fails(line + made)) return { status: 403, code: 10000 };
    for (const [pattern, handle] of routes) {
      const found = pattern.exec(line);
      if (found) return handle({ names: found.slice(1), method: request.method ?? "", body: () => JSON.parse(body) });
    }
    return missing(10007);
  };

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status = 200, result = null, code } = await answer(request);
    const errors = code === undefined ? [] : [{ code, message: "The fake account says no" }];
    response.writeHead(status, { "Content-Type": "application/json" });
    response.end(JSON.stringify({ success: code === undefined, errors, messages: [], result }));
  };
  const url = await openServers.add(
    createServer((request, response) => void respond(request, response).catch(() => response.destroy())),
  );
  return { url, asked };
};

/** Drafts at the desk, by whoever keeps them: what a program would send. */
import { randomUUID } from "node:crypto";
import type { Server } from "./server.ts";

/** A draft as the API tells of it. */
export type KeptDraft = {
  id: string;
  story: string;
  owner: string;
  state: string;
  revision: number;
  shared: boolean;
  types: string[];
  text: string;
  handedTo?: string;
  line?: string;
  form?: Record<string, string[]>;
  events?: unknown[];
  version?: number;
  recorder?: string;
  dueAt?: string;
  reason?: { code: string; detail: string };
  trail: { at: string; by: string; step: string; to?: string; reason?: string }[];
};

/** What happened, and nothing else. */
export const news = (headline: string) => ({
  type: "DevelopmentReported",
  occurredAt: "2025-02-12T08:00:00Z",
  data: { headline },
});

/** Somebody who keeps drafts by a token. */
export const draftsOf = (server: Server, token: string) => {
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
  const send = (method: string, path: string, body?: unknown, more: Record<string, string> = {}) =>
    server.send(method, path, { ...headers, ...more }, body);
  const at = (id: string) => `/api/drafts/${id}`;
  const read = async (id: string): Promise<KeptDraft> => server.read(at(id), headers);
  return {
    send,
    /** Keeps a new draft, and answers with it. */
    keep: async (content: object, id = randomUUID()): Promise<KeptDraft> => {
      const answer = await send("PUT", at(id), { story: "story", ...content }, { "If-None-Match": "*" });
      if (answer.status !== 201) throw new Error(`This was to be kept: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as KeptDraft;
    },
    /** Keeps other words in a draft, at the revision that is known, or at any. */
    change: (id: string, content: object, revision?: number) =>
      send("PUT", at(id), { story: "story", ...content }, revision === undefined ? {} : { "If-Match": `"${revision}"` }),
    order: (id: string, order: object, revision?: number) =>
      send("PUT", `${at(id)}/state`, order, revision === undefined ? {} : { "If-Match": `"${revision}"` }),
    read,
    ask: (id: string) => send("GET", at(id)),
    drop: (id: string) => send("DELETE", at(id)),
    list: async (query = ""): Promise<KeptDraft[]> =>
      (await server.read<{ drafts: KeptDraft[] }>(`/api/drafts${query}`, headers)).drafts,
  };
};

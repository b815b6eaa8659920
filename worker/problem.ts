/** The one place where an outcome becomes an answer of RFC 9457. */
import type { Context } from "hono";
import type { Refusal } from "../events/define.ts";
import type { Fault } from "../events/parse.ts";
import type { App } from "./env.ts";

/** Every problem type: its status, its title, and the page that explains it. */
export const problems = {
  "malformed-request": {
    status: 400,
    title: "The request could not be read",
    explanation:
      "The body is not JSON in UTF-8 (RFC 8259), or a header is not of its syntax. Nothing was recorded. Mend the request and send it again.",
  },
  unauthorized: {
    status: 401,
    title: "Only editors may write",
    explanation:
      "The request had no token, or one that is not known or no longer valid. Send `Authorization: Bearer` and your token. Whoever runs this deployment gives tokens out, by `npm run editor`.",
  },
  forbidden: {
    status: 403,
    title: "This is not yours to do",
    explanation: "Your token is good, but it does not allow this.",
  },
  "not-found": {
    status: 404,
    title: "There is nothing here",
    explanation: "No story, version or page stands at this address. Check its spelling; stories are listed at `/api/stories`.",
  },
  "method-not-allowed": {
    status: 405,
    title: "This address does not take that method",
    explanation: "The `Allow` header lists the methods that it takes.",
  },
  refused: {
    status: 409,
    title: "The story's rules do not admit this",
    explanation:
      "The event contradicts the story as it stands where the event happened: an offer that does not exist, an answer to what is no longer open, a party that nobody introduced. `code` names the rule, `detail` says it in a sentence, `version` the event that would be left hanging. Nothing was recorded.",
  },
  "version-mismatch": {
    status: 412,
    title: "The story has moved on",
    explanation:
      "You asked to write at one version of the story, and it stands at another: somebody else has posted. `version` is the current one. Read what is new, and post again if it still holds.",
  },
  "too-large": {
    status: 413,
    title: "This is too large",
    explanation: "An event may have 64 KiB of JSON, a request 1 MiB. Nothing was recorded.",
  },
  "unsupported-media-type": {
    status: 415,
    title: "This is not JSON",
    explanation: "Events are posted as `Content-Type: application/json`, in UTF-8 and not compressed.",
  },
  invalid: {
    status: 422,
    title: "Some fields are not right",
    explanation:
      "The request was read, and some of its fields are not what they have to be. `errors` lists all of them, each with a pointer (RFC 6901) and a sentence. Nothing was recorded.",
  },
  "key-reused": {
    status: 422,
    title: "This key was used for another request",
    explanation:
      "An `Idempotency-Key` stands for one request: with it, the same request can be sent again and is recorded once. This key came with another body or for another story before. Take a new key for a new request.",
  },
  "too-many-requests": {
    status: 429,
    title: "Too many requests",
    explanation: "Wait as many seconds as `Retry-After` says, and send the request again.",
  },
  internal: {
    status: 500,
    title: "Something went wrong here",
    explanation:
      "This is a fault of ours. Events sent with an `Idempotency-Key` can be sent again: they are recorded once. Quote `instance` when you report it.",
  },
  unavailable: {
    status: 503,
    title: "The log cannot be reached",
    explanation:
      "The database did not answer, or too many wrote to this story at once. Nobody knows then whether a write was carried out: send the same request with the same `Idempotency-Key` again, after as many seconds as `Retry-After` says, and it is recorded once.",
  },
} as const satisfies Record<string, { status: number; title: string; explanation: string }>;

export type ProblemType = keyof typeof problems;

/** What a problem says beyond its type. */
export type ProblemDetails = {
  detail: string;
  errors?: Fault[];
  code?: string;
  version?: number;
  headers?: Record<string, string>;
};

/** The address of the page that explains a problem type. */
export const problemPath = (type: ProblemType): string => `/problems/${type}`;

/** Answers with a problem. */
export const problem = (c: Context<App>, type: ProblemType, { headers = {}, ...details }: ProblemDetails): Response => {
  const { status, title } = problems[type];
  const body = {
    type: new URL(problemPath(type), c.req.url).href,
    title,
    status,
    ...details,
    instance: `urn:uuid:${c.var.requestId}`,
  };
  const answer = c.body(JSON.stringify(body), status, {
    "Content-Type": "application/problem+json",
    "Cache-Control": "no-store",
  });
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
  return answer;
};

/** Fields at fault. */
export const invalid = (c: Context<App>, faults: readonly Fault[]): Response =>
  problem(c, "invalid", { detail: sentenceOf(faults), errors: [...faults] });

const sentenceOf = ([first, ...rest]: readonly Fault[]): string => {
  if (!first) return "Some fields are not right.";
  const more = rest.length === 0 ? "" : ` And ${rest.length} more: see errors.`;
  return `${first.pointer === "" ? "The body" : first.pointer} ${first.detail}.${more}`;
};

/** The rules' refusal of one of the events that were posted; `prefix` points to it. */
export const refused = (c: Context<App>, refusals: readonly Refusal[], prefix: string): Response => {
  const [first] = refusals;
  if (!first) throw new Error("A refusal without a reason");
  const errors = refusals.flatMap(({ pointer, detail }) => (pointer === undefined ? [] : { pointer: prefix + pointer, detail }));
  const { code, detail, version } = first;
  return problem(c, "refused", {
    code,
    detail,
    ...(version === undefined ? {} : { version }),
    ...(errors.length > 0 ? { errors } : {}),
  });
};

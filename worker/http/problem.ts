/** The one place where an outcome becomes an answer of RFC 9457. */
import type { Context } from "hono";
import type { Refusal } from "../../events/define.ts";
import type { Fault } from "../../events/parse.ts";
import type { App } from "../env.ts";

/** Every problem type: its status and its title. `pages/words/texts/` says what each means. */
export const problems = {
  "malformed-request": { status: 400, title: "The request could not be read" },
  unauthorized: { status: 401, title: "Only editors may write" },
  forbidden: { status: 403, title: "This is not yours to do" },
  "not-found": { status: 404, title: "There is nothing here" },
  "taken-down": { status: 410, title: "This was taken down" },
  "method-not-allowed": { status: 405, title: "This address does not take that method" },
  refused: { status: 409, title: "The rules do not admit this" },
  "version-mismatch": { status: 412, title: "The story has moved on" },
  "too-large": { status: 413, title: "This is too large" },
  "unsupported-media-type": { status: 415, title: "This type is not taken here" },
  invalid: { status: 422, title: "Some fields are not right" },
  unreadable: { status: 500, title: "This story cannot be read" },
  "key-reused": { status: 422, title: "This key was used for another request" },
  "too-many-requests": { status: 429, title: "Too many requests" },
  internal: { status: 500, title: "Something went wrong here" },
  "not-implemented": { status: 501, title: "Not on offer" },
  unavailable: { status: 503, title: "The log cannot be reached" },
} as const satisfies Record<string, { status: number; title: string }>;

/** The name of a problem type. */
export type ProblemType = keyof typeof problems;

/** What a problem says beyond its type. */
export type ProblemDetails = {
  detail: string;
  errors?: Fault[];
  code?: string;
  version?: number;
  /** The newest event of the story. */
  newest?: { version: number; type: string; recordedBy: string };
  headers?: Record<string, string>;
};

/** The address of the page that explains a problem type. */
export const problemPath = (type: ProblemType): string => `/problems/${type}`;

/** Answers with a problem. */
export const answerProblem = (c: Context<App>, type: ProblemType, { headers = {}, ...details }: ProblemDetails): Response => {
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
export const answerInvalid = (c: Context<App>, faults: readonly Fault[]): Response =>
  answerProblem(c, "invalid", { detail: sentenceOf(faults), errors: [...faults] });

const sentenceOf = ([first, ...rest]: readonly Fault[]): string => {
  if (!first) return "Some fields are not right.";
  const more = rest.length === 0 ? "" : ` And ${rest.length} more: see errors.`;
  return `${first.pointer === "" ? "The body" : first.pointer} ${first.detail}.${more}`;
};

/** The rules' refusal of one of the events that were posted; `prefix` points to it. */
export const answerRefused = (c: Context<App>, refusals: readonly Refusal[], prefix: string): Response => {
  const [first] = refusals;
  if (!first) throw new Error("A refusal without a reason");
  const errors = refusals.flatMap(({ pointer, detail }) => (pointer === undefined ? [] : { pointer: prefix + pointer, detail }));
  const { code, detail, version } = first;
  return answerProblem(c, "refused", {
    code,
    detail,
    ...(version === undefined ? {} : { version }),
    ...(errors.length > 0 ? { errors } : {}),
  });
};

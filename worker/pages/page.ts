/** What a page is, and how its HTML becomes an answer. */
import type { Context } from "hono";
import type { HtmlEscapedString } from "hono/utils/html";
import type { App } from "../env.ts";
import type { ProblemType, problems } from "../http/problem.ts";

/** A page, or a document for machines: where it stands, as the router writes it, and how it is answered. */
export type Page = {
  path: string;
  handle: (c: Context<App>) => Response | Promise<Response>;
  /** The scripts of other sites may read it. */
  open?: true;
};

/** What the pages are made of: raise it with any change to what they show, and readers' copies of the old ones are left aside. */
export const pageRevision = { name: "page", revision: 6 } as const;

/** A page asked for by the same path differs by these headers of the request: its addresses are of the host that it was asked for at. */
const vary = "Accept, Accept-Language, Host";

type Status = 200 | (typeof problems)[ProblemType]["status"];

/** Answers with a page in the reader's language. */
export const answerPage = async (
  c: Context<App>,
  page: HtmlEscapedString,
  headers: Record<string, string>,
  status: Status = 200,
): Promise<Response> => c.html(`<!doctype html>${page}`, status, { "Content-Language": c.var.language, Vary: vary, ...headers });

/** Answers with a page that was made, in the reader's language. */
export const answerMadePage = (c: Context<App>, page: Uint8Array<ArrayBuffer>, headers: Record<string, string>): Response =>
  c.body(page, 200, { "Content-Type": "text/html; charset=UTF-8", "Content-Language": c.var.language, Vary: vary, ...headers });

/** Answers with a document of another type than HTML, in the reader's language. */
export const answerDocument = (
  c: Context<App>,
  text: string,
  headers: Record<"Content-Type" | "Cache-Control", string> & Record<string, string>,
): Response => c.body(text, 200, { "Content-Language": c.var.language, Vary: vary, ...headers });

/** How long a page that hangs on no story may be kept. */
export const staticCacheControl = "public, max-age=300";

/** What a page of the desk is, who works at it, and how it is answered. */
import type { Context } from "hono";
import type { HtmlEscapedString } from "hono/utils/html";
import type { Language } from "../../events/tell/languages.ts";
import type { App } from "../env.ts";
import type { Role } from "../store/token.ts";
import type { DeskSection } from "./sections.ts";
import type { DeskWords } from "./words/shape.ts";

/** Who is signed in; `forgery` is the token against forgery that each form and script of theirs sends along. */
export type DeskPerson = {
  name: string;
  role: Role;
  tokenId: string;
  tokenHash: string;
  signedInAt: string;
  forgery: string;
};

/**
 * A request to the desk: its language and words, its address, and what a form has posted, of a GET nothing. `counts`: how many things wait in a
 * part of the desk, where the page knows.
 */
export type DeskVisit = {
  language: Language;
  words: DeskWords;
  url: URL;
  form: FormData;
  person?: DeskPerson | undefined;
  counts?: Partial<Record<DeskSection, number>>;
};

/** A visit by somebody who is signed in. */
export type DeskSession = DeskVisit & { person: DeskPerson };

type Answered = Response | Promise<Response>;

type Place = {
  method: "get" | "post";
  /** As the router writes it: `/desk/:story`. */
  path: string;
  /** What is posted here cannot be undone: it wants a sign-in that is less than ten minutes old. */
  recently?: true;
  /** The most that a form may have, in bytes; 1 MiB where it is not said. */
  most?: number;
};

/**
 * A page of the desk. One with a role is for those alone who are signed in and may do what that role may; what is posted to it comes from a form
 * of the desk. One without is for everybody: it is how people sign in.
 */
export type DeskPage = Place &
  (
    | { role: Role; handle: (c: Context<App>, desk: DeskSession) => Answered }
    | { role?: undefined; handle: (c: Context<App>, visit: DeskVisit) => Answered }
  );

type Status = 200 | 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 429 | 503;

/** Answers with a page of the desk, in its language. Nobody keeps it: every address of the desk is answered so. */
export const answerDeskPage = async (
  c: Context<App>,
  page: HtmlEscapedString,
  status: Status = 200,
  headers: Record<string, string> = {},
): Promise<Response> => c.html(`<!doctype html>${page}`, status, { "Content-Language": c.var.language, ...headers });

/** Sends the browser on to another page of the desk after a form (303: it asks for that by GET). */
export const redirectInDesk = (c: Context<App>, path: string, headers: Record<string, string> = {}): Response =>
  c.body(null, 303, { Location: path, ...headers });

/** A text that a form has posted; empty where it has none. */
export const fieldOf = ({ form }: DeskVisit, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

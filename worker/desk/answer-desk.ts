/** Who may see a page of the desk, and who is shown what instead: the one way to all of them. */
import type { Context } from "hono";
import { hashOfText } from "../../events/bytes.ts";
import type { App } from "../env.ts";
import { readBodyBytes } from "../http/body.ts";
import { countFailedSignIn, countRequest } from "../http/middleware/rate-limits.ts";
import {
  forgeryTokenOf,
  isForged,
  isFromHere,
  noSessionCookie,
  recentlySignedIn,
  sessionTokenOf,
  setCookie,
  setSignedIn,
} from "../http/session.ts";
import { signIn } from "../store/sign-in.ts";
import { roleAllows } from "../store/token.ts";
import { type DeskPage, type DeskPerson, type DeskVisit, redirectInDesk } from "./desk-page.ts";
import { deskVisitOf } from "./desk-visit.ts";
import { signInPath } from "./session/next.ts";
import {
  forbiddenPage,
  forgedPage,
  sessionEndedPage,
  signInAgainPage,
  tooLargePage,
  tooManyPage,
} from "./session/turned-away.tsx";

const mostFormBytes = 1024 * 1024;

/** Answers a request to a page of the desk: with the page, or with how to get to it. */
export const answerDesk = async (c: Context<App>, page: DeskPage): Promise<Response> => {
  const form = await readForm(c, page.most ?? mostFormBytes);
  const visit = await deskVisitOf(c, form ?? new FormData());
  if (!form) return tooLargePage(c, visit);
  if (page.role === undefined) return isPosted(c) && !isFromHere(c) ? forgedPage(c, visit) : page.handle(c, visit);
  const session = sessionTokenOf(c);
  const entered = session === undefined ? undefined : await enter(c, session);
  if (!entered || session === undefined) return turnAway(c, visit, session !== undefined);
  const desk = { ...visit, person: entered };
  const seconds = await countRequest(c, "EDITOR_REQUESTS", entered.name);
  if (seconds !== undefined) return tooManyPage(c, desk, seconds);
  const shown = form.get("forgery");
  if (await isForged(c, session, typeof shown === "string" ? shown : undefined)) return forgedPage(c, desk, isFromHere(c));
  if (!roleAllows(entered.role, page.role)) return forbiddenPage(c, desk, page.role);
  if (page.recently && !recentlySignedIn(c.var)) return signInAgainPage(c, desk);
  return page.handle(c, desk);
};

const isPosted = ({ req }: Context<App>): boolean => req.method === "POST";

/** What a form has posted; undefined where that is too much. What is no form has posted nothing. */
const readForm = async (c: Context<App>, most: number): Promise<FormData | undefined> => {
  const type = c.req.header("Content-Type") ?? "";
  if (!isPosted(c) || !/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return new FormData();
  const bytes = await readBodyBytes(c, most);
  if (!bytes) return undefined;
  return new Response(bytes, { headers: { "Content-Type": type } }).formData().catch(() => new FormData());
};

/** Who is signed in by that session; undefined where nobody is any more. */
const enter = async (c: Context<App>, session: string): Promise<DeskPerson | undefined> => {
  const tokenHash = await hashOfText(session);
  const found = await signIn(c.var.d1, { tokenHash, kind: "session" });
  if (!found) return undefined;
  setSignedIn(c, found.signedIn);
  const { editor, role, tokenId, signedInAt = "" } = found.signedIn;
  return { name: editor, role, tokenId, tokenHash, signedInAt, forgery: await forgeryTokenOf(session) };
};

/** Nobody is signed in: a page asks to, and keeps what was posted. */
const turnAway = async (c: Context<App>, visit: DeskVisit, hadSession: boolean): Promise<Response> => {
  const seconds = hadSession ? await countFailedSignIn(c) : undefined;
  if (seconds !== undefined) return tooManyPage(c, visit, seconds);
  if (isPosted(c) && !isFromHere(c)) return forgedPage(c, visit);
  if (hadSession) setCookie(c, noSessionCookie);
  return isPosted(c) ? sessionEndedPage(c, visit) : redirectInDesk(c, signInPath(visit.url));
};

/**
 * Signing in: by a link, which shows its name and a button, so that whatever looks at links before people do uses none up; or by a token that is
 * pasted. Both end in a session of their own.
 */

import type { Context } from "hono";
import { hashOfText } from "../../../events/bytes.ts";
import type { App } from "../../env.ts";
import { countFailedSignIn } from "../../http/middleware/rate-limits.ts";
import { sessionCookie, sessionTokenOf, setCookie } from "../../http/session.ts";
import { beginSession, findHolder } from "../../store/sessions.ts";
import { DeskLayout, ErrorSummary, FieldError, type FieldFault } from "../desk-layout.tsx";
import { answerDeskPage, type DeskPage, type DeskVisit, fieldOf, redirectInDesk } from "../desk-page.ts";
import { fillIn } from "../words/fill-in.ts";
import { browserOf } from "./browser-of.ts";
import { nextPath, signInAddress } from "./next.ts";
import { tooManyPage } from "./turned-away.tsx";

/** What a link's code or a token may look like. */
const secret = /^[\w.~+/=-]{1,200}$/;

/** How the first link is made: for whom, and on this machine where `--remote` is left out. */
const command = 'npm run editor -- link --name "Ada Lovelace" --role publisher --remote';

const show = async (c: Context<App>, visit: DeskVisit): Promise<Response> => {
  const code = c.req.query("code");
  if (code === undefined) return answerDeskPage(c, <SignIn visit={visit} />);
  const holder = secret.test(code) ? await findHolder(c.var.d1, code, "link") : undefined;
  if (holder) return answerDeskPage(c, <ByLink visit={visit} code={code} name={holder.editor} />);
  return refuse(c, visit, <SignIn visit={visit} used />);
};

const take = async (c: Context<App>, visit: DeskVisit): Promise<Response> => {
  const code = fieldOf(visit, "code");
  const token = fieldOf(visit, "token").trim();
  const by = code === "" ? token : code;
  if (by === "") return answerDeskPage(c, <SignIn visit={visit} fault={visit.words.signIn.missing} />, 422);
  const leaving = sessionTokenOf(c);
  const session = secret.test(by)
    ? await beginSession(c.var.d1, {
        by,
        kind: code === "" ? "token" : "link",
        label: browserOf(c.req.header("User-Agent") ?? ""),
        leaving: leaving && (await hashOfText(leaving)),
      })
    : undefined;
  if (session === undefined)
    return refuse(
      c,
      visit,
      code === "" ? <SignIn visit={visit} fault={visit.words.signIn.wrong} /> : <SignIn visit={visit} used />,
    );
  setCookie(c, sessionCookie(session));
  return redirectInDesk(c, nextPath(fieldOf(visit, "next"), visit.url));
};

/** Nobody is let in by it: that is counted against the address that it came from. */
const refuse = async (c: Context<App>, visit: DeskVisit, page: ReturnType<typeof SignIn>): Promise<Response> => {
  const seconds = await countFailedSignIn(c);
  return seconds === undefined ? answerDeskPage(c, page, 403) : tooManyPage(c, visit, seconds);
};

const Next = ({ visit: { url } }: { visit: DeskVisit }) => (
  <input type="hidden" name="next" value={nextPath(url.searchParams.get("next"), url)} />
);

const ByLink = ({ visit, code, name }: { visit: DeskVisit; code: string; name: string }) => {
  const { signIn } = visit.words;
  return (
    <DeskLayout visit={visit} title={signIn.title}>
      <h1>{signIn.title}</h1>
      <p class="desk-lead">{signIn.asText}</p>
      <form method="post" action={signInAddress} class="desk-form">
        <input type="hidden" name="code" value={code} />
        <Next visit={visit} />
        <button type="submit" dir="auto">
          {fillIn(signIn.as, { name })}
        </button>
      </form>
    </DeskLayout>
  );
};

const SignIn = ({ visit, fault, used = false }: { visit: DeskVisit; fault?: string; used?: boolean }) => {
  const { signIn } = visit.words;
  const faults: FieldFault[] = fault === undefined ? [] : [{ field: "token", text: fault }];
  const isAgain = visit.url.searchParams.has("again");
  return (
    <DeskLayout visit={visit} title={used ? signIn.usedTitle : signIn.title}>
      <ErrorSummary visit={visit} faults={faults} />
      <h1>{used ? signIn.usedTitle : isAgain ? signIn.again : signIn.title}</h1>
      <p class="desk-lead">
        {visit.url.searchParams.has("signed-out") ? <strong>{signIn.signedOut} </strong> : null}
        {used ? signIn.used : isAgain ? signIn.againText : signIn.lead}
      </p>
      <div class="desk-lead">
        <p>{signIn.how}</p>
        <pre>
          <code>{command}</code>
        </pre>
      </div>
      <form method="post" action={signInAddress} class="desk-form">
        <Next visit={visit} />
        <label for="token">{signIn.token}</label>
        <p class="field-help" id="token-help">
          {signIn.tokenHelp}
        </p>
        <FieldError field="token" faults={faults} />
        <input
          id="token"
          name="token"
          type="password"
          autocomplete="current-password"
          required
          aria-describedby={fault === undefined ? "token-help" : "token-error token-help"}
          aria-invalid={fault === undefined ? undefined : "true"}
        />
        <button type="submit">{signIn.button}</button>
      </form>
    </DeskLayout>
  );
};

/** The page at `/desk/sign-in`, and its forms. */
export const signInPages: readonly DeskPage[] = [
  { method: "get", path: signInAddress, handle: show },
  { method: "post", path: signInAddress, handle: take },
];

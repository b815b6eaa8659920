/** What somebody is shown who may not do what they asked for: why, and how to go on. Nothing that was typed is lost. */
import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { App } from "../../env.ts";
import type { Role } from "../../store/token.ts";
import { DeskLayout, ForgeryField } from "../desk-layout.tsx";
import { answerDeskPage, type DeskSession, type DeskVisit } from "../desk-page.ts";
import { fillIn } from "../words/fill-in.ts";
import { signInAddress } from "./next.ts";

const Notice = ({ visit, title, text, children }: { visit: DeskVisit; title: string; text: string; children?: Child }) => (
  <DeskLayout visit={visit} title={title}>
    <h1>{title}</h1>
    <p class="desk-lead">{text}</p>
    {children}
  </DeskLayout>
);

/** What was posted, to be looked at, copied and sent again; files do not come back. */
const Posted = ({ visit }: { visit: DeskVisit }) => {
  const { form, words, person, url } = visit;
  const texts = [...form].flatMap(([name, value]) =>
    typeof value === "string" && name !== "forgery" ? [[name, value] as const] : [],
  );
  return (
    <form method="post" action={url.pathname + url.search} class="desk-form">
      {person ? <ForgeryField person={person} /> : null}
      {texts.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <dl class="desk-posted">
        {texts.map(([name, value]) =>
          value === "" ? null : (
            <div>
              <dt>{name}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ),
        )}
      </dl>
      <button type="submit">{words.turnedAway.sendAgain}</button>
    </form>
  );
};

/** The session ended while something was written: it is kept on the page, to be sent once its writer is signed in again. */
export const sessionEndedPage = (c: Context<App>, visit: DeskVisit): Promise<Response> => {
  const { ended, signInHere } = visit.words.turnedAway;
  const page = (
    <Notice visit={visit} title={ended.title} text={ended.text}>
      <SignInElsewhere text={signInHere} />
      <Posted visit={visit} />
    </Notice>
  );
  return answerDeskPage(c, page, 401, { "WWW-Authenticate": 'Bearer realm="riposte"' });
};

/** What was asked for cannot be undone, and wants a fresh sign-in. What was posted is kept on the page meanwhile. */
export const signInAgainPage = (c: Context<App>, desk: DeskSession): Promise<Response> => {
  const { signIn, turnedAway } = desk.words;
  const page = (
    <Notice visit={desk} title={signIn.again} text={signIn.againText}>
      <SignInElsewhere text={turnedAway.signInHere} />
      <Posted visit={desk} />
    </Notice>
  );
  return answerDeskPage(c, page, 403);
};

const SignInElsewhere = ({ text }: { text: string }) => (
  <p>
    <a href={`${signInAddress}?again`} target="_blank" rel="noopener">
      {text}
    </a>
  </p>
);

/** Nothing shows that a form of the desk was sent. Where it comes from this origin, its writer may look at it and send it. */
export const forgedPage = (c: Context<App>, visit: DeskVisit, isFromHere = false): Promise<Response> => {
  const { forged, reopened } = visit.words.turnedAway;
  const { title, text } = isFromHere ? reopened : forged;
  const page = (
    <Notice visit={visit} title={title} text={text}>
      {isFromHere && visit.person ? <Posted visit={visit} /> : null}
    </Notice>
  );
  return answerDeskPage(c, page, 403);
};

/** The page is another role's. */
export const forbiddenPage = (c: Context<App>, desk: DeskSession, role: Role): Promise<Response> => {
  const { forbidden } = desk.words.turnedAway;
  const { roles } = desk.words;
  const text = fillIn(forbidden.text, { wanted: roles[role].name, own: roles[desk.person.role].name });
  return answerDeskPage(c, <Notice visit={desk} title={forbidden.title} text={text} />, 403);
};

/** There were too many. */
export const tooManyPage = (c: Context<App>, visit: DeskVisit, seconds: number): Promise<Response> => {
  const { title, text } = visit.words.turnedAway.tooMany;
  const page = <Notice visit={visit} title={title} text={fillIn(text, { seconds })} />;
  return answerDeskPage(c, page, 429, { "Retry-After": String(seconds) });
};

/** More was posted than the page takes. */
export const tooLargePage = (c: Context<App>, visit: DeskVisit): Promise<Response> => {
  const { title, text } = visit.words.turnedAway.tooLarge;
  return answerDeskPage(c, <Notice visit={visit} title={title} text={text} />, 413);
};

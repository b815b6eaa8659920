/** Somebody at the desk, without a browser: what one sends along that has signed in, and what another site's page would. */
import { hashOfText } from "../../events/bytes.ts";
import type { Server } from "./server.ts";

type Headers = Record<string, string>;

/** What a browser says of a request from a page of the desk. */
export const fromHere = ({ url }: Server): Headers => ({ Origin: url.origin, "Sec-Fetch-Site": "same-origin" });

/** The cookies that an answer sets, each as it stands. */
export const cookiesOf = (answer: Response): string[] => answer.headers.getSetCookie();

/** The value of the session's cookie that an answer sets; undefined where it sets none. */
export const sessionIn = (answer: Response): string | undefined =>
  cookiesOf(answer)
    .map((cookie) => /^__Host-riposte=([^;]*);/.exec(cookie)?.[1])
    .find((value) => value !== undefined);

/** Posts a form without following where the answer leads. */
export const postForm = (server: Server, path: string, fields: Headers, headers: Headers = fromHere(server)) =>
  fetch(new URL(path, server.url), { method: "POST", redirect: "manual", headers, body: new URLSearchParams(fields) });

/** Asks for a page without following where the answer leads. */
export const ask = (server: Server, path: string, headers: Headers = {}) =>
  fetch(new URL(path, server.url), { redirect: "manual", headers });

/** Signs in by a token, and answers with the session. */
export const signInBy = async (server: Server, token: string): Promise<string> => {
  const session = sessionIn(await postForm(server, "/desk/sign-in", { token }));
  if (!session) throw new Error("This was to sign in");
  return session;
};

/** The token against forgery that goes with a session. */
export const forgeryOf = async (session: string): Promise<string> =>
  Buffer.from(await hashOfText(`forgery${session}`), "hex").toString("base64url");

/** Somebody who has signed in by a token: pages that they ask for, forms and events that they post. */
export const sitAtDesk = async (server: Server, token: string) => {
  const session = await signInBy(server, token);
  const [cookie, forgery] = [`__Host-riposte=${session}`, await forgeryOf(session)];
  return {
    session,
    cookie,
    forgery,
    ask: (path: string, headers: Headers = {}) => ask(server, path, { Cookie: cookie, ...headers }),
    /** Posts a form of the desk; `fields` and `headers` may say otherwise than it would. */
    post: (path: string, fields: Headers = {}, headers: Headers = fromHere(server)) =>
      postForm(server, path, { forgery, ...fields }, { Cookie: cookie, ...headers }),
    /** Posts to the API as a script of the desk does. */
    send: (
      method: string,
      path: string,
      body?: unknown,
      headers: Headers = { ...fromHere(server), "X-Riposte-Forgery": forgery },
    ) => server.send(method, path, { Cookie: cookie, "Content-Type": "application/json", ...headers }, body),
  };
};

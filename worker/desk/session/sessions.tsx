/** Where somebody is signed in, for themselves: what they do not know they can end. */
import type { Context } from "hono";
import type { App } from "../../env.ts";
import { listTokens, revokeToken } from "../../store/editors.ts";
import { endOtherSessions } from "../../store/sessions.ts";
import { DeskLayout, ForgeryField } from "../desk-layout.tsx";
import { answerDeskPage, type DeskPage, type DeskSession, fieldOf, redirectInDesk } from "../desk-page.ts";
import { AccessTable, isGoodAt } from "../people/access-table.tsx";
import { fillIn } from "../words/fill-in.ts";

const address = "/desk/sessions";

const ownTokens = async (c: Context<App>, { person }: DeskSession) => {
  const now = new Date().toISOString();
  return (await listTokens(c.var.d1)).filter((token) => token.editor === person.name && isGoodAt(token, now));
};

const show = async (c: Context<App>, desk: DeskSession): Promise<Response> => {
  const { sessions } = desk.words;
  const page = (
    <DeskLayout visit={desk} title={sessions.title}>
      <h1>{sessions.title}</h1>
      {desk.url.searchParams.has("ended") ? (
        <p class="desk-done" role="status">
          {sessions.ended}
        </p>
      ) : null}
      <p class="desk-lead">{sessions.lead}</p>
      <AccessTable
        desk={desk}
        caption={sessions.title}
        tokens={await ownTokens(c, desk)}
        ending={{ action: address, button: sessions.end, spoken: (what) => fillIn(sessions.endWhat, { what }) }}
      />
      <form method="post" action={address}>
        <ForgeryField person={desk.person} />
        <button type="submit" name="others" value="all">
          {sessions.endOthers}
        </button>
      </form>
    </DeskLayout>
  );
  return answerDeskPage(c, page);
};

/** Ends one that is their own, or all sessions but this; what is somebody else's, or gone, is left as it is. */
const end = async (c: Context<App>, desk: DeskSession): Promise<Response> => {
  const { name, tokenHash, tokenId } = desk.person;
  if (fieldOf(desk, "others") === "all") await endOtherSessions(c.var.d1, { editor: name, tokenHash });
  else {
    const id = fieldOf(desk, "id");
    const isOwn = id !== tokenId && (await ownTokens(c, desk)).some((token) => token.id === id);
    if (!isOwn) return redirectInDesk(c, address);
    await revokeToken(c.var.d1, id);
  }
  return redirectInDesk(c, `${address}?ended`);
};

/** The page at `/desk/sessions`, and its forms. */
export const sessionsPages: readonly DeskPage[] = [
  { method: "get", path: address, role: "contributor", handle: show },
  { method: "post", path: address, role: "contributor", handle: end },
];

/** Who may work at the desk: publishers invite, change roles, revoke, and see what each has recorded. */
import type { Context } from "hono";
import type { App } from "../env.ts";
import { changeRole, listTokens, revokeToken } from "../store/editors.ts";
import { addLink } from "../store/sessions.ts";
import { type ListedToken, type Role, roles, tokenHolder, tokenId } from "../store/token.ts";
import { DeskLayout, ErrorSummary, type FieldFault } from "./desk-layout.tsx";
import { answerDeskPage, type DeskPage, type DeskSession, fieldOf, redirectInDesk } from "./desk-page.ts";
import { isGoodAt } from "./people/access-table.tsx";
import { peopleAddress } from "./people/address.ts";
import { didPage } from "./people/did.tsx";
import { Invitation, InviteForm } from "./people/invite.tsx";
import { Person, type PersonShown } from "./people/person.tsx";

const show = async (c: Context<App>, desk: DeskSession, faults: readonly FieldFault[] = []): Promise<Response> => {
  const { people } = desk.words;
  const done = desk.url.searchParams.get("done");
  const page = (
    <DeskLayout visit={desk} title={people.title}>
      <ErrorSummary visit={desk} faults={faults} />
      <h1>{people.title}</h1>
      {done === "role" || done === "revoked" ? (
        <p class="desk-done" role="status">
          {people.done[done]}
        </p>
      ) : null}
      <p class="desk-lead">{people.lead}</p>
      <InviteForm desk={desk} faults={faults} />
      {peopleOf(await listTokens(c.var.d1)).map((person) => (
        <Person desk={desk} person={person} />
      ))}
    </DeskLayout>
  );
  return answerDeskPage(c, page, faults.length > 0 ? 422 : 200);
};

/** The tokens by whose they are, who may do most first, and those who may do nothing any more last. */
const peopleOf = (tokens: readonly ListedToken[]): PersonShown[] => {
  const now = new Date().toISOString();
  return [...Map.groupBy(tokens, ({ editor }) => editor)]
    .map(([name, all]) => {
      const good = all.filter((token) => isGoodAt(token, now));
      const role = roles.findLast((one) => good.some((token) => token.role === one));
      const lastSignedIn = all
        .flatMap(({ signedInAt }) => signedInAt ?? [])
        .sort()
        .at(-1);
      return { name, good, role, lastSignedIn };
    })
    .sort((a, b) => rankOf(b.role) - rankOf(a.role) || a.name.localeCompare(b.name));
};

const rankOf = (role: Role | undefined): number => (role === undefined ? -1 : roles.indexOf(role));

const invite = async (c: Context<App>, desk: DeskSession): Promise<Response> => {
  const { faults } = desk.words.people;
  const parsed = tokenHolder.safeParse({ editor: fieldOf(desk, "name").trim().normalize("NFC"), role: fieldOf(desk, "role") });
  if (!parsed.success) {
    const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]));
    return show(c, desk, [
      ...(wrong.has("editor") ? [{ field: "name", text: faults.name }] : []),
      ...(wrong.has("role") ? [{ field: "role", text: faults.role }] : []),
    ]);
  }
  const code = await addLink(c.var.d1, parsed.data);
  const link = new URL(`/desk/sign-in?${new URLSearchParams({ code })}`, desk.url).href;
  return answerDeskPage(c, <Invitation desk={desk} name={parsed.data.editor} link={link} />);
};

const setRole = async (c: Context<App>, desk: DeskSession): Promise<Response> => {
  const { faults, own } = desk.words.people;
  const name = fieldOf(desk, "name");
  const role = roles.find((one) => one === fieldOf(desk, "role"));
  if (name === desk.person.name) return show(c, desk, [{ field: "content", text: own }]);
  if (!role) return show(c, desk, [{ field: "content", text: faults.role }]);
  if (!(await changeRole(c.var.d1, name, role))) return show(c, desk, [{ field: "content", text: faults.noPerson }]);
  return redirectInDesk(c, `${peopleAddress}?done=role`);
};

/** Revokes what somebody has access by; the session that is being used is signed out of instead. */
const revoke = async (c: Context<App>, desk: DeskSession): Promise<Response> => {
  const id = fieldOf(desk, "id");
  const isRevoked = tokenId.safeParse(id).success && id !== desk.person.tokenId && (await revokeToken(c.var.d1, id));
  return redirectInDesk(c, isRevoked ? `${peopleAddress}?done=revoked` : peopleAddress);
};

/** The page at `/desk/people`, its forms, and the page of what somebody recorded. */
export const peoplePages: readonly DeskPage[] = [
  { method: "get", path: peopleAddress, role: "publisher", handle: (c, desk) => show(c, desk) },
  { method: "post", path: `${peopleAddress}/invite`, role: "publisher", recently: true, handle: invite },
  { method: "post", path: `${peopleAddress}/role`, role: "publisher", recently: true, handle: setRole },
  { method: "post", path: `${peopleAddress}/revoke`, role: "publisher", handle: revoke },
  didPage,
];

/** By what somebody has access, and how that is ended. */
import type { ListedToken } from "../../store/token.ts";
import { ForgeryField } from "../desk-layout.tsx";
import type { DeskSession } from "../desk-page.ts";
import { DeskTime } from "../desk-time.tsx";

/** Whether a token is good at that instant. */
export const isGoodAt = ({ revokedAt, expiresAt }: ListedToken, now: string): boolean =>
  revokedAt === undefined && (expiresAt === undefined || expiresAt > now);

/** What a token is called: a session by its browser. */
const nameOfAccess = ({ words }: DeskSession, { kind, label }: ListedToken): string =>
  kind === "session" ? `${words.people.kinds.session} · ${label || words.sessions.unknown}` : words.people.kinds[kind];

type Ending = {
  /** The form that ends one, and what its button says. */
  action: string;
  button: string;
  spoken: (what: string) => string;
};

/** Somebody's tokens, sessions and links in a table; each but the session that is being used can be ended. */
export const AccessTable = ({
  desk,
  caption,
  tokens,
  ending,
}: {
  desk: DeskSession;
  caption: string;
  tokens: readonly ListedToken[];
  ending: Ending;
}) => {
  const { people, sessions, roles, colon } = desk.words;
  return (
    <div class="desk-table">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{people.kind}</th>
            <th scope="col">{people.role}</th>
            <th scope="col">{people.since}</th>
            <th scope="col">{people.until}</th>
            <th scope="col">{ending.button}</th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <tr>
              <th scope="row">{nameOfAccess(desk, token)}</th>
              <td data-name={people.role + colon}>{roles[token.role].name}</td>
              <td data-name={people.since + colon}>
                <DeskTime visit={desk} at={token.signedInAt ?? token.addedAt} />
              </td>
              <td data-name={people.until + colon}>
                {token.expiresAt === undefined ? people.noEnd : <DeskTime visit={desk} at={token.expiresAt} />}
              </td>
              <td>
                {token.id === desk.person.tokenId ? (
                  sessions.this
                ) : (
                  <form method="post" action={ending.action}>
                    <ForgeryField person={desk.person} />
                    <input type="hidden" name="id" value={token.id} />
                    <button type="submit" class="quiet" aria-label={ending.spoken(nameOfAccess(desk, token))}>
                      {ending.button}
                    </button>
                  </form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

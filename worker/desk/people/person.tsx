/** One person on the page of people: their role, by what they have access, and when they last signed in. */
import { type ListedToken, type Role, roles } from "../../store/token.ts";
import { ForgeryField } from "../desk-layout.tsx";
import type { DeskSession } from "../desk-page.ts";
import { DeskTime } from "../desk-time.tsx";
import { fillIn } from "../words/fill-in.ts";
import { AccessTable } from "./access-table.tsx";
import { peopleAddress } from "./address.ts";

/** Somebody, by what is good of theirs; `role`: the highest that they have by it, none where nothing is good any more. */
export type PersonShown = {
  name: string;
  good: readonly ListedToken[];
  role: Role | undefined;
  lastSignedIn: string | undefined;
};

/** A person. */
export const Person = ({ desk, person }: { desk: DeskSession; person: PersonShown }) => {
  const { people, roles: names } = desk.words;
  const { name, good, role, lastSignedIn } = person;
  return (
    <section class="desk-card">
      <h2>
        <bdi>{name}</bdi>
      </h2>
      <p class="aside">
        {role === undefined ? people.gone : names[role].name}
        {" · "}
        {lastSignedIn === undefined ? (
          people.never
        ) : (
          <>
            {people.lastSignedIn} <DeskTime visit={desk} at={lastSignedIn} />
          </>
        )}
        {" · "}
        <a href={`${peopleAddress}/did?${new URLSearchParams({ name })}`}>{people.did}</a>
      </p>
      {role === undefined || name === desk.person.name ? null : <RoleForm desk={desk} name={name} role={role} />}
      {good.length === 0 ? null : (
        <AccessTable
          desk={desk}
          caption={fillIn(people.access, { name })}
          tokens={good}
          ending={{
            action: `${peopleAddress}/revoke`,
            button: people.revoke,
            spoken: (what) => fillIn(people.revokeWhat, { what, name }),
          }}
        />
      )}
    </section>
  );
};

const RoleForm = ({ desk, name, role }: { desk: DeskSession; name: string; role: Role }) => {
  const { people, roles: names } = desk.words;
  return (
    <form method="post" action={`${peopleAddress}/role`} class="desk-inline">
      <ForgeryField person={desk.person} />
      <input type="hidden" name="name" value={name} />
      <select name="role" aria-label={fillIn(people.roleOf, { name })}>
        {roles.map((one) => (
          <option value={one} selected={one === role}>
            {names[one].name}
          </option>
        ))}
      </select>
      <button type="submit" class="quiet">
        {people.change}
      </button>
    </form>
  );
};

/** Inviting somebody: a form, and the link that it makes, shown once. */
import { roles } from "../../store/token.ts";
import { DeskLayout, FieldError, type FieldFault, ForgeryField } from "../desk-layout.tsx";
import { type DeskSession, fieldOf } from "../desk-page.ts";
import { fillIn } from "../words/fill-in.ts";
import { peopleAddress } from "./address.ts";

/** The form that invites, with what was typed where it was wrong. */
export const InviteForm = ({ desk, faults }: { desk: DeskSession; faults: readonly FieldFault[] }) => {
  const { people, roles: names } = desk.words;
  const isWrong = (field: string): boolean => faults.some((fault) => fault.field === field);
  const typed = faults.length > 0 ? fieldOf(desk, "role") : "";
  return (
    <form method="post" action={`${peopleAddress}/invite`} class="desk-form" aria-labelledby="invite">
      <h2 id="invite">{people.invite}</h2>
      <ForgeryField person={desk.person} />
      <label for="name">{people.name}</label>
      <p class="field-help" id="name-help">
        {people.nameHelp}
      </p>
      <FieldError field="name" faults={faults} />
      <input
        id="name"
        name="name"
        required
        maxlength={80}
        autocomplete="off"
        dir="auto"
        value={isWrong("name") || isWrong("role") ? fieldOf(desk, "name") : ""}
        aria-describedby={isWrong("name") ? "name-error name-help" : "name-help"}
        aria-invalid={isWrong("name") ? "true" : undefined}
      />
      <label for="role">{people.role}</label>
      <FieldError field="role" faults={faults} />
      <select id="role" name="role" aria-describedby={isWrong("role") ? "role-error" : undefined}>
        {roles.map((role) => (
          <option value={role} selected={role === (typed || "editor")}>
            {names[role].name + desk.words.colon + names[role].may}
          </option>
        ))}
      </select>
      <button type="submit">{people.makeLink}</button>
    </form>
  );
};

/** The link that was made: nobody is shown it again. */
export const Invitation = ({ desk, name, link }: { desk: DeskSession; name: string; link: string }) => {
  const { people } = desk.words;
  return (
    <DeskLayout visit={desk} title={fillIn(people.linkTitle, { name })}>
      <h1 dir="auto">{fillIn(people.linkTitle, { name })}</h1>
      <p class="desk-lead">{people.linkText}</p>
      <div class="desk-form">
        <label for="link">{people.link}</label>
        <input id="link" readonly value={link} autocomplete="off" />
      </div>
      <p>
        <a href={peopleAddress}>{people.back}</a>
      </p>
    </DeskLayout>
  );
};

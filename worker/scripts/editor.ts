/** `npm run editor -- add NAME [--publisher] [--expires DAY] | link --name NAME [--role ROLE] [--url URL] | list | revoke ID [--remote]`: who may write. */
import { parseArgs } from "node:util";
import { newToken, type Role, roles } from "../store/token.ts";
import { addLink, addToken, listTokens, revokeToken } from "./tokens.ts";

const usage = `Usage:
  npm run editor -- add NAME      lets NAME write, and prints a token: once
      --publisher                 lets NAME take events down and manage editors too
      --expires 2026-12-31        until the end of that day (UTC), or until an instant such as 2026-12-31T18:00:00+01:00
  npm run editor -- link --name NAME   prints a link by which NAME signs in at the desk: once, for a day
      --role contributor          as contributor, editor or publisher; an editor where it is not said
      --url https://riposte.example   where the desk is, if not on this machine
  npm run editor -- list          every token's id, editor and role, and when it was added, expires or was revoked
  npm run editor -- revoke ID     the token of that id is good no more
With --remote, in the deployment's database; else in this machine's.`;

const options = {
  remote: { type: "boolean", default: false },
  publisher: { type: "boolean", default: false },
  expires: { type: "string" },
  name: { type: "string" },
  role: { type: "string", default: "editor" },
  url: { type: "string", default: `http://127.0.0.1:${process.env.PORT ?? 8787}` },
} as const;

/** A day's last millisecond; an instant as it is. */
const endOf = (expires: string): string => (/^[\d-]{10}$/.test(expires) ? `${expires}T23:59:59.999Z` : expires);

const roleNamed = (name: string): Role => {
  const role = roles.find((one) => one === name);
  if (!role) throw new Error(`There is no role “${name}”: it is one of ${roles.join(", ")}.`);
  return role;
};

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const [command, ...rest] = positionals;
  const place = values.remote ? "remote" : "local";
  const argument = rest.join(" ");
  if (command === "add" && argument !== "") {
    const role = values.publisher ? "publisher" : "editor";
    const expiry = values.expires === undefined ? {} : { expiresAt: endOf(values.expires) };
    const token = newToken();
    await addToken(place, token, { editor: argument, role, ...expiry });
    console.log(`Editor token: ${token}\nIt is shown this once. Only its hash is kept.`);
  } else if (command === "link" && values.name !== undefined && argument === "") {
    const link = await addLink(place, values.url, { editor: values.name, role: roleNamed(values.role) });
    console.log(`Desk: ${link}\nIt can be signed in by once, for a day.`);
  } else if (command === "list" && argument === "") {
    for (const { id, editor, role, kind, addedAt, expiresAt, revokedAt } of listTokens(place))
      console.log(
        `${id}  ${editor}  ${role}${kind === "token" ? "" : `  ${kind}`}  added ${addedAt}${expiresAt ? `  expires ${expiresAt}` : ""}${revokedAt ? `  revoked ${revokedAt}` : ""}`,
      );
  } else if (command === "revoke" && argument !== "") {
    if (!revokeToken(place, argument)) throw new Error(`No valid token has the id ${argument}.`);
    console.log("Revoked.");
  } else throw new Error(usage);
};

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

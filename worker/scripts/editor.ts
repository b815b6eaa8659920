/** `npm run editor -- add NAME | list | revoke ID [--remote]`: who may write. */
import { parseArgs } from "node:util";
import { addToken, listTokens, newToken, revokeToken } from "./tokens.ts";
import { migrate } from "./wrangler.ts";

const usage = `Usage:
  npm run editor -- add NAME      lets NAME write, and prints a token: once
  npm run editor -- list          every token's id, editor, and when it was added or revoked
  npm run editor -- revoke ID     the token of that id is good no more
With --remote, in the deployment's database; else in this machine's.`;

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { remote: { type: "boolean", default: false } } });
  const [command, ...rest] = positionals;
  const place = values.remote ? "remote" : "local";
  const argument = rest.join(" ");
  if (command === "add" && argument !== "") {
    if (place === "local") migrate(place);
    const token = newToken();
    await addToken(place, argument, token);
    console.log(`Editor token: ${token}\nIt is shown this once. Only its hash is kept.`);
  } else if (command === "list" && argument === "") {
    for (const { id, editor, added_at, revoked_at } of listTokens(place))
      console.log(`${id}  ${editor}  added ${added_at}${revoked_at ? `  revoked ${revoked_at}` : ""}`);
  } else if (command === "revoke" && argument !== "") {
    if (!revokeToken(place, argument)) throw new Error(`No valid token has the id ${argument}.`);
    console.log("Revoked.");
  } else throw new Error(usage);
};

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

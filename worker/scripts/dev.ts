/**
 * `npm run dev`: a local D1 with its migrations, a local editor, the sample story, and the Worker on `PORT` (8787). Its data stand under
 * `STATE` (`.wrangler/state`). Safe to run again: nothing is recorded twice. On a port that is taken it stops before it does anything: what
 * listens there is not to get the token.
 */
import { localKey } from "./keys.ts";
import { isPortFree } from "./port.ts";
import { recordSample } from "./sample.ts";
import { localToken } from "./token-file.ts";
import { addLink, addToken } from "./tokens.ts";
import { applyMigrations, startWrangler } from "./wrangler.ts";

const port = Number(process.env.PORT ?? 8787);
const url = `http://127.0.0.1:${port}`;

/** A publisher, so that a developer can try everything. */
const localEditor = { editor: "local editor", role: "publisher" } as const;

const start = async (): Promise<void> => {
  applyMigrations("local");
  const token = localToken();
  await addToken("local", token, localEditor);
  const link = await addLink("local", url, localEditor);
  const key = await localKey();

  const { server, ready } = startWrangler(port, key.file);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => server.kill(signal));
  server.on("exit", (code) => process.exit(code ?? 0));

  // Where somebody took the port meanwhile, wrangler is ready elsewhere or not at all.
  if ((await ready) !== port) {
    server.kill();
    throw new Error(`wrangler did not get port ${port}.`);
  }
  console.log(await recordSample(url, token));
  console.log(`
Stories:       ${url}/
Sample story:  ${url}/stories/musk-openai
API:           ${url}/docs
Checkpoint key: ${key.verifier}
Editor token: ${token}
Desk: ${link}
`);
};

if (!(Number.isInteger(port) && port > 0 && port < 65_536)) {
  console.error(`PORT is to be a number from 1 to 65535, not “${process.env.PORT}”.`);
  process.exit(1);
}
if (!(await isPortFree(port))) {
  console.error(
    `Address already in use: something listens on port ${port}. Stop it, or take another: PORT=${port + 1} npm run dev`,
  );
  process.exit(1);
}
await start();

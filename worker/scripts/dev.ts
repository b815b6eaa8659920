/**
 * `npm run dev`: a local D1 with its migrations, a local editor, the sample story, and the Worker on `PORT` (8787). Its data stand under
 * `STATE` (`.wrangler/state`). Safe to run again: nothing is recorded twice.
 */
import { localKey } from "./keys.ts";
import { recordSample } from "./sample.ts";
import { localToken } from "./token-file.ts";
import { addToken } from "./tokens.ts";
import { applyMigrations, startWrangler } from "./wrangler.ts";

const port = Number(process.env.PORT ?? 8787);
const url = `http://127.0.0.1:${port}`;

/** Waits until the Worker answers; false where `isOver` says that it never will. */
const answers = async (isOver: () => boolean): Promise<boolean> => {
  while (!isOver()) {
    const answer = await fetch(`${url}/health`).catch(() => undefined);
    if (answer?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
};

applyMigrations("local");
const token = localToken();
// A publisher, so that a developer can try everything.
await addToken("local", token, { editor: "local editor", role: "publisher" });
const key = await localKey();

const server = startWrangler(port, key.file);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => process.exit(code ?? 0));

if (await answers(() => server.exitCode !== null)) {
  console.log(await recordSample(url, token));
  console.log(`
Stories:       ${url}/
Sample story:  ${url}/stories/musk-openai
API:           ${url}/docs
Checkpoint key: ${key.verifier}
Editor token: ${token}
`);
}

/** Runs wrangler for the other scripts. */
import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const wrangler = join(root, "node_modules/wrangler/bin/wrangler.js");

/** Where the local D1 keeps its data. */
export const stateFolder = process.env.STATE ?? join(root, ".wrangler/state");

/** Which database is meant: this machine's, or the deployment's. */
export type DatabasePlace = "local" | "remote";

const placeFlags = (place: DatabasePlace): string[] =>
  place === "local"
    ? ["--env=", "--local", "--persist-to", stateFolder]
    : [`--env=${process.env.CLOUDFLARE_ENV ?? ""}`, "--remote"];

/** Runs wrangler to its end and answers with what it printed; throws with all of it where it failed. */
export const runWrangler = (...args: string[]): string => {
  // CI: wrangler asks nothing.
  const env = { ...process.env, CI: "true" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [wrangler, ...args], { cwd: root, encoding: "utf8", env });
  if (status !== 0) throw new Error(`wrangler ${args.slice(0, 3).join(" ")} failed:\n${stdout}${stderr}`);
  return stdout;
};

/** Applies the migrations that the database has not had. */
export const applyMigrations = (place: DatabasePlace): void => {
  runWrangler("d1", "migrations", "apply", "DB", ...placeFlags(place));
};

/** A value as a literal of SQL. */
const literal = (value: string | null): string => (value === null ? "NULL" : `'${value.replaceAll("'", "''")}'`);

/** Runs one statement of SQL, its parameters (`?1`, `?2` …) written out, and answers with its rows. */
export const queryDatabase = (place: DatabasePlace, sql: string, ...values: (string | null)[]): Record<string, unknown>[] => {
  const written = sql.replaceAll(/\?(\d+)/g, (_, number) => literal(values[number - 1] ?? null));
  const printed = runWrangler("d1", "execute", "DB", ...placeFlags(place), "--json", "--command", written);
  return JSON.parse(printed.slice(printed.indexOf("["))).at(-1)?.results ?? [];
};

/**
 * Starts `wrangler dev` on a port, with its output on this terminal. The Worker has the variables of `.dev.vars` and of `variables`, a file
 * of the same form. `ready` tells the port at which it serves, by its own account.
 */
export const startWrangler = (port: number, variables: string) => {
  // Once it is told of files, wrangler does not read its own settings from here.
  process.loadEnvFile(join(root, ".env"));
  const files = [".dev.vars", variables].flatMap((file) => ["--env-file", file]);
  const flags = ["--env=", "--port", String(port), "--persist-to", stateFolder, "--show-interactive-dev-session=false", ...files];
  const env = process.stdout.isTTY ? { ...process.env, FORCE_COLOR: "1" } : process.env;
  const server = spawn(process.execPath, [wrangler, "dev", ...flags], { cwd: root, env, stdio: ["ignore", "pipe", "inherit"] });
  const ready = new Promise<number>((resolve) => {
    let said = "";
    server.stdout.on("data", (chunk: Buffer) => {
      process.stdout.write(chunk);
      said = `${said}${chunk}`.slice(-2_000);
      const [, at] = /Ready on http:\/\/[^\s/]+:(\d+)/.exec(said) ?? [];
      if (at) resolve(Number(at));
    });
  });
  return { server, ready };
};

/** The Worker on a folder that outlives it, in a workerd that can be killed. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { unstable_splitSqlQuery as statementsOf } from "wrangler";

const root = join(import.meta.dirname, "../..");
const migrations = join(root, "worker/migrations");

/** Bundles the Worker, or another one, into a folder. */
export const bundleWorker = (folder: string, entry = "worker/index.ts"): void => {
  buildSync({
    entryPoints: [join(root, entry)],
    outfile: join(folder, "worker/index.js"),
    bundle: true,
    format: "esm",
    target: "es2024",
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    logLevel: "error",
  });
};

/** Opens what `bundleWorker` has left in a folder, with the data that stand there, and with variables of its own. */
export const openFolder = async (folder: string, variables: Record<string, string> = {}) => {
  let restarts = 0;
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      scriptPath: join(folder, "worker/index.js"),
      modulesRoot: join(folder, "worker"),
      compatibilityDate: "2026-10-01",
      d1Databases: { DB: "riposte" },
      durableObjects: { HUB: { className: "StoryHub", useSQLite: true } },
      bindings: { RATE_LIMITS: "off", ...variables },
      resourcePersistencePath: join(folder, "state"),
      unsafeHandleRuntimeRestart: () => {
        restarts += 1;
      },
    }),
  );
  const url = await miniflare.ready;
  return {
    url,
    get: (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(new URL(path, url), { headers }),
    /** How often workerd has come back. */
    restarts: () => restarts,
    /** Runs the migrations, and other statements after them. */
    prepare: async (...statements: string[]): Promise<void> => {
      const db = await miniflare.getD1Database("DB");
      const files = readdirSync(migrations).sort();
      const texts = files.flatMap((file) => statementsOf(readFileSync(join(migrations, file), "utf8")));
      for (const text of [...texts, ...statements]) await db.prepare(text).run();
    },
    /** Kills workerd, which hears nothing of it; answers whether there was one. Miniflare starts another at the same address. */
    kill: (): boolean => {
      const [pid] = runtimes();
      if (pid !== undefined) process.kill(pid, "SIGKILL");
      return pid !== undefined;
    },
    /** Closes it, and kills what should be left of it; answers whether anything was. */
    close: async (): Promise<boolean> => {
      await miniflare.dispose();
      const left = runtimes();
      for (const pid of left) process.kill(pid, "SIGKILL");
      return left.length > 0;
    },
  };
};

export type Folder = Awaited<ReturnType<typeof openFolder>>;

/** The processes of workerd that this process has started: a test file has a process of its own. */
const runtimes = (): number[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === process.pid)
    .filter((name) => readOf(`/proc/${name}/cmdline`).includes("workerd\0serve"))
    .map(Number);

/** The fourth field of `stat`: the second is a name in parentheses, which may hold anything. */
const parentOf = (pid: string): number => Number(readOf(`/proc/${pid}/stat`).split(") ").at(-1)?.split(" ")[1]);

/** The text of a file of a process; empty where the process has ended meanwhile. */
const readOf = (path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
};

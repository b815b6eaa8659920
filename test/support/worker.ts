/** The Worker as `wrangler.toml` describes it, in a Miniflare of its own: on a port, with a D1, hubs, a cache and assets that nobody shares. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { unstable_getMiniflareWorkerOptions as optionsIn, type SourcelessWorkerOptions, unstable_splitSqlQuery } from "wrangler";
import { once } from "../../events/once.ts";
import type { Bindings } from "../../worker/env.ts";

// Nothing is fetched from outside.
process.env.CLOUDFLARE_CF_FETCH_ENABLED = "false";

const root = join(import.meta.dirname, "../..");

/** An entry and all that it imports, as one module. */
const bundled = once((entry: string) => {
  const { outputFiles } = buildSync({
    entryPoints: [join(root, entry)],
    write: false,
    bundle: true,
    format: "esm",
    target: "es2024",
    logLevel: "error",
  });
  return outputFiles.map(({ text }) => text).join("");
});

const described = once(() => optionsIn(join(root, "wrangler.toml")).workerOptions);

const migrations = once(() => {
  const folder = join(root, "worker/migrations");
  return readdirSync(folder)
    .sort()
    .flatMap((file) => unstable_splitSqlQuery(readFileSync(join(folder, file), "utf8")));
});

/** In what a Worker is to differ from that of `wrangler.toml`. */
export type Setting = {
  /** The file that it begins with. */
  entry?: string;
  /** Variables and secrets, which stand before those of `.dev.vars`. */
  variables?: Record<string, string>;
  /** Other bindings than `wrangler.toml` names. */
  bindings?: Partial<SourcelessWorkerOptions>;
  /** Where its data stand and outlive it; else they go with it. */
  state?: string;
};

/** Starts it. Its D1 is empty until it is prepared, but for what stands in `state`. */
export const openWorker = async ({ entry = "worker/index.ts", variables = {}, bindings = {}, state }: Setting = {}) => {
  const logs: string[] = [];
  let restarts = 0;
  const options = described();
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      ...options,
      ...bindings,
      // Variables are text.
      bindings: { ...(options.bindings as Record<string, string>), ...variables },
      modules: [{ type: "ESModule", path: "index.js", contents: bundled(entry) }],
      ...(state ? { resourcePersistencePath: state } : {}),
      handleStructuredLogs: ({ message }) => {
        logs.push(message);
      },
      unsafeHandleRuntimeRestart: () => {
        restarts += 1;
      },
    }),
  );
  const url = await miniflare.ready;
  const { DB: db, MEDIA: bucket } = await miniflare.getBindings<Bindings>();
  return {
    url,
    db,
    bucket,
    /** All that it has logged. */
    logs: (): readonly string[] => logs,
    /** How often workerd has come back. */
    restarts: (): number => restarts,
    /** Runs the migrations. */
    prepare: async (): Promise<void> => {
      await db.batch(migrations().map((text) => db.prepare(text)));
    },
    /** What the platform does by itself every few minutes. */
    cron: async (cron = "*/5 * * * *"): Promise<void> => {
      await (await miniflare.getWorker()).scheduled({ cron });
    },
    close: (): Promise<void> => miniflare.dispose(),
  };
};

export type OpenWorker = Awaited<ReturnType<typeof openWorker>>;

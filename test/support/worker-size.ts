/** What `wrangler deploy` would send as code, and what of it readers are served by. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** The bytes of all scripts of the Worker, each gzipped. */
export const workerBytes = (): number => {
  const outdir = mkdtempSync(join(tmpdir(), "riposte-"));
  try {
    execFileSync("node_modules/.bin/wrangler", ["deploy", "--dry-run", "--outdir", outdir], { stdio: "pipe" });
    const scripts = readdirSync(outdir).filter((name) => /\.(js|wasm|html|txt)$/.test(name));
    if (!scripts.includes("index.js")) throw new Error("No Worker was made");
    return scripts.map((name) => gzipSync(readFileSync(join(outdir, name))).length).reduce((sum, size) => sum + size, 0);
  } finally {
    rmSync(outdir, { recursive: true });
  }
};

const deskRoom = join(import.meta.dirname, "../../worker/desk/");

/** The bytes of the Worker without the desk's room, gzipped: what serves readers, bundled with the options that wrangler bundles with. */
export const readersBytes = async (): Promise<number> => {
  const { outputFiles } = await build({
    entryPoints: ["worker/index.ts"],
    bundle: true,
    minify: true,
    format: "esm",
    define: { "navigator.userAgent": '"Cloudflare-Workers"' },
    external: ["cloudflare:*", "node:*"],
    write: false,
    plugins: [
      {
        name: "without the desk",
        setup: ({ onResolve }) => {
          onResolve({ filter: /^\./ }, ({ resolveDir, path }) =>
            resolve(resolveDir, path).startsWith(deskRoom) ? { path, external: true } : undefined,
          );
        },
      },
    ],
  });
  return gzipSync(outputFiles[0]?.contents ?? "").length;
};

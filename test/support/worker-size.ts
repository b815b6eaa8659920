/** What `wrangler deploy` would send as code. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

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

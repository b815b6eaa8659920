/**
 * What all test files need, once: the files that `[build]` in wrangler.toml makes, which wrangler need not make again in tests, and a place
 * where scripts that are run, wrangler above all, keep what they were compiled to.
 */
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";

const setUp = (): void => {
  process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), "riposte-compiled");
  execFileSync(process.execPath, ["worker/scripts/vendor.ts"], { stdio: "inherit" });
  process.env.VENDORED = "1";
};

export default setUp;

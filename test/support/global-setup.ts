/** What all test files need, once: the files that `[build]` in wrangler.toml makes, which wrangler need not make again in tests. */
import { execFileSync } from "node:child_process";

const setUp = (): void => {
  execFileSync(process.execPath, ["worker/scripts/vendor.ts"], { stdio: "inherit" });
  process.env.VENDORED = "1";
};

export default setUp;

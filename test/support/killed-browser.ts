/** A Chromium with a profile that outlives it, started as people start one, so that it can be killed as nobody should. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { browserPath } from "./browser.ts";

const debugging = /DevTools listening on (ws:\S+)/;

/** Starts it on a profile; `kill` ends it at once, with all that it has not written down. */
const start = async (profile: string) => {
  const child: ChildProcess = spawn(
    await browserPath(),
    ["--headless", "--no-sandbox", "--no-first-run", "--lang=en-GB", "--remote-debugging-port=0", `--user-data-dir=${profile}`],
    { detached: true, stdio: ["ignore", "ignore", "pipe"] },
  );
  const address = await new Promise<string>((resolve, reject) => {
    let told = "";
    child.stderr?.on("data", (bytes) => {
      told += bytes;
      const [, found] = debugging.exec(told) ?? [];
      if (found) resolve(found);
    });
    child.on("exit", () => reject(new Error(`The browser did not start: ${told}`)));
  });
  const browser: Browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  if (!context) throw new Error("A browser has a context of its own");
  return {
    page: (): Promise<Page> => context.newPage(),
    kill: async (): Promise<void> => {
      const over = new Promise((resolve) => child.on("close", resolve));
      // With all of its processes: they are a group.
      if (child.pid) process.kill(-child.pid, "SIGKILL");
      await over;
    },
  };
};

/** A profile, and browsers on it, one after the other. */
export const openProfile = () => {
  const profile = mkdtempSync(join(tmpdir(), "riposte-profile-"));
  return {
    start: () => start(profile),
    remove: (): void => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
};

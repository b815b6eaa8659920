/** `npm run deploy`, by the real wrangler, to an account that is made up: what it asks for, in which order, and where it stops. */
import { execFile } from "node:child_process";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { account, type FakeAccount, openFakeCloudflare } from "../support/fake-cloudflare.ts";
import { openServers } from "../support/open-servers.ts";
import { type OpenWorker, openWorker } from "../support/worker.ts";

const root = join(import.meta.dirname, "../..");

/** The Worker that is deployed, on a database that has nothing in it yet. */
let worker: OpenWorker;
beforeAll(async () => {
  worker = await openWorker();
});
afterAll(() => worker?.close());

type Run = { code: number; said: string; asked: string[] };

/** Runs it, on an account of its own. */
const deploy = async (args: readonly string[], setting: Partial<FakeAccount> = {}): Promise<Run> => {
  const { url, asked } = await openFakeCloudflare({ db: worker.db, ...setting });
  const env = {
    ...process.env,
    ...{ VENDORED: "1", WRANGLER_SEND_METRICS: "false", TOKEN: undefined },
    ...{ CLOUDFLARE_API_BASE_URL: url, CLOUDFLARE_API_TOKEN: "a-token", CLOUDFLARE_ACCOUNT_ID: account },
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, "worker/scripts/deploy.ts"), ...args], { cwd: root, env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr, asked }),
    );
  });
};

/** The steps among what was asked for, each as often as something else came between. */
const steps: [string, RegExp][] = [
  ["create the database", /^POST \/d1\/database /],
  ["migrate", /^POST \/d1\/database\/[^/ ]+\/query$/],
  ["create the bucket", /^POST \/r2\/buckets /],
  ["deploy", /^PUT \/workers\/scripts\/riposte[^/]*(\/versions)?$/],
];
const stepsOf = ({ asked }: Run): string[] => {
  const taken = asked.flatMap((line) => steps.flatMap(([name, pattern]) => (pattern.test(line) ? [name] : [])));
  return taken.filter((name, index) => name !== taken[index - 1]);
};
const healthOf = async (): Promise<number> => (await fetch(new URL("/health", worker.url))).status;

describe("a deployment", () => {
  it("is made, the first time, where it was asked for: database, migrations, bucket, Worker, checks", async () => {
    expect(await healthOf()).toBe(503);
    const run = await deploy(["--jurisdiction", "eu", "--url", worker.url.href]);
    expect([run.code, run.said]).toEqual([0, expect.stringContaining("holds   health")]);
    expect(stepsOf(run)).toEqual(["create the database", "migrate", "create the bucket", "deploy"]);
    expect(run.asked).toContainEqual('POST /d1/database {"name":"riposte","jurisdiction":"eu"}');
    expect(run.said).not.toContain("FAILS");
    expect(await healthOf()).toBe(200);
    expect(await worker.db.prepare("SELECT count(*) AS count FROM tokens").first("count")).toBe(0);
  });

  it("of staging is another, that was there: nothing is created, and what does not hold can be taken back", async () => {
    const broken = await openServers.add(createServer((_, response) => response.writeHead(500).end("broken")));
    const run = await deploy(["--env", "staging", "--location", "weur", "--url", broken], { existing: ["riposte-staging"] });
    expect([run.code, stepsOf(run)]).toEqual([1, ["migrate", "create the bucket", "deploy"]]);
    expect(run.said).toContain("riposte-staging is there already, and stays where it is: --location weur changes nothing");
    expect(run.said).toMatch(/^FAILS {3}health/m);
    expect(run.said).toMatch(/^\d+ checks do not hold\. .*npx wrangler rollback --env=staging$/m);
    const named = new Set(run.asked.flatMap((line) => line.match(/riposte[\w-]*/g) ?? []));
    expect([...named].sort()).toEqual(["riposte-media-staging", "riposte-staging"]);
  });
});

describe("a deployment stops", () => {
  it.each<[string, RegExp, string[]]>([
    ["where the database cannot be looked for", /^GET \/d1\/database/, []],
    ["where it cannot be migrated", /\/query$/, ["migrate"]],
    ["where the Worker's files are not taken", /assets-upload-session$/, ["migrate"]],
  ])("%s, and what comes after that is not done", async (_, refused, taken) => {
    const run = await deploy(["--url", worker.url.href], { existing: ["riposte"], fails: (request) => refused.test(request) });
    expect([run.code, stepsOf(run)]).toEqual([1, taken]);
    expect(run.said).toMatch(/wrangler (d1|deploy) .*failed:/);
    // The reason is wrangler's; no stack of this script stands beside it.
    expect(run.said).not.toMatch(/holds {3}|deploy\.ts:\d/);
  });

  it.each([
    ["--environment", "staging"],
    ["--jurisdiction", "eu", "--location", "weur"],
  ])("before anything is done where it was not asked rightly: %s %s", async (...args) => {
    const run = await deploy(args);
    expect([run.code, run.asked]).toEqual([2, []]);
    expect(run.said).toMatch(/^Usage: npm run deploy/);
  });
});

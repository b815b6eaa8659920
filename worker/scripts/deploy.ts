/**
 * `npm run deploy`: migrates, deploys, checks. The first time it creates the database, with `--jurisdiction` or `--location` where it is to
 * stand there: neither can be changed later. `--env staging` means the deployment beside the newsroom's.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checkDeployment } from "./check-deployment.ts";
import { failWith } from "./failure.ts";
import { runWrangler } from "./wrangler.ts";
import { databaseName } from "./wrangler-config.ts";

const options = {
  env: { type: "string", default: "" },
  jurisdiction: { type: "string" },
  location: { type: "string" },
  url: { type: "string" },
} as const;

const { env, jurisdiction, location, url } = parseArgs({ options }).values;

/** Applies the migrations that the database has not had; creates it where there is none. */
const migrate = (): void => {
  const apply = () => runWrangler("d1", "migrations", "apply", "DB", "--remote", `--env=${env}`);
  try {
    apply();
  } catch (error) {
    if (!/Couldn't find a D1 DB/.test(String(error))) throw error;
    const place = jurisdiction ? ["--jurisdiction", jurisdiction] : location ? ["--location", location] : [];
    console.log(`Creating the database ${databaseName(env)}${place.length > 0 ? ` (${place.join(" ")})` : ""}.`);
    runWrangler("d1", "create", databaseName(env), ...place);
    apply();
  }
};

/** Deploys, and answers with the addresses that wrangler tells of: https://developers.cloudflare.com/workers/wrangler/configuration/ */
const deploy = (): string[] => {
  const folder = mkdtempSync(join(tmpdir(), "riposte-deploy-"));
  try {
    process.env.WRANGLER_OUTPUT_FILE_PATH = join(folder, "output.ndjson");
    console.log(runWrangler("deploy", `--env=${env}`));
    return readFileSync(process.env.WRANGLER_OUTPUT_FILE_PATH, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as { type: string; targets?: string[] })
      .flatMap(({ type, targets }) => (type === "deploy" ? (targets ?? []) : []));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** The address to check: the one that was named, else the first; a domain of one's own comes as it is written in wrangler.toml. */
const addressOf = (targets: readonly string[]): string | undefined => {
  const [first] = targets.map((target) => target.replace(/ .*$/, "")).filter((target) => !/^schedule/.test(target));
  return url ?? (first === undefined || first.includes("://") ? first : `https://${first}`);
};

const main = async (): Promise<void> => {
  migrate();
  const address = addressOf(deploy());
  if (address === undefined) throw new Error("wrangler tells no address: check it by npm run check-deployment -- URL");
  const failed = await checkDeployment(address, process.env.TOKEN, console.log);
  if (failed > 0) throw new Error(`${failed} checks do not hold. Back to the version before: npx wrangler rollback --env=${env}`);
};

await main().catch(failWith);

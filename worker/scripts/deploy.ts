/**
 * `npm run deploy`: migrates, deploys, checks. The first time it creates the database, with `--jurisdiction` or `--location` where it is to
 * stand there: neither can be changed later. `--env staging` means the deployment beside the newsroom's. `--url`: where it is to be checked.
 * What fails ends it there, with 1; what it was not asked for rightly, with 2, before anything is done.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checkDeployment } from "./check-deployment.ts";
import { failWith } from "./failure.ts";
import { runWrangler } from "./wrangler.ts";
import { databaseName } from "./wrangler-config.ts";

type Asked = { env: string; place: string[]; url: string | undefined };

/** What was asked for; undefined where that cannot be done. */
const asked = (): Asked | undefined => {
  const text = { type: "string" } as const;
  try {
    const {
      env = "",
      jurisdiction,
      location,
      url,
    } = parseArgs({
      options: { env: text, jurisdiction: text, location: text, url: text },
    }).values;
    // A database stands in a jurisdiction, or near a place.
    if ((jurisdiction && location) || (url !== undefined && !URL.canParse(url))) return undefined;
    return { env, url, place: jurisdiction ? ["--jurisdiction", jurisdiction] : location ? ["--location", location] : [] };
  } catch {
    // An option that there is not: the usage says which there is.
    return undefined;
  }
};

/** Applies the migrations that the database has not had; creates it where there is none. */
const migrate = ({ env, place }: Asked): void => {
  const apply = () => runWrangler("d1", "migrations", "apply", "DB", "--remote", `--env=${env}`);
  const name = databaseName(env);
  try {
    apply();
    if (place.length > 0)
      console.warn(`The database ${name} is there already, and stays where it is: ${place.join(" ")} changes nothing.`);
  } catch (error) {
    if (!/Couldn't find a D1 DB/.test(String(error))) throw error;
    console.log(`Creating the database ${name}${place.length > 0 ? ` (${place.join(" ")})` : ""}.`);
    runWrangler("d1", "create", name, ...place);
    apply();
  }
};

/** Deploys, and answers with the addresses that wrangler tells of: https://developers.cloudflare.com/workers/wrangler/configuration/ */
const deploy = ({ env }: Asked): string[] => {
  const folder = mkdtempSync(join(tmpdir(), "riposte-deploy-"));
  const output = join(folder, "output.ndjson");
  try {
    process.env.WRANGLER_OUTPUT_FILE_PATH = output;
    console.log(runWrangler("deploy", `--env=${env}`));
    const lines = existsSync(output) ? readFileSync(output, "utf8").split("\n") : [];
    return lines
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as { type: string; targets?: string[] })
      .flatMap(({ type, targets }) => (type === "deploy" ? (targets ?? []) : []));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** The address to check: the one that was named, else the first; a domain of one's own comes as it is written in wrangler.toml. */
const addressOf = (targets: readonly string[], { url }: Asked): string | undefined => {
  const [first] = targets.map((target) => target.replace(/ .*$/, "")).filter((target) => !/^schedule/.test(target));
  return url ?? (first === undefined || first.includes("://") ? first : `https://${first}`);
};

const main = async (deployment: Asked): Promise<void> => {
  migrate(deployment);
  const address = addressOf(deploy(deployment), deployment);
  if (address === undefined) throw new Error("wrangler tells no address: check it by npm run check-deployment -- URL");
  const failed = await checkDeployment(address, process.env.TOKEN, console.log);
  if (failed > 0)
    throw new Error(`${failed} checks do not hold. Back to the version before: npx wrangler rollback --env=${deployment.env}`);
};

const deployment = asked();
if (deployment) await main(deployment).catch(failWith);
else {
  console.error("Usage: npm run deploy -- [--env staging] [--jurisdiction eu | --location weur] [--url https://riposte.example]");
  process.exitCode = 2;
}

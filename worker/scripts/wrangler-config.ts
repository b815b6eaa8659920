/** What wrangler.toml says, as wrangler reads it. Loading wrangler takes seconds: for scripts that have them. */
import { join } from "node:path";
import { unstable_readConfig } from "wrangler";

/** As much of it as is asked for here: wrangler's own type comes as `any`. */
type WranglerConfig = {
  name: string;
  d1_databases: { binding: string; database_name?: string; database_id?: string; migrations_dir?: string }[];
  durable_objects: { bindings: { name: string; class_name: string }[] };
  ratelimits: { name: string; namespace_id: string; simple: { limit: number; period: number } }[];
  observability: { enabled: boolean; head_sampling_rate: number };
  limits: { cpu_ms: number };
};

/** The configuration of an environment; "" is the newsroom's. */
export const readWranglerConfig = (env: string): WranglerConfig =>
  unstable_readConfig({ config: join(import.meta.dirname, "../../wrangler.toml"), env }) as WranglerConfig;

/** The name of its database. */
export const databaseName = (env: string): string => {
  const name = readWranglerConfig(env).d1_databases.find(({ binding }) => binding === "DB")?.database_name;
  if (name === undefined) throw new Error(`wrangler.toml names no database for the environment “${env}”.`);
  return name;
};

/** Keys that sign checkpoints: a new one, and that of local development, kept beside the local database. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isKeyName, parseSigner, type Signer, signerText, verifierOf, verifierText } from "../../events/note.ts";
import { state } from "./wrangler.ts";

/** A new key of that name; undefined where a key cannot have it. */
export const newSigner = (name: string): Signer | undefined =>
  isKeyName(name) ? { name, seed: crypto.getRandomValues(new Uint8Array(32)) } : undefined;

/** The local deployment's variables, a secret: wrangler reads the key from there, and no command line shows it. */
const keyFile = join(state, "checkpoint.vars");
const variable = /^CHECKPOINT_KEY="(.*)"$/m;

/** The local key: the one that is kept, else a new one, readable by this user alone. */
export const localKey = async (): Promise<{ file: string; verifier: string }> => {
  const kept = existsSync(keyFile) ? variable.exec(readFileSync(keyFile, "utf8"))?.[1] : undefined;
  const signer = (kept === undefined ? undefined : await parseSigner(kept)) ?? newSigner("localhost");
  if (!signer) throw new Error("A key may be called localhost");
  mkdirSync(state, { recursive: true });
  writeFileSync(keyFile, `CHECKPOINT_KEY="${await signerText(signer)}"\n`, { mode: 0o600 });
  return { file: keyFile, verifier: await verifierText(await verifierOf(signer)) };
};

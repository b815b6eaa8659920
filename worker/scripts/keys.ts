/** Keys that sign checkpoints: a new one, and that of local development, kept beside the local database. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isKeyName, parseSigner, type Signer, signerText, verifierOf, verifierText } from "../../events/note.ts";
import { stateFolder } from "./wrangler.ts";

/** A new key of that name; undefined where a key cannot have it. */
export const newSigner = (name: string): Signer | undefined =>
  isKeyName(name) ? { name, seed: crypto.getRandomValues(new Uint8Array(32)) } : undefined;

/** Variables of the local deployment alone. wrangler reads the key from there: no command line shows it. */
const keyFile = join(stateFolder, "checkpoint-key");

/** The local key: the one that is kept, else a new one, readable by this user alone. */
export const localKey = async (): Promise<{ file: string; verifier: string }> => {
  const fresh = newSigner("localhost");
  if (fresh && !existsSync(keyFile)) {
    mkdirSync(dirname(keyFile), { recursive: true });
    writeFileSync(keyFile, `CHECKPOINT_KEY="${await signerText(fresh)}"\n`, { mode: 0o600 });
  }
  const kept = /^CHECKPOINT_KEY="(.*)"$/m.exec(readFileSync(keyFile, "utf8"))?.[1];
  const signer = kept === undefined ? undefined : await parseSigner(kept);
  if (!signer) throw new Error(`${keyFile} holds no key: delete it, and a new one is made.`);
  return { file: keyFile, verifier: await verifierText(await verifierOf(signer)) };
};

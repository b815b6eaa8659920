/** The key that this deployment signs its checkpoints with. */
import { parseSigner, type Signer, verifierOf, verifierText } from "../events/note.ts";
import type { Bindings } from "./env.ts";

/** A key, its verifier as a text, and the eight digits that both are known by. */
export type CheckpointKey = { signer: Signer; verifier: string; id: string };

/** The keys that were parsed so far: an isolate has one, unless it is tested with several. */
const parsed = new Map<string, Promise<CheckpointKey>>();

/** The deployment's key, parsed once; undefined where it has none. Throws where the secret is not a key. */
export const checkpointKey = ({ CHECKPOINT_KEY: text }: Bindings): Promise<CheckpointKey> | undefined => {
  if (text === undefined || text === "") return undefined;
  const known = parsed.get(text) ?? parse(text);
  parsed.set(text, known);
  return known;
};

const parse = async (text: string): Promise<CheckpointKey> => {
  const signer = await parseSigner(text);
  // The secret itself stands in no message.
  if (!signer) throw new Error("CHECKPOINT_KEY is not the text of a key: `npm run key` makes one");
  const verifier = await verifierText(await verifierOf(signer));
  return { signer, verifier, id: verifier.split("+")[1] ?? "" };
};

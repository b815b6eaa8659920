/** The key that this deployment signs its checkpoints with. */
import { parseSigner, type Signer, verifierOf, verifierText } from "../../events/note.ts";
import { once } from "../../events/once.ts";
import type { Bindings } from "../env.ts";

/** A key, its verifier as a text, and the eight digits that both are known by. */
export type CheckpointKey = { signer: Signer; verifier: string; id: string };

/** The deployment's key, parsed once; undefined where it has none. Throws where the secret is not a key. */
export const checkpointKey = ({ CHECKPOINT_KEY: text }: Bindings): Promise<CheckpointKey> | undefined =>
  text === undefined || text === "" ? undefined : parsed(text);

/** An isolate has one key, unless it is tested with several. */
const parsed = once(async (text: string): Promise<CheckpointKey> => {
  const signer = await parseSigner(text);
  // The secret itself stands in no message.
  if (!signer) throw new Error("CHECKPOINT_KEY is not the text of a key: `npm run key` makes one");
  const verifier = await verifierText(await verifierOf(signer));
  return { signer, verifier, id: verifier.split("+")[1] ?? "" };
});

/** `npm run key -- NAME`: makes the key that a deployment signs its checkpoints with, and prints it once. */
import { signerText, verifierOf, verifierText } from "../../events/note.ts";
import { newSigner } from "./keys.ts";

const usage = `Usage: npm run key -- NAME
  NAME   what the key is known by: the deployment's host, for example riposte.example`;

const [name = "", ...more] = process.argv.slice(2);
const signer = more.length === 0 ? newSigner(name) : undefined;
if (signer)
  console.log(`Checkpoint key: ${await verifierText(await verifierOf(signer))}
Publish it: readers verify checkpoints by it.

Secret: ${await signerText(signer)}
It is shown this once. Give it to the deployment, and to nobody else:

  npx wrangler secret put CHECKPOINT_KEY`);
else {
  console.error(usage);
  process.exitCode = 1;
}

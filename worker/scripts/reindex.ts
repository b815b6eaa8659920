/**
 * `npm run reindex`: makes the index of the search anew in the deployment at `URL`, as the publisher whose token is `TOKEN`. Stopped, it can
 * be run again; what it has not reached is found by the old index meanwhile.
 */
import { readFileSync } from "node:fs";
import { createClient } from "../client.ts";
import { failWith } from "./failure.ts";
import { tokenFile } from "./token-file.ts";

const url = process.env.URL ?? `http://127.0.0.1:${process.env.PORT ?? 8787}`;

const main = async (): Promise<void> => {
  const riposte = createClient({ url, token: process.env.TOKEN ?? readFileSync(tokenFile, "utf8").trim() });
  for (let anew = true, done = false; !done; anew = false) {
    const { indexed, head } = await riposte.index(anew);
    console.log(`${indexed} of ${head} events`);
    done = indexed >= head;
  }
};

await main().catch(failWith);

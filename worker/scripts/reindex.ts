/**
 * `npm run reindex`: makes the index of the search anew in the deployment at `URL`, as the publisher whose token is `TOKEN`. Stopped, it can
 * be run again; what it has not reached is found by the old index meanwhile. At the
 * end it prints what the index had to leave out.
 */
import { readFileSync } from "node:fs";
import { createClient } from "../client.ts";
import { failWith } from "./failure.ts";
import { tokenFile } from "./token-file.ts";

const url = process.env.URL ?? `http://127.0.0.1:${process.env.PORT ?? 8787}`;

const why = {
  newer: "it was recorded by a newer version of Riposte",
  unreadable: "it cannot be read",
  "story-unreadable": "its story cannot be read",
};

const main = async (): Promise<void> => {
  const riposte = createClient({ url, token: process.env.TOKEN ?? readFileSync(tokenFile, "utf8").trim() });
  for (let anew = true, done = false; !done; anew = false) {
    const { indexed, head, leftOut } = await riposte.index(anew);
    console.log(`${indexed} of ${head} events`);
    done = indexed >= head;
    if (done)
      for (const { story, version, reason } of leftOut) console.log(`left out: ${story}, event ${version}: ${why[reason]}`);
  }
};

await main().catch(failWith);

/** `npm run seed`: records the sample story in a running Riposte. `URL` and `TOKEN` name another than `npm run dev` has started. */
import { readFileSync } from "node:fs";
import { recordSample } from "./sample.ts";
import { tokenFile } from "./token-file.ts";

const url = process.env.URL ?? `http://127.0.0.1:${process.env.PORT ?? 8787}`;
const token = process.env.TOKEN ?? readFileSync(tokenFile, "utf8").trim();
console.log(await recordSample(url, token));

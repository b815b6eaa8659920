/**
 * Puts what is made before the Worker runs where it serves it. In `worker/public/assets`: what pages load, under names that tell its content;
 * in `worker/public/vendor`: the licences of what is in it, and the letters of pictures; in `worker/public`: the API's description, what works beside
 * the pages, and the icons.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { deskWords } from "../desk/words/registry.ts";
import { describeApi } from "../http/openapi.ts";
import { texts } from "../pages/words/texts/registry.ts";
import { routes } from "../routes/registry.ts";
import { makeAssets, makeServiceWorker } from "./assets.ts";
import { makeIcons } from "./icons.ts";
import { areLettersFresh, lettersLicence, packLetters } from "./letters.ts";
import { newestSchema } from "./schema.ts";

const target = join(import.meta.dirname, "../public");
for (const folder of ["vendor", "assets", "icons"]) mkdirSync(join(target, folder), { recursive: true });

/** Files that are the same stay untouched: somebody may be reading them, or watching. */
const put = (name: string, bytes: Uint8Array): void => {
  const path = join(target, name);
  if (!existsSync(path) || !readFileSync(path).equals(bytes)) writeFileSync(path, bytes);
};

/** Files that are made no more are served no more. */
const prune = (folder: string, made: readonly string[]): void => {
  for (const name of readdirSync(join(target, folder))) if (!made.includes(name)) rmSync(join(target, folder, name));
};

const folderOf = (name: string): string => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
const swagger = folderOf("swagger-ui-dist");
/** The face of headlines, Latin letters alone: others have the reader's own. SIL Open Font License 1.1. */
const serif = folderOf("@fontsource/source-serif-4");

const { files, addresses } = await makeAssets(
  {
    "/vendor/serif.woff2": join(serif, "files/source-serif-4-latin-600-normal.woff2"),
    "/vendor/verify.js": join(import.meta.dirname, "verification.ts"),
    "/vendor/desk-line.js": join(import.meta.dirname, "desk-line.ts"),
  },
  {
    "swagger-ui.css": join(swagger, "swagger-ui.css"),
    "swagger-ui-bundle.js": join(swagger, "swagger-ui-bundle.js"),
  },
);
for (const { name, bytes } of files) put(`assets/${name}`, bytes);
prune(
  "assets",
  files.map(({ name }) => name),
);
/** Pages know the files by it. */
put("../http/html/asset-addresses.json", Buffer.from(`${JSON.stringify(addresses, undefined, 2)}\n`));

put("sw.js", await makeServiceWorker());
const icons = await makeIcons();
for (const [name, bytes] of Object.entries(icons)) put(`icons/${name}`, bytes);

/** The letters of the pictures that the Worker draws. */
const letters = join(target, "vendor/letters.bin");
if (!areLettersFresh(letters)) {
  put("vendor/letters.bin", await packLetters());
  // Where they are the same as before, they are as good as new.
  utimesSync(letters, new Date(), new Date());
}
const licences = {
  "letters.LICENSE": lettersLicence(),
  "serif.LICENSE": readFileSync(join(serif, "LICENSE")),
  "swagger-ui.LICENSE": readFileSync(join(swagger, "LICENSE")),
};
for (const [name, bytes] of Object.entries(licences)) put(`vendor/${name}`, bytes);
/** What `/health` looks for in the database. */
put("vendor/schema.json", Buffer.from(JSON.stringify(newestSchema())));
/** The words that the Worker reads when a page needs them. */
const words = [
  ...Object.entries(texts).map(([language, text]) => [`words.${language}.json`, JSON.stringify(text)] as const),
  ...Object.entries(deskWords).map(([language, text]) => [`desk-words.${language}.json`, JSON.stringify(text)] as const),
];
for (const [name, text] of words) put(`vendor/${name}`, Buffer.from(text));
prune("vendor", ["letters.bin", "schema.json", ...words.map(([name]) => name), ...Object.keys(licences)]);

put("openapi.json", Buffer.from(JSON.stringify(describeApi(routes))));

/**
 * Puts what is made before the Worker runs where it serves it. In `worker/public/vendor`: what pages load from this origin, files of
 * packages, and the modules that run in readers' browsers too. In `worker/public`: the API's description.
 */
import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { describeApi } from "../http/openapi.ts";
import { routes } from "../routes/registry.ts";
import { areLettersFresh, lettersLicence, packLetters } from "./letters.ts";
import { newestSchema } from "./schema.ts";

const target = join(import.meta.dirname, "../public");
mkdirSync(join(target, "vendor"), { recursive: true });

/** Files that are the same stay untouched: somebody may be reading them, or watching. */
const put = (name: string, bytes: Uint8Array): void => {
  const path = join(target, name);
  if (!existsSync(path) || !readFileSync(path).equals(bytes)) writeFileSync(path, bytes);
};

const folderOf = (name: string): string => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

const swagger = folderOf("swagger-ui-dist");
for (const file of ["swagger-ui.css", "swagger-ui-bundle.js", "LICENSE"])
  put(`vendor/${file}`, readFileSync(join(swagger, file)));

/** The face of headlines, Latin letters alone: others have the reader's own. SIL Open Font License 1.1. */
const serif = folderOf("@fontsource/source-serif-4");
put("vendor/serif.woff2", readFileSync(join(serif, "files/source-serif-4-latin-600-normal.woff2")));
put("vendor/serif.LICENSE", readFileSync(join(serif, "LICENSE")));

const { outputFiles } = await build({
  entryPoints: [join(import.meta.dirname, "verification.ts")],
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  write: false,
});
for (const { contents } of outputFiles) put("vendor/verify.js", contents);

/** The letters of the pictures that the Worker draws. */
const letters = join(target, "vendor/letters.bin");
if (!areLettersFresh(letters)) {
  put("vendor/letters.bin", await packLetters());
  // Where they are the same as before, they are as good as new.
  utimesSync(letters, new Date(), new Date());
}
put("vendor/letters.LICENSE", lettersLicence());

put("openapi.json", Buffer.from(JSON.stringify(describeApi(routes))));

/** What `/health` looks for in the database. */
put("vendor/schema.json", Buffer.from(JSON.stringify(newestSchema())));

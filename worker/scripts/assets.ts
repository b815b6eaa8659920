/**
 * Makes the scripts and styles of pages, each with all that it imports, under a name that tells its content: what has changed has another
 * name, so that a new page never meets an old file, and each may be kept for good.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { build, type Plugin } from "esbuild";

const folder = join(import.meta.dirname, "../public");

/** What pages load by name; modules and fonts that these load have names of their own. */
const entries = [
  "story.js",
  "entry.js",
  "front.js",
  "erased.js",
  "framed.js",
  "docs.js",
  "verify.js",
  "desk/news.js",
  "riposte.css",
  "verify.css",
  "desk.css",
  "desk/desk.js",
  "keep.js",
  "desk/open-story.js",
  "desk/order-front.js",
  "desk/find-source.js",
  "desk/drafts.js",
];

/** A file under its name for good. */
type Asset = { name: string; bytes: Uint8Array };

/** The files, and the address of each by the name that pages know it by. */
export type Assets = { files: Asset[]; addresses: Record<string, string> };

/** `sources`: files of packages by the address that scripts and styles know them by. `copies`: files that are served as they are, by name. */
export const makeAssets = async (
  sources: Readonly<Record<string, string>>,
  copies: Readonly<Record<string, string>>,
): Promise<Assets> => {
  const { outputFiles, metafile } = await build({
    entryPoints: entries.map((name) => join(folder, name)),
    outdir: "assets",
    publicPath: "/assets",
    entryNames: "[name].[hash]",
    chunkNames: "[name].[hash]",
    assetNames: "[name].[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    minify: true,
    loader: { ".woff2": "file" },
    plugins: [fromSources(sources)],
    metafile: true,
    write: false,
  });
  const built = outputFiles.map(({ path, contents }) => ({ name: basename(path), bytes: contents }));
  const copied = Object.entries(copies).map(([name, path]) => ({ known: name, ...hashed(name, readFileSync(path)) }));
  const known = Object.entries(metafile.outputs).flatMap(([path, { entryPoint = "", inputs }]) => {
    const [input = ""] = Object.keys(inputs);
    const name = path.endsWith(".woff2")
      ? nameOf(sources, input)
      : entries.find((entry) => entryPoint.endsWith(`public/${entry}`));
    return name ? [[name, `/assets/${basename(path)}`] as const] : [];
  });
  const addresses = [...known, ...copied.map(({ known: name, name: file }) => [name, `/assets/${file}`] as const)];
  return {
    files: [...built, ...copied.map(({ name, bytes }) => ({ name, bytes }))],
    addresses: Object.fromEntries(addresses.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
};

/** What works beside the pages, as one script: it stands at the root, under the one name by which browsers look for its next edition. */
export const makeServiceWorker = async (): Promise<Uint8Array> => {
  const { outputFiles } = await build({
    entryPoints: [join(folder, "phone/sw.js")],
    bundle: true,
    format: "iife",
    target: "es2022",
    minify: true,
    write: false,
  });
  return Buffer.concat(outputFiles.map(({ contents }) => contents));
};

/** Scripts and styles name files of packages by addresses that only stand for them. */
const fromSources = (sources: Readonly<Record<string, string>>): Plugin => ({
  name: "sources",
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\// }, ({ path }) => {
      const source = sources[path];
      return source === undefined ? undefined : { path: source };
    });
  },
});

const nameOf = (sources: Readonly<Record<string, string>>, path: string): string | undefined =>
  Object.entries(sources)
    .filter(([, source]) => source.endsWith(path.replace(/^(?:\.\.\/)+/, "")))
    .map(([address]) => basename(address))[0];

const hashed = (name: string, bytes: Uint8Array): Asset => {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8).toUpperCase();
  const end = extname(name);
  return { name: `${basename(name, end)}.${hash}${end}`, bytes };
};

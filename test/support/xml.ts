/** XML through libxml2's strict parser, and by a grammar. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { validateXML } from "xmllint-wasm";

/** What is wrong with a document: with its XML, or by the RELAX NG grammar of that name under `test/fixtures`. */
export const xmlFaults = async (xml: string, grammar: "atom" | "rss" | "sitemap"): Promise<string[]> => {
  const schema = readFileSync(join(import.meta.dirname, `../fixtures/${grammar}.rng`), "utf8");
  const { errors } = await validateXML({
    xml: { fileName: `${grammar}.xml`, contents: xml },
    schema: { fileName: `${grammar}.rng`, contents: schema },
    extension: "relaxng",
  });
  return errors.map(({ message }) => message);
};

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** Text as it was before it was escaped. */
export const unescaped = (text: string): string => text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name] ?? "");

/** What stands in each element of that name, in order; the elements hold none of their own name. */
export const elements = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^]*?)</${name}>`, "g"))].map(([, inner = ""]) => inner);

/** The text of the first element of that name. */
export const textIn = (xml: string, name: string): string => unescaped(elements(xml, name)[0] ?? "");

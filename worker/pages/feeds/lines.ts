/** Lines of an entry in plain words, and what HTML makes of them. */
import { html, raw } from "hono/html";

/** Words, or words that are marked: in a language of their own, as a link, as gone. */
export type Part =
  | string
  | { text: string; as: "a" | "cite" | "del" | "ins" | "q" | "span"; language?: string | undefined; href?: string };
/** A paragraph, or words that were said. */
export type Line = { as: "p" | "blockquote"; language?: string | undefined; parts: readonly Part[] };

/** A line as plain text. */
export const lineText = ({ parts }: Line): string => parts.map((part) => (typeof part === "string" ? part : part.text)).join("");

/** Lines as HTML: every word of them is escaped. */
export const linesHtml = (lines: readonly Line[]): string =>
  lines.map(({ as, language, parts }) => element(as, { language }, parts.map(partHtml))).join("");

/** A text as one paragraph of HTML. */
export const paragraphHtml = (text: string): string => linesHtml([{ as: "p", parts: [text] }]);

const partHtml = (part: Part) =>
  typeof part === "string" ? part : raw(element(part.as, { language: part.language, href: part.href }, [part.text]));

type Attributes = { language?: string | undefined; href?: string | undefined };

const element = (tag: string, { language, href }: Attributes, inner: readonly (string | ReturnType<typeof raw>)[]): string => {
  const attributes = [href ? html` href="${href}"` : "", language ? html` lang="${language}" dir="auto"` : ""];
  return String(html`${raw(`<${tag}`)}${attributes}>${inner}${raw(`</${tag}>`)}`);
};

/**
 * How JSX becomes HTML: each element is written the moment it is made, inside out, so that a page is one string and nothing is kept to be walked
 * again. The compiler imports this (`jsxImportSource` in tsconfig.json); types of attributes are those of `hono/jsx`. What it does without:
 * asynchronous components, contexts, and anything that browsers would run.
 */
import { raw } from "hono/html";
import type { JSX as HonoJsx } from "hono/jsx/jsx-runtime";
import type { HtmlEscapedString } from "hono/utils/html";

/** What may stand between two tags. Strings are text, and are escaped. */
export type Child = HtmlEscapedString | string | number | boolean | null | undefined | readonly Child[];

/** The properties of a component that has children. */
export type PropsWithChildren<Props = unknown> = Props & { children?: Child };

type Properties = { readonly children?: Child; readonly [name: string]: unknown };

export declare namespace JSX {
  type Element = HtmlEscapedString;
  type ElementType = string | ((props: never) => Child);
  type ElementChildrenAttribute = { children: Child };
  type IntrinsicElements = HonoJsx.IntrinsicElements;
}

/** An element of HTML, or what a component makes of its properties. */
export const jsx = (type: string | ((props: Properties) => Child), props: Properties): HtmlEscapedString =>
  typeof type === "string" ? elementOf(type, props) : Fragment({ children: type(props) });

export { jsx as jsxDEV, jsx as jsxs };

/** What stands side by side, without an element around it. */
export const Fragment = ({ children }: { children?: Child }): HtmlEscapedString =>
  isMarkup(children) ? children : raw(htmlOf(children));

/** Elements that have no end tag. */
const voidElements = new Set([
  "area",
  "base",
  "br",
  "col",
  "embed",
  "hr",
  "img",
  "input",
  "link",
  "meta",
  "source",
  "track",
  "wbr",
]);

const elementOf = (tag: string, { children, ...attributes }: Properties): HtmlEscapedString => {
  let written = `<${tag}`;
  for (const name in attributes) written += attributeOf(name, attributes[name]);
  return raw(voidElements.has(tag) ? `${written}/>` : `${written}>${htmlOf(children)}</${tag}>`);
};

/** Attributes whose value is one of two words; of others, `true` is that they are there, and `false` that they are not. */
const isWord = (name: string): boolean => /^(aria-|data-|spellcheck$|draggable$|contenteditable$)/.test(name);

const attributeOf = (name: string, value: unknown): string => {
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean" && !isWord(name)) return value ? ` ${name}=""` : "";
  return ` ${name}="${escaped(String(value))}"`;
};

const isMarkup = (child: Child): child is HtmlEscapedString => child instanceof String && "isEscaped" in child;

const htmlOf = (child: Child): string => {
  if (typeof child === "string") return escaped(child);
  if (typeof child === "number" || isMarkup(child)) return `${child}`;
  return Array.isArray(child) ? child.map(htmlOf).join("") : "";
};

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const escaped = (text: string): string =>
  /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => entities[character] ?? "") : text;

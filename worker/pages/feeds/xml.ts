/** XML documents, written with the templates that write HTML: they escape `&`, `<`, `>` and both quotation marks. */
import { html, raw } from "hono/html";

/** XML 1.0 has no such characters (section 2.2), however they are written: a mark shows that something stood there. */
const unwritable = /[\uFFFE\uFFFF]/g;

/** A document of that root. */
export const xmlDocument = (root: ReturnType<typeof html>): string =>
  String(html`${raw('<?xml version="1.0" encoding="utf-8"?>\n')}${root}`).replace(unwritable, "\uFFFD");

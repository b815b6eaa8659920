/**
 * The map of the site for search engines (sitemaps.org 0.9): the front page in every language, and every story, whose page names its own languages;
 * an index of maps where one cannot hold them.
 */

import type { Context } from "hono";
import { html } from "hono/html";
import { languages } from "../../events/tell/languages.ts";
import { storySlug } from "../../events/values.ts";
import type { App } from "../env.ts";
import { answerNotModified, clientHasEtag } from "../http/answer.ts";
import { storyPath } from "../http/links.ts";
import { logEtag } from "../http/preconditions.ts";
import { logEndOf, selectLogEnd } from "../store/log.ts";
import { selectSitemapEnds, selectSitemapStories, storiesPerSitemap, storyRowOf } from "../store/stories.ts";
import { errorPage } from "./error.tsx";
import { xmlDocument } from "./feeds/xml.ts";
import { answerDocument, type Page } from "./page.ts";

/** Search engines do not mind an hour. */
const cache = "public, max-age=3600";

const handle = async (c: Context<App>): Promise<Response> => {
  const after = c.req.query("after");
  if (after && !storySlug.safeParse(after).success) return errorPage(c, "invalid", { faulty: ["after"] });
  const { d1 } = c.var;
  const [end] = await d1.batch(selectLogEnd(d1));
  const { position, hash } = logEndOf(end);
  const etag = `"sitemap.1.${logEtag(position, hash).slice(1)}`;
  if (clientHasEtag(c, etag)) return answerNotModified(c, etag, cache);
  const [rows = []] = await d1.batch(selectSitemapStories(d1, after ?? ""));
  const stories = rows.map(storyRowOf);
  const isWhole = after !== undefined || stories.length <= storiesPerSitemap;
  const document = isWhole ? mapXml(c.req.url, stories.slice(0, storiesPerSitemap), !after) : indexXml(c.req.url, await ends(c));
  return answerDocument(c, xmlDocument(document), {
    "Content-Type": "application/xml; charset=utf-8",
    ETag: etag,
    "Cache-Control": cache,
  });
};

const ends = async ({ var: { d1 } }: Context<App>): Promise<string[]> => {
  const [rows = []] = await d1.batch(selectSitemapEnds(d1));
  return rows.map((row) => storyRowOf(row).slug);
};

/** A map: `first`, the one that has the front page too. */
const mapXml = (
  url: string,
  stories: readonly { slug: string; activeAt: string }[],
  first: boolean,
) => html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${first ? frontPage(new URL("/", url).href) : ""}${stories.map(
  ({ slug, activeAt }) => html`<url><loc>${new URL(storyPath({ slug }), url).href}</loc><lastmod>${activeAt}</lastmod></url>\n`,
)}</urlset>
`;

/** An index: a map of those that come before the end of the first, and one of those after each end. */
const indexXml = (url: string, ends: readonly string[]) => html`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${["", ...ends].map((end) => html`<sitemap><loc>${new URL(`/sitemap.xml?after=${end}`, url).href}</loc></sitemap>\n`)}</sitemapindex>
`;

/** The front page's addresses: the plain one, and one in each language; each names all of them, itself too. */
const frontPage = (plain: string) => {
  const spoken = languages.map((language) => ({ hreflang: language as string, href: `${plain}?lang=${language}` }));
  const all = [{ hreflang: "x-default", href: plain }, ...spoken];
  const links = all.map(({ hreflang, href }) => html`<xhtml:link rel="alternate" hreflang="${hreflang}" href="${href}"/>`);
  return all.map(({ href }) => html`<url><loc>${href}</loc>${links}</url>\n`);
};

/** The page at `/sitemap.xml`. */
export const sitemapPage: Page = { path: "/sitemap.xml", handle };

/** What a story's page says of itself to machines: feeds, oEmbed, Open Graph, and schema.org's JSON-LD. */

import { raw } from "hono/html";
import { type Language, languages } from "../../../events/tell/languages.ts";
import { pictureAddress, storyPath } from "../../http/links.ts";
import { pictureSize } from "../../picture/sheet.ts";
import type { StoryPage } from "../../read/story-page.ts";
import { feedFormats } from "../feeds/feed-formats.ts";
import { feedItemsOf } from "../feeds/feed-item.ts";
import { scriptJson, storyJsonLd } from "../feeds/json-ld.ts";
import { canonicalAddress, isVariantView, type Reader } from "../reader.ts";
import { phrases } from "../words.ts";
import { trimmedEntry } from "./entry.tsx";
import type { StoryContext } from "./story-context.tsx";

type Shown = { context: StoryContext; story: StoryPage };

/** Where there is less room than this, readers need it. */
const leastRoom = 1 / 8;

/** Stands in the page's `<head>`. */
export const StoryHead = ({ context, story }: Shown) => {
  const { reader, slug, version, room = 1 } = context;
  const { status, openedAt } = story;
  const { title, recordedAt } = story.story;
  const url = canonicalAddress(reader);
  const image = { url: pictureAddress(url, slug, version, reader.language), ...pictureSize, alt: status.headline };
  const article = { "og:type": "article", "article:published_time": openedAt, "article:modified_time": recordedAt };
  const oembed = new URL("/oembed", url);
  oembed.search = new URLSearchParams({ url, format: "json" }).toString();
  return (
    <>
      <FeedLinks reader={reader} title={title} path={storyPath(context)} />
      <link rel="alternate" type="application/json+oembed" href={oembed.href} title={title} />
      <OpenGraph reader={reader} title={title} description={status.headline} more={article} image={image} />
      {isVariantView(reader) || room < leastRoom ? null : <Described {...{ context, story, url, image }} />}
    </>
  );
};

/** The feeds of a page. */
export const FeedLinks = ({ reader, title, path }: { reader: Reader; title: string; path: string }) => (
  <>
    {feedFormats.map((format) => (
      <link
        rel="alternate"
        type={format.type.split(";")[0]}
        href={`${path.replace(/\/$/, "")}/${format.path}?lang=${reader.language}`}
        title={`${title} (${format.name})`}
      />
    ))}
  </>
);

type Image = { url: string; width: number; height: number; alt: string };
type Graphed = { reader: Reader; title: string; description: string; more?: Record<string, string>; image?: Image };

/** Open Graph, and what X asks for beyond it. */
export const OpenGraph = ({ reader, title, description, more = {}, image }: Graphed) => {
  const locale = (language: Language) => phrases[language].locale.replace("-", "_");
  const others = languages.filter((language) => language !== reader.language);
  const properties: [string, string | number][] = [
    ["og:title", title],
    ["og:description", description],
    ["og:url", canonicalAddress(reader)],
    ["og:site_name", "Riposte"],
    ["og:locale", locale(reader.language)],
    ...others.map((language): [string, string] => ["og:locale:alternate", locale(language)]),
    ...Object.entries({ "og:type": "website", ...more }),
    ...(image
      ? Object.entries({
          "og:image": image.url,
          "og:image:type": "image/png",
          "og:image:width": image.width,
          "og:image:height": image.height,
          "og:image:alt": image.alt,
        })
      : []),
  ];
  return (
    <>
      {properties.map(([property, content]) => (
        <meta property={property} content={`${content}`} />
      ))}
      <meta name="twitter:card" content={image ? "summary_large_image" : "summary"} />
    </>
  );
};

type Description = Shown & { url: string; image: Image };

/** A block of data, which no browser runs. Only the page's plain address has it: the others are other views of the same. */
const Described = ({ context, story, url, image }: Description) => {
  const { reader, slug } = context;
  const { status, timeline, openedAt } = story;
  const { title, language, recordedAt, concluded } = story.story;
  const article = {
    url,
    origin: new URL(url).origin,
    title,
    description: status.headline,
    language: reader.language,
    published: openedAt,
    modified: recordedAt,
    picture: image,
    concluded: concluded !== undefined,
  };
  const entries = timeline.entries.map((entry) => trimmedEntry(context, entry));
  const graph = storyJsonLd(reader, article, feedItemsOf(reader, slug, language, entries));
  return <script type="application/ld+json">{raw(scriptJson(graph))}</script>;
};

/** A story as schema.org knows it: a `NewsArticle`, and the `LiveBlogPosting` that covers it, which schema.org holds for two things. */
import type {
  BlogPosting,
  CorrectionComment,
  Graph,
  ImageObject,
  LiveBlogPosting,
  NewsArticle,
  Organization,
  Person,
} from "schema-dts";
import type { Reader } from "../reader.ts";
import type { FeedItem } from "./feed-item.ts";
import type { FeedPicture } from "./feed-pictures.ts";
import { lineText } from "./lines.ts";

/** What a story's page says of itself. Every address is absolute. */
export type Article = {
  url: string;
  origin: string;
  title: string;
  description: string;
  language: string;
  published: string;
  modified: string;
  picture: Picture;
  /** Nothing but amendments comes after this. */
  concluded: boolean;
};
type Picture = { url: string; width: number; height: number; alt: string };

/** Describes it. What was taken down is left out, and what was retracted is no update any more: it stands among the corrections. */
export const storyJsonLd = (reader: Reader, article: Article, pieces: readonly FeedItem[]): Graph => {
  const { url, title, description, language, published, modified, origin } = article;
  const correction = pieces.flatMap((piece) => correctionsOf(reader, piece));
  const common = {
    url,
    headline: title,
    description,
    inLanguage: language,
    datePublished: published,
    dateModified: modified,
    image: imageOf(article.picture),
    author: publisherOf(origin),
    publisher: publisherOf(origin),
    isAccessibleForFree: true,
    ...(correction.length > 0 ? { correction } : {}),
  };
  const news: NewsArticle = { "@type": "NewsArticle", "@id": `${url}#article`, mainEntityOfPage: url, ...common };
  const live: LiveBlogPosting = {
    "@type": "LiveBlogPosting",
    "@id": `${url}#live`,
    isPartOf: { "@id": `${url}#article` },
    ...common,
    coverageStartTime: published,
    ...(article.concluded ? { coverageEndTime: endOf(pieces) ?? modified } : {}),
    liveBlogUpdate: pieces.filter(({ end }) => !end).map((piece) => updateOf(reader, piece, article)),
  };
  return { "@context": "https://schema.org", "@graph": [news, live] };
};

/** When the conclusion was recorded: nothing but amendments comes after it. */
const endOf = (pieces: readonly FeedItem[]): string | undefined =>
  pieces.find(({ type, end }) => type === "StoryConcluded" && !end)?.published;

const updateOf = (reader: Reader, piece: FeedItem, { language, origin }: Article): BlogPosting => {
  const correction = correctionsOf(reader, piece);
  return {
    "@type": "BlogPosting",
    "@id": piece.address,
    url: piece.url,
    headline: piece.headline,
    articleBody: [piece.headline, ...piece.lines.map(lineText)].join("\n"),
    datePublished: piece.published,
    dateModified: piece.modified,
    ...(piece.pictures.length > 0 ? { image: piece.pictures.map(pictureOf) } : {}),
    ...(piece.language === language ? {} : { inLanguage: piece.language }),
    author: piece.by === undefined ? publisherOf(origin) : ({ "@type": "Person", name: piece.by } satisfies Person),
    ...(correction.length > 0 ? { correction } : {}),
  };
};

/** An update puts nothing right, and is no correction. */
const correctionsOf = ({ words }: Reader, { headline, notes, end }: FeedItem): CorrectionComment[] => {
  if (end?.kind === "takenDown") return [];
  const comment = ({ line, at }: { line: FeedItem["lines"][number]; at: string }, before = ""): CorrectionComment => ({
    "@type": "CorrectionComment",
    text: before + lineText(line),
    datePublished: at,
  });
  const corrections = notes.filter(({ kind }) => kind !== "update").map((note) => comment(note));
  return [...corrections, ...(end ? [comment(end, headline + words.colon)] : [])];
};

const imageOf = ({ url, width, height, alt }: Picture): ImageObject => ({
  "@type": "ImageObject",
  url,
  width: `${width}`,
  height: `${height}`,
  caption: alt,
});

const pictureOf = ({ url, width, height, alt, caption, credit }: FeedPicture): ImageObject => ({
  ...imageOf({ url, width, height, alt: caption ?? alt }),
  creditText: credit,
});

const publisherOf = (origin: string): Organization => ({
  "@type": "Organization",
  name: "Riposte",
  url: `${origin}/`,
  logo: { "@type": "ImageObject", url: `${origin}/favicon.svg` },
});

const dangerous = /[<>&'\u2028\u2029]/g;

/** JSON that can stand in a `<script>`: nothing in it ends the element, nor begins a comment in it (HTML, section 4.12.1.3). */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(dangerous, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);

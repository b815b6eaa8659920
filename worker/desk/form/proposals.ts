/** What a form proposes from what else was typed: slugs from names, a source from its address. */
import type { ReferenceKind, Source } from "../../../events/values.ts";
import { foldText } from "../typed/fold-text.ts";

const longest = 60;

/** A text as a slug: at most 60 characters of `a-z0-9-`; “item” where nothing of it can stand in one. */
export const slugOf = (text: string): string => {
  const words = foldText(text)
    .replace(/'s\b/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  const cut =
    words.length <= longest
      ? words
      : words
          .slice(0, longest + 1)
          .replace(/-[^-]*$/, "")
          .slice(0, longest);
  return cut || "item";
};

/** The slug, or the next of its kind, that is not taken: `bid`, `bid-2`, `bid-3`. */
export const freeSlug = (wanted: string, isTaken: (slug: string) => boolean): string => {
  if (!isTaken(wanted)) return wanted;
  for (let count = 2; ; count += 1) if (!isTaken(`${wanted}-${count}`)) return `${wanted}-${count}`;
};

/** What an event that introduces something may name it by. */
export const proposedSlug = (kind: ReferenceKind, data: Readonly<Record<string, unknown>>): string => {
  const { by, inReplyTo, name, text, title } = data;
  if (kind === "offer") return slugOf(`${typeof by === "string" ? by : ""} ${inReplyTo === undefined ? "bid" : "counter"}`);
  const words = [name, title, text, ...Object.values(data)].find((value): value is string => typeof value === "string") ?? kind;
  return kind === "question" ? slugOf(words.split(/\s+/).slice(0, 6).join(" ")) : slugOf(words);
};

/** Publishers whose name does not follow from their address. */
const publishers: Readonly<Record<string, string>> = {
  "ft.com": "Financial Times",
  "wsj.com": "The Wall Street Journal",
  "nytimes.com": "The New York Times",
  "washingtonpost.com": "The Washington Post",
  "theguardian.com": "The Guardian",
  "bbc.co.uk": "BBC",
  "bbc.com": "BBC",
  "apnews.com": "Associated Press",
  "afp.com": "AFP",
  "lemonde.fr": "Le Monde",
  "lesechos.fr": "Les Echos",
  "lefigaro.fr": "Le Figaro",
  "cnbc.com": "CNBC",
  "cnn.com": "CNN",
  "sec.gov": "SEC",
  "economist.com": "The Economist",
  "latimes.com": "Los Angeles Times",
  "techcrunch.com": "TechCrunch",
  "theverge.com": "The Verge",
  "scmp.com": "South China Morning Post",
  "elpais.com": "El País",
  "spiegel.de": "Der Spiegel",
  "liberation.fr": "Libération",
  "leparisien.fr": "Le Parisien",
  "latribune.fr": "La Tribune",
  "x.com": "X",
  "twitter.com": "X",
};

const joined = (name: string): string => foldText(name).replace(/[ .]/g, "");

/** The publisher that a beginning of its name means, of those that are known here and of others; else the name itself. */
export const publisherNamed = (typed: string, others: readonly string[]): string =>
  Object.entries(publishers).find(([host]) => host.startsWith(`${joined(typed)}.`))?.[1] ??
  [...others, ...Object.values(publishers)].find((name) =>
    [name, name.replace(/^(?:The|Le|La|Les) /, "")].some((one) => joined(one).startsWith(joined(typed))),
  ) ??
  capital(typed);

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A source as its address alone tells of it: the publisher by its host, the title by the last part of its path that has words. Nothing is fetched. */
export const sourceOfAddress = (url: string): Source | undefined => {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  const { hostname, pathname } = new URL(url);
  const host = hostname.replace(/^(?:www|m|amp|edition)\./, "");
  const known = Object.keys(publishers).find((name) => host === name || host.endsWith(`.${name}`));
  const [second = "", first = ""] = host
    .split(".")
    .reverse()
    .slice(/\.(?:co|com|org|net|gov|ac)\.\w\w$/.test(host) ? 1 : 0);
  const publisher = known ? publishers[known] : (first || second).split("-").map(capital).join(" ");
  const slugs = pathname.split("/").filter((part) => part.split(/[-_]/).filter((word) => /^\p{L}{2,}/u.test(word)).length >= 3);
  const title = slugs
    .at(-1)
    ?.replace(/\.\w+$/, "")
    .split(/[-_]/)
    .filter((word) => word !== "" && !/^(?!(?:19|20)\d\d$)(?:\d{4,}|[0-9a-f]{8,})$/.test(word))
    .join(" ");
  return { publisher: publisher || host, ...(title ? { title: capital(title).slice(0, 300) } : {}), url };
};

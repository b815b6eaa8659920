/** What stands around every page: head, masthead, footer. */

import { type Language, languages } from "../../events/tell/languages.ts";
import { type AssetName, assetAddress } from "../http/html/assets.ts";
import type { Child, PropsWithChildren } from "../http/html/jsx-runtime.ts";
import { languageNames } from "../http/html/language-names.ts";
import { canonicalAddress, currentPathWith, isVariantView, localizedPath, plainAddress, type Reader } from "./reader.ts";

type Head = {
  reader: Reader;
  title: string;
  description?: string | undefined;
  /** The address of the same as JSON. */
  data?: string | undefined;
  /** Not a page that search engines should know, even at its plain address. */
  passing?: boolean | undefined;
  /** The languages that it is told in, where these are not all: it promises no others. */
  told?: readonly Language[] | undefined;
  /** There is nothing at this address, or nothing of this kind: it is nobody's proper one. */
  astray?: boolean | undefined;
  /** What else the page says of itself to machines. */
  head?: Child;
  /** What it loads besides: plain scripts, then modules. */
  scripts?: readonly AssetName[];
  modules?: readonly AssetName[];
  styles?: readonly AssetName[];
};

/** A whole page. */
export const PageLayout = ({ children, ...head }: PropsWithChildren<Head>) => (
  <html lang={head.reader.language}>
    <PageHead {...head} />
    <body>
      <a class="skip" href="#content">
        {head.reader.words.skip}
      </a>
      <Masthead reader={head.reader} />
      <main id="content" tabindex={-1}>
        {children}
      </main>
      <Footer reader={head.reader} data={head.data} />
    </body>
  </html>
);

const PageHead = ({
  reader,
  title,
  description,
  data,
  passing,
  told = languages,
  astray,
  head,
  scripts = [],
  modules = [],
  styles = [],
}: Head) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>{title === "Riposte" ? title : `${title} · Riposte`}</title>
    {description ? <meta name="description" content={description} /> : null}
    {passing || astray || isVariantView(reader) ? <meta name="robots" content="noindex" /> : null}
    <link rel="preload" href={assetAddress("serif.woff2")} as="font" type="font/woff2" crossorigin="anonymous" />
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <link rel="apple-touch-icon" href="/icons/apple-touch-icon.png" />
    <link rel="manifest" href="/manifest.webmanifest" />
    {/* As in base.css: the paper. */}
    <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbf9f4" />
    <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#16150f" />
    {[...styles, "riposte.css" as const].map((name) => (
      <link rel="stylesheet" href={assetAddress(name)} />
    ))}
    {astray ? null : <Addresses reader={reader} told={told} />}
    {head}
    {data ? <link rel="alternate" type="application/json" href={data} /> : null}
    {scripts.map((name) => (
      <script src={assetAddress(name)} defer />
    ))}
    {modules.map((name) => (
      <script type="module" src={assetAddress(name)} />
    ))}
  </head>
);

/** By which address search engines should know the page, and by which in each language. */
const Addresses = ({ reader, told }: { reader: Reader; told: readonly Language[] }) => (
  <>
    <link rel="canonical" href={canonicalAddress(reader)} />
    {told.map((language) => (
      <link rel="alternate" hreflang={language} href={plainAddress(reader, language)} />
    ))}
    <link rel="alternate" hreflang="x-default" href={plainAddress(reader)} />
  </>
);

const Masthead = ({ reader }: { reader: Reader }) => (
  <header class="masthead">
    <a class="masthead-name" href={localizedPath(reader, "/")}>
      Riposte
    </a>
    <nav aria-label={reader.words.menu}>
      <ul class="row">
        <li>
          <a href={localizedPath(reader, "/")}>{reader.words.nav.stories}</a>
        </li>
        <li>
          <a href={localizedPath(reader, "/docs")}>{reader.words.nav.docs}</a>
        </li>
      </ul>
    </nav>
    <nav aria-label={reader.words.languages}>
      <ul class="row">
        {languages.map((language) => (
          <li lang={language}>
            {language === reader.language ? (
              <span aria-current="true">{languageNames[language]}</span>
            ) : (
              <a href={currentPathWith(reader, { lang: language })} hreflang={language}>
                {languageNames[language]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  </header>
);

const Footer = ({ reader, data }: { reader: Reader; data?: string | undefined }) => (
  <footer class="footer">
    <p>{reader.words.footer}</p>
    {data ? (
      <p>
        <a href={data} type="application/json">
          {reader.words.asData}
        </a>
      </p>
    ) : null}
  </footer>
);

/** What stands around every page of the desk, and the parts that its forms share. */

import { languages } from "../../events/tell/languages.ts";
import { type AssetName, assetAddress } from "../http/html/assets.ts";
import type { PropsWithChildren } from "../http/html/jsx-runtime.ts";
import { languageNames } from "../http/html/language-names.ts";
import { roleAllows } from "../store/token.ts";
import type { DeskPerson, DeskVisit } from "./desk-page.ts";
import { deskSections } from "./sections.ts";
import { fillIn } from "./words/fill-in.ts";

type Layout = {
  visit: DeskVisit;
  title: string;
  /** Modules that the page gets better with: it works without. */
  modules?: readonly AssetName[];
};

/** A whole page of the desk. */
export const DeskLayout = ({ visit, title, modules = [], children }: PropsWithChildren<Layout>) => (
  <html lang={visit.language}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <title>{`${title} · ${visit.words.desk}`}</title>
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href={assetAddress("desk.css")} />
      {visit.person ? <script type="module" src={assetAddress("desk/desk.js")} /> : null}
      {modules.map((name) => (
        <script type="module" src={assetAddress(name)} />
      ))}
    </head>
    <body>
      <a class="skip" href="#content">
        {visit.words.skip}
      </a>
      <Masthead visit={visit} />
      <main id="content" tabindex={-1}>
        {children}
      </main>
    </body>
  </html>
);

const Masthead = ({ visit }: { visit: DeskVisit }) => {
  const { words, person, url } = visit;
  return (
    <header class="masthead desk-masthead">
      <a class="masthead-name" href="/desk">
        {words.desk}
      </a>
      {person ? (
        <nav aria-label={words.menu}>
          <ul class="row">
            {deskSections
              .filter(({ role }) => roleAllows(person.role, role))
              .map(({ path, name }) => (
                <li>
                  <a href={path} aria-current={url.pathname === path ? "page" : undefined}>
                    {words.sections[name]}
                    {visit.counts?.[name] === undefined ? null : <span class="count"> {visit.counts[name]}</span>}
                  </a>
                </li>
              ))}
          </ul>
        </nav>
      ) : null}
      <nav aria-label={words.languages}>
        <ul class="row">
          {languages.map((language) => (
            <li lang={language}>
              {language === visit.language ? (
                <span aria-current="true">{languageNames[language]}</span>
              ) : (
                <a href={inLanguage(url, language)} hreflang={language}>
                  {languageNames[language]}
                </a>
              )}
            </li>
          ))}
        </ul>
      </nav>
      {person ? <SignedInAs visit={visit} person={person} /> : null}
    </header>
  );
};

/** This address in another language, on this origin. */
const inLanguage = (url: URL, language: string): string => {
  const { searchParams, pathname } = new URL(url);
  searchParams.set("lang", language);
  return `${pathname.replace(/^\/+/, "/")}?${searchParams}`;
};

const SignedInAs = ({ visit: { words }, person }: { visit: DeskVisit; person: DeskPerson }) => (
  <form method="post" action="/desk/sign-out" class="desk-person">
    <ForgeryField person={person} />
    <a href="/desk/sessions" aria-label={fillIn(words.signedInAs, { name: person.name })}>
      <bdi>{person.name}</bdi>
    </a>{" "}
    <small>{words.roles[person.role].name}</small>
    <button type="submit" class="quiet">
      {words.signOut}
    </button>
  </form>
);

/** What every form of the desk sends along: nobody else's page knows it. */
export const ForgeryField = ({ person }: { person: DeskPerson }) => <input type="hidden" name="forgery" value={person.forgery} />;

/** A field at fault: its `id`, and what is wrong with it. */
export type FieldFault = { field: string; text: string };

/** What is wrong with a form, summed up on top of it: read out first, each fault a way to its field. */
export const ErrorSummary = ({ visit, faults }: { visit: DeskVisit; faults: readonly FieldFault[] }) =>
  faults.length === 0 ? null : (
    <div class="error-summary" role="alert" tabindex={-1} autofocus>
      <h2>{visit.words.errors}</h2>
      <ul>
        {faults.map(({ field, text }) => (
          <li>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );

/** What is wrong with one field, beside it; the field names it by `aria-describedby`, `{field}-error`. */
export const FieldError = ({ field, faults }: { field: string; faults: readonly FieldFault[] }) =>
  faults
    .filter((fault) => fault.field === field)
    .map(({ text }) => (
      <p class="field-error" id={`${field}-error`}>
        {text}
      </p>
    ));

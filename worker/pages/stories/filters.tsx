/** What stories are picked by on the front page: links and a form that need no script. */
import type { FrontPage } from "../../read/front-page.ts";
import { localizedPath, type Reader } from "../reader.ts";

/** What a front page is picked by. */
export type Picked = { section?: string | undefined; language?: string | undefined; party?: string | undefined };

/** Whether anything is picked. */
export const isPicked = ({ section, language, party }: Picked): boolean => (section ?? language ?? party) !== undefined;

type Shown = { reader: Reader; page: FrontPage; picked: Picked };
type Option = { value: string; text: string; lang?: string | undefined };

/** The sections as links; languages and parties in a form, where there is more than one to choose from. */
export const Filters = ({ reader, page, picked }: Shown) => {
  const { front } = reader.words;
  const languages = languagesOf(reader, page, picked);
  const parties = partiesOf(reader, page, picked);
  const { sections } = page;
  if (sections.length === 0 && languages.length < 2 && parties.length < 2 && !isPicked(picked)) return null;
  return (
    <nav class="filters" aria-label={front.filters}>
      {sections.length > 0 ? (
        <ul class="row sections">
          {[undefined, ...sections].map((section) => (
            <li>
              <a href={sectionPath(reader, section)} aria-current={section === picked.section ? "true" : undefined}>
                {section ?? front.all}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <details class="front-picking" open={(picked.language ?? picked.party) !== undefined}>
        <summary>{front.filters}</summary>
        <form action="/" class="front-picks">
          {reader.namesLanguage ? <input type="hidden" name="lang" value={reader.language} /> : null}
          {picked.section === undefined ? null : <input type="hidden" name="section" value={picked.section} />}
          <Choice name="in" label={front.language} any={front.any} options={languages} chosen={picked.language} />
          <Choice name="party" label={front.party} any={front.any} options={parties} chosen={picked.party} />
          <button type="submit">{front.show}</button>
          {isPicked(picked) ? <a href={localizedPath(reader, "/")}>{front.clear}</a> : null}
        </form>
      </details>
    </nav>
  );
};

type Choosing = { name: string; label: string; any: string; options: readonly Option[]; chosen: string | undefined };

const Choice = ({ name, label, any, options, chosen }: Choosing) => (
  <label>
    <span>{label}</span>
    <select name={name}>
      <option value="">{any}</option>
      {options.map(({ value, text, lang }) => (
        <option value={value} lang={lang} selected={value === chosen}>
          {text}
        </option>
      ))}
    </select>
  </label>
);

const sectionPath = (reader: Reader, section: string | undefined): string =>
  localizedPath(reader, section === undefined ? "/" : `/?${new URLSearchParams({ section })}`);

/** The languages of the stories that are shown, each by its own name. */
const languagesOf = ({ language: own }: Reader, { stories }: FrontPage, { language }: Picked): Option[] => {
  const all = new Set([...(language === undefined ? [] : [language]), ...stories.map((story) => story.language)]);
  const nameOf = (tag: string) => new Intl.DisplayNames([tag, own], { type: "language" }).of(tag) ?? tag;
  return [...all].map((value) => ({ value, text: nameOf(value), lang: value })).sort((a, b) => (a.text < b.text ? -1 : 1));
};

/** So many parties can be chosen. */
const mostParties = 12;

/** The parties of the stories that are shown, those of most stories first. */
const partiesOf = ({ language }: Reader, { stories }: FrontPage, { party }: Picked): Option[] => {
  const counted = new Map<string, { count: number; option: Option }>();
  for (const { card } of stories)
    for (const one of card.parties) {
      const { name, language: lang } = one.names[language];
      const known = counted.get(one.party) ?? { count: 0, option: { value: one.party, text: name, lang } };
      counted.set(one.party, { ...known, count: known.count + 1 });
    }
  const most = [...counted.values()].sort((a, b) => b.count - a.count).map(({ option }) => option);
  const chosen = party === undefined ? [] : [counted.get(party)?.option ?? { value: party, text: party }];
  return [...chosen, ...most.filter(({ value }) => value !== party)].slice(0, mostParties);
};

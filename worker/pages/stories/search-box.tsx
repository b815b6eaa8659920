/** The box that one searches by: a form that needs no script. */
import { maxQueryLength } from "../../search/search.ts";
import { localizedPath, type Reader } from "../reader.ts";

/** The form that searches, with `q` in it. */
export const SearchBox = ({ reader, q }: { reader: Reader; q: string }) => {
  const { search } = reader.words;
  return (
    <search class="search">
      <form action="/">
        <label for="q">{search.label}</label>
        <input id="q" name="q" type="search" value={q} maxlength={maxQueryLength} enterkeyhint="search" autocomplete="off" />
        {reader.namesLanguage ? <input type="hidden" name="lang" value={reader.language} /> : null}
        <button type="submit">{search.button}</button>
      </form>
      {q === "" ? null : <a href={localizedPath(reader, "/")}>{search.clear}</a>}
    </search>
  );
};

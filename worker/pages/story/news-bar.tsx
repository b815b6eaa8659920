/** The bar at the bottom of the window that tells of news: empty until a script has some to tell. */
import type { Reader } from "../reader.ts";

/** The bar, hidden. */
export const NewsBar = ({ reader }: { reader: Reader }) => {
  const { bar, told } = reader.words.news;
  return (
    <>
      <p id="news-told" class="unseen" role="status" />
      <aside id="news" class="news" aria-label={bar.label} data-words={JSON.stringify(told)} hidden>
        <div class="news-since" hidden>
          <span /> <ul hidden /> <a href={reader.url.pathname}>{bar.show}</a>
        </div>
        <p class="news-changed" hidden>
          <a href="#content">{bar.changed}</a>
        </p>
        <ul class="news-elsewhere" aria-label={bar.elsewhere} hidden />
        <button type="button" class="news-show" hidden>
          <strong /> <span />
        </button>
        <button type="button" class="news-close" aria-label={bar.close}>
          <span aria-hidden="true">×</span>
        </button>
      </aside>
    </>
  );
};

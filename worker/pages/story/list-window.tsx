/** Long lists on a story's page: each shows so many of its items at a time, and leads to those before and after them. */
import { storyPath } from "../../http/links.ts";
import { shownOf } from "../fit-page.ts";
import { currentPathWith, localizedPath } from "../reader.ts";
import type { ItemPlaces, StoryContext, TurnedList } from "./story-context.tsx";

/** What of a list is shown: the items from `from` on, up to `to`, of `total`. */
type ListWindow<Item> = { items: readonly Item[]; from: number; to: number; total: number };

/** So many items of a list for which `most` are shown where the page has all the room that there is. */
export const mostOf = ({ room = 1 }: StoryContext, most: number): number => shownOf(room, most);

/** The part of a list that the address asks for, of at most `most` items; where it asks for none, the first part, or the last one. */
export const listWindow = <Item,>(
  context: StoryContext,
  list: TurnedList,
  all: readonly Item[],
  { most, end = false }: { most: number; end?: boolean },
): ListWindow<Item> => {
  const size = mostOf(context, most);
  const asked = context.turned?.[list] ?? (end ? all.length - size : 0);
  const from = Math.max(0, Math.min(asked, all.length - 1));
  const to = Math.min(from + size, all.length);
  return { items: all.slice(from, to), from, to, total: all.length };
};

type Shown = { context: StoryContext; list: TurnedList; title: string; window: Omit<ListWindow<unknown>, "items"> };

/** Where in the list this is, and the ways to the rest; nothing where all of it is shown. */
export const ListTurning = ({ context, list, title, window: { from, to, total } }: Shown) => {
  if (to - from === total) return null;
  const words = context.reader.words.lists;
  const { reader } = context;
  // Corrections have a page of their own, wherever they are shown.
  const url = list === "corrections" ? new URL(`${storyPath(context)}/corrections${reader.url.search}`, reader.url) : reader.url;
  const path = (start: number) => `${currentPathWith({ ...reader, url }, { [list]: String(start) })}#${list}`;
  return (
    <nav class="aside" aria-label={title}>
      <ul class="row turning">
        {from > 0 ? (
          <li>
            <a href={path(Math.max(0, from - (to - from)))}>{words.before}</a>
          </li>
        ) : null}
        <li>{words.window(from + 1, to, total)}</li>
        {to < total ? (
          <li>
            <a href={path(to)}>{words.after}</a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
};

/** The places of a list's items, and the window on it. */
export const itemPlaces = (names: readonly string[], { from, to }: { from: number; to: number }): ItemPlaces => ({
  places: new Map(names.map((name, place) => [name, place])),
  from,
  to,
});

/** The link to an item of a turned list: on this page where it shows it, else on the page that begins with it. */
const linkToItem = (context: StoryContext, list: TurnedList, name: string, anchor: string): string => {
  if (context.isApart) return `${localizedPath(context.reader, storyPath(context))}#${anchor}`;
  const { places, from, to } = context.items?.[list] ?? {};
  const place = places?.get(name);
  if (place === undefined || from === undefined || to === undefined || (place >= from && place < to)) return `#${anchor}`;
  return `${currentPathWith(context.reader, { [list]: String(place) })}#${anchor}`;
};

/** The link to an offer's row. */
export const offerLink = (context: StoryContext, offer: string): string => linkToItem(context, "offers", offer, `offer-${offer}`);

/** The link to a party's place in the cast. */
export const partyLink = (context: StoryContext, party: string): string => linkToItem(context, "cast", party, `party-${party}`);

type Counted = { context: StoryContext; left: number; href?: string | undefined };

/** Says how many more there are than a list shows, and leads to where they all are; nothing where it shows them all. */
export const AndMore = ({ context, left, href }: Counted) => {
  if (left <= 0) return null;
  const told = context.reader.words.lists.more(left);
  return href === undefined ? <span>{told}</span> : <a href={href}>{told}</a>;
};

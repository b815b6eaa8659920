/** A story as it is told in a language: with its translated texts, where there are any. */
import { get, type Offer, type OfferTerms, type Party, type Story, type Translation } from "../story.ts";
import { type TextField, type Texts, withTexts } from "../texts.ts";
import { lookedUp } from "./who.ts";

/** The texts of a story's events in a language: the translation of each event. */
export type StoryTexts = {
  language: string;
  /** The story in its own words. */
  original: Story;
  of: (version: number) => Translation | undefined;
  /** The language of a translated text; undefined where it is none. */
  has: (text: string) => string | undefined;
};

/** A story in a language: what it says itself is translated, and `texts` has what its events say. */
export type StoryIn = Story & { texts: StoryTexts };

/** The translation of an event that answers to a language (RFC 4647, section 3.4). */
export const translationOf = (
  { translations }: Pick<Story, "translations">,
  version: number,
  language: string,
): Translation | undefined => {
  const own = get(translations, `${version}`) ?? {};
  const tag = lookedUp(Object.keys(own), language);
  return tag === undefined ? undefined : own[tag];
};

/** Of the languages in which one text is said, the one that was asked for, whichever event said it first. */
const nearest = (wanted: string, said: readonly string[]): string =>
  said.find((language) => language.toLowerCase() === wanted.toLowerCase()) ?? said.toSorted()[0] ?? wanted;

/** A story told in a language. It is another value: the story itself stays in its own. */
export const storyIn = (told: Story | StoryIn, language: string): StoryIn => {
  if ("texts" in told && told.texts.language === language) return told;
  const story = "texts" in told ? told.texts.original : told;
  const known = new Map<number, Translation>();
  const said = new Map<string, string>();
  for (const event of Object.keys(story.translations)) {
    const translation = translationOf(story, Number(event), language);
    if (!translation) continue;
    known.set(Number(event), translation);
    // Pages tell it by its paragraphs, too.
    for (const text of Object.values(translation.texts).flat())
      for (const told of text === undefined ? [] : [text, ...text.split("\n")])
        said.set(told, nearest(language, [translation.language, said.get(told) ?? translation.language]));
  }
  const texts: StoryTexts = { language, original: story, of: (version) => known.get(version), has: (text) => said.get(text) };
  const its = { ...(known.size === 0 ? {} : partsIn(story, texts)), texts };
  // By its descriptors: what of the story was not read stays unread.
  return Object.defineProperties(
    {},
    { ...Object.getOwnPropertyDescriptors(story), ...Object.getOwnPropertyDescriptors(its) },
  ) as StoryIn;
};

/** What a story says itself, by its events' translations. */
const partsIn = (story: Story, texts: StoryTexts): Partial<Story> => {
  const { title, summary, points, concluded, offers, parties } = story;
  const ofRecord = <Value>(record: Record<string, Value>, told: (value: Value) => Value) =>
    Object.fromEntries(Object.entries(record).map(([slug, value]) => [slug, told(value)]));
  const opening = texts.of(1)?.texts;
  return {
    title: opening?.title ?? title,
    summary: summary && (opening?.summary ?? summary),
    points: points && withTexts(points, textsAt(texts, points.version)),
    concluded: concluded && withTexts(concluded, textsAt(texts, concluded.version)),
    offers: ofRecord(offers, (offer) => offerIn(offer, texts)),
    parties: ofRecord(parties, (party) => partyIn(party, texts)),
  };
};

const textsAt = (texts: StoryTexts, version: number): Texts => texts.of(version)?.texts ?? {};

const offerIn = (offer: Offer, texts: StoryTexts): Offer => {
  const acts = offer.acts.map((act) => ({ ...act, change: act.change && withTexts(act.change, textsAt(texts, act.version)) }));
  /** A text is the newest act's that changed it, or the offer's own. */
  const saidBy = (field: TextField & keyof OfferTerms): number =>
    offer.acts.findLast(({ change }) => change?.[field] !== undefined)?.version ?? offer.version;
  const { subject, terms } = {
    subject: textsAt(texts, saidBy("subject")).subject,
    terms: textsAt(texts, saidBy("terms")).terms,
  };
  return { ...withTexts(offer, { subject, terms }), made: withTexts(offer.made, textsAt(texts, offer.version)), acts };
};

const partyIn = (party: Party, texts: StoryTexts): Party => {
  let saidBy = party.introduced;
  let role: string | undefined;
  const history = party.history.map((entry) => {
    if (entry.facts.role !== role) saidBy = entry.version;
    role = entry.facts.role;
    return { ...entry, facts: withTexts(entry.facts, { role: texts.of(saidBy)?.texts.role }) };
  });
  return { ...party, history };
};

/** What an event's text says in the language that the story is told in; the original where that is not translated. */
export const textIn = <Field extends TextField>(
  { texts }: StoryIn,
  version: number,
  field: Field,
  original: NonNullable<Texts[Field]>,
): NonNullable<Texts[Field]> => textsAt(texts, version)[field] ?? original;

/** The language of an editor's text, where that is not the one in which the story is told to a reader. */
export const foreignLanguage = ({ texts, language: own }: StoryIn, text: string | undefined): string | undefined => {
  const said = text === undefined ? texts.language : (texts.has(text) ?? own);
  return said.toLowerCase() === texts.language.toLowerCase() ? undefined : said;
};

const primary = (language: string): string | undefined => language.toLowerCase().split("-")[0];

type Translated = Pick<Story, "language" | "translations" | "points">;

/** The events that a story is told by: its opening, and its newest summary. */
const leadingEvents = ({ points }: Translated): number[] => [1, ...(points ? [points.version] : [])];

/** The languages, of these, in which a reader finds the texts of events: of those that the story is told by, where no others are named. */
export const toldIn = <Tag extends string>(story: Translated, languages: readonly Tag[], events = leadingEvents(story)): Tag[] =>
  languages.filter(
    (language) =>
      primary(story.language) === primary(language) || events.every((version) => translationOf(story, version, language)),
  );

/** The timeline: a page of entries in story order, each with what became of it. It is read through an index, not folded. */

import * as z from "zod/mini";
import { describes } from "../events/describes.ts";
import type { Said } from "../events/recorded.ts";
import { referencesOf } from "../events/references.ts";
import { definitionOf, type EventType, isTakenDown } from "../events/registry.ts";
import { type Amendment, certaintyWith, get, type Story } from "../events/story.ts";
import { offerToldOf } from "../events/tell/context.ts";
import type { Language } from "../events/tell/languages.ts";
import { type StoryIn, storyIn } from "../events/tell/story-in.ts";
import { textsOf } from "../events/texts.ts";
import { certainty, edit, instant, type Price, type Quote } from "../events/values.ts";
import { saying, sayingOf } from "./corrections.ts";
import { lastSaid, lastVersion, pageSize, type Told } from "./pages.ts";
import {
  dataIn,
  headlineAt,
  named,
  party,
  priceOf,
  remark,
  remarkedOn,
  takenBack,
  takenBackOf,
  textLanguage,
  textLanguageOf,
  toldPrice,
  words,
  wordsOf,
} from "./shapes.ts";

const amended =
  describes && z.strictObject({ version: z.int(), reason: z.string(), recordedAt: instant, recordedBy: z.string() });
const edited = describes && z.strictObject({ ...amended.shape, edit, before: saying, after: saying });

const entry =
  describes &&
  z
    .strictObject({
      version: z.int(),
      /** The version that amended it last, or took its words back, confirmed or denied it; its own where none did. */
      lastVersion: z.int(),
      type: z.string(),
      ...saying.shape,
      certainty,
      key: z.boolean(),
      recordedAt: instant,
      recordedBy: z.string(),
      parties: z.array(party),
      /** What language its free texts are in, where that is not the reader's; they are translated where `translated` says by which event. */
      ...textLanguage,
      translated: z.optional(z.strictObject({ version: z.int(), language: z.string(), translator: z.optional(z.string()) })),
      quote: z.optional(words.quote),
      translation: words.translation,
      offer: z.optional(
        z.strictObject({
          offer: z.string(),
          by: party,
          target: z.optional(party),
          subject: z.optional(z.string()),
          price: z.nullable(toldPrice),
        }),
      ),
      /** Corrections and clarifications; minor edits are told nowhere. */
      corrected: z.array(edited),
      updated: z.array(edited),
      retracted: z.nullable(amended),
      reinstated: z.array(amended),
      takenBack: z.array(takenBack),
      confirmed: z.array(remark),
      denied: z.array(remark),
      /** Set on what was taken down: its words are gone, and it stands in its place. */
      takenDown: z.nullable(
        z.strictObject({
          version: z.nullable(z.int()),
          reason: z.nullable(z.string()),
          recordedAt: z.nullable(instant),
          recordedBy: z.nullable(z.string()),
        }),
      ),
    })
    .check(z.meta({ id: "Entry" }));
export type Entry = z.infer<typeof entry>;

export const timeline = {
  name: "timeline",
  revision: 4,
  summary: describes && `The entries, newest first in story order, ${pageSize} a page, each with what became of it.`,
  schema:
    describes &&
    z
      .strictObject({ order: z.enum(["asc", "desc"]), entries: z.array(entry), next: z.nullable(z.string()) })
      .check(z.meta({ id: "Timeline" })),
} as const;

/** Tells entries to a reader. */
export const entriesOf = (told: readonly Told[], story: Story, language: Language): Entry[] => {
  const here = storyIn(story, language);
  return told.map((one) => entryOf(one, here, language));
};

const entryOf = (one: Told, story: StoryIn, language: Language): Entry => {
  const { event, amendments, place } = one;
  const said = lastSaid(one);
  const { version, type, recordedAt, recordedBy } = event;
  const data = "data" in said ? dataIn(story, { version, data: said.data }) : {};
  const told: Teller = ({ data, certainty }, as) => headlineAt(story, language, { version, type, data, certainty }, place, as);
  const { quote } = data as { quote?: Quote };
  const last = amendments.at(-1);
  const reinstated = amendments.filter(({ kind }) => kind === "reinstated");
  return {
    version,
    lastVersion: lastVersion(one, story),
    type,
    ...("data" in said ? sayingOf({ ...said, data }, told(said)) : sayingOf({ ...said, data }, gone[language])),
    certainty: certaintyWith(story, version, "data" in said ? said.certainty : undefined),
    key: "data" in said && said.key === true,
    recordedAt,
    recordedBy,
    parties: partiesOf(type, data).map((slug) => named(story, language, slug, place)),
    ...textLanguageOf(story, ...Object.values(textsOf(data)).flat()),
    translated: translatorOf(story, version),
    ...(quote ? wordsOf(quote) : {}),
    offer: "data" in said ? offerOf(type, data, story, language, place) : undefined,
    corrected: editsOf(amendments, (edit) => edit === "correction" || edit === "clarification", told),
    updated: editsOf(amendments, (edit) => edit === "update", told),
    retracted: last && last.kind === "retracted" ? why(last) : null,
    reinstated: reinstated.map(why),
    takenBack: takenBackOf(story, language, version),
    confirmed: remarkedOn(story, language, version, "confirmed"),
    denied: remarkedOn(story, language, version, "denied"),
    takenDown: isTakenDown(event) ? takedownOf(amendments) : null,
  };
};

/** What stands in the place of an entry that was taken down. */
const gone: Record<Language, { headline: string; headlineRuns: { text: string }[] }> = {
  en: { headline: "This entry was taken down", headlineRuns: [{ text: "This entry was taken down" }] },
  fr: { headline: "Cette entrée a été retirée", headlineRuns: [{ text: "Cette entrée a été retirée" }] },
};

/** The parties that an event names, each once. */
const partiesOf = (type: EventType, data: unknown): string[] => [
  ...new Set(referencesOf(type, data).flatMap(({ kind, name }) => (kind === "party" ? String(name) : []))),
];

const editsOf = (amendments: readonly Amendment[], isWanted: (edit: Amendment["edit"]) => boolean, told: Teller) =>
  amendments.flatMap((amendment) => {
    const { kind, edit, before, after } = amendment;
    if (kind !== "corrected" || edit === undefined || !isWanted(edit) || !("data" in before) || !after) return [];
    return {
      ...why(amendment),
      edit,
      before: sayingOf(before, told(before, "said")),
      after: sayingOf(after, told(after, "said")),
    };
  });
type Teller = (said: Said, as?: "told" | "said") => ReturnType<typeof headlineAt>;

/** By which event, into which language and by whom an entry's texts were translated. */
const translatorOf = ({ texts }: StoryIn, event: number): Entry["translated"] => {
  const translation = texts.of(event);
  return translation && { version: translation.version, language: translation.language, translator: translation.translator };
};

/** Where the log is read as it was before the takedown, it does not say who or why. */
const untold = { version: null, reason: null, recordedAt: null, recordedBy: null };

const takedownOf = (amendments: readonly Amendment[]) => {
  const takedown = amendments.findLast(({ kind }) => kind === "taken-down");
  return takedown ? why(takedown) : untold;
};

const why = ({ version, reason = "", recordedAt, recordedBy }: Amendment) => ({ version, reason, recordedAt, recordedBy });

/** The offer that an event makes or is about, with the event's own price where it names one. */
const offerOf = (type: EventType, data: unknown, story: StoryIn, language: Language, place: string): Entry["offer"] => {
  const slug = referencesOf(type, data).find(({ kind, introduces }) => kind === "offer" && !isReply(type, introduces))?.name;
  const offer = slug === undefined ? undefined : get(story.offers, String(slug));
  if (!offer) return undefined;
  const { by, target, subject } = offerToldOf(story, { ...offer, offer: String(slug) }, place);
  const price = (data as { price?: Price | null }).price ?? offer.price;
  return {
    offer: String(slug),
    by: named(story, language, by[0]?.party ?? offer.by, place),
    target: target && named(story, language, target.party, place),
    subject: subject?.text,
    price: price ? priceOf(language, price) : null,
  };
};

/** Whether a reference of a counter-offer is to the offer that it answers, and not to its own. */
const isReply = (type: EventType, introduces: boolean): boolean => definitionOf(type).type === "CounterOffered" && !introduces;

/** What an event says is told in another language. */

import * as z from "zod/mini";
import { defineEvent, type Rule } from "../define.ts";
import { describes } from "../describes.ts";
import { eventIsTranslated as eventIsTranslatedInEnglish } from "../tell/en/headlines-record.ts";
import { eventIsTranslated as eventIsTranslatedInFrench } from "../tell/fr/headlines-record.ts";
import { type TextField, type Texts, textFields, texts, textsOf } from "../texts.ts";
import { noteTranslation } from "../translations.ts";
import { language, refersToVersion, text } from "../values.ts";

type Translated = { event: number; language: string; texts: Texts; translator?: string | undefined };

/** All of an event's texts are translated, and nothing that it does not say. */
const ofField = (field: TextField): Rule<Translated>[] => [
  {
    code: "no-such-text",
    pointer: `/data/texts/${field}`,
    broken: (_, { data }, earlier) => {
      const event = earlier(data.event);
      if (!event || data.texts[field] === undefined || textsOf(event.data)[field] !== undefined) return undefined;
      return `Event ${data.event} (${event.type}) has no “${field}” that could be translated.`;
    },
  },
  {
    code: "text-not-translated",
    pointer: `/data/texts/${field}`,
    broken: (_, { data }, earlier) => {
      const original = textsOf(earlier(data.event)?.data ?? {})[field];
      return original === undefined || data.texts[field] !== undefined
        ? undefined
        : `Event ${data.event} has a “${field}” too: translate all that it says, so that no reader meets two languages in one entry.`;
    },
  },
];

export const textTranslated = defineEvent({
  type: "TextTranslated",
  editorial: true,
  placeless: true,
  summary:
    describes &&
    "What an event says is told in another language: all of its free texts. The newest translation counts, until what was translated is corrected.",
  data: z.strictObject({ event: refersToVersion(), language, texts, translator: z.optional(text(200)) }),
  retells: ({ event }) => event,
  rules: [
    {
      code: "event-does-not-stand",
      pointer: "/data/event",
      broken: (_, { data }, earlier) =>
        earlier(data.event) ? undefined : `Event ${data.event} stands no more: there is nothing to translate.`,
    },
    {
      code: "nothing-to-translate",
      pointer: "/data/event",
      broken: (_, { data }, earlier) => {
        const event = earlier(data.event);
        return event && Object.keys(textsOf(event.data)).length === 0
          ? `Event ${data.event} (${event.type}) has no free text: names and quotations have languages of their own.`
          : undefined;
      },
    },
    {
      code: "own-language",
      pointer: "/data/language",
      broken: (story, { data }) =>
        data.language.toLowerCase() === story.language.toLowerCase()
          ? `The story is told in “${story.language}” already: correct the event instead.`
          : undefined,
    },
    {
      code: "other-points",
      pointer: "/data/texts/points",
      broken: (_, { data }, earlier) => {
        const points = textsOf(earlier(data.event)?.data ?? {}).points?.length;
        return points === undefined || data.texts.points === undefined || points === data.texts.points.length
          ? undefined
          : `The summary of event ${data.event} has another number of points: ${points}.`;
      },
    },
    ...textFields.flatMap(ofField),
  ],
  declare: (story, { version, data: { event, ...translation } }) => noteTranslation(story, event, { version, ...translation }),
  headline: { en: eventIsTranslatedInEnglish, fr: eventIsTranslatedInFrench },
  example: describes && {
    type: "TextTranslated",
    occurredAt: "2025-02-11T10:00:00Z",
    data: {
      event: 15,
      language: "en",
      texts: { headline: "The quarrel overshadows the summit", text: "The hosts would rather have talked of energy." },
      translator: "Iris Reporter",
    },
  },
});

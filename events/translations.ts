/** Which translations hold: those of events that stand, and say what they said when they were translated. */
import { canonical } from "./seal.ts";
import type { Amendment, Story, Translation } from "./story.ts";
import { get } from "./story.ts";
import { textsOf } from "./texts.ts";

/** Takes note of a translation; a later one of the same event into the same language takes its place. */
export const noteTranslation = ({ translations }: Story, event: number, translation: Translation): void => {
  const tag = translation.language.toLowerCase();
  const { [tag]: _, ...others } = get(translations, `${event}`) ?? {};
  translations[event] = { ...others, [tag]: translation };
};

/**
 * Leaves out the translations of events that stand no more, and of texts that were corrected since. `standing`: the versions of the events
 * that hold true.
 */
export const dropStaleTranslations = (story: Story, standing: ReadonlySet<number>): void => {
  const amendments = Map.groupBy(story.amendments, ({ event }) => event);
  for (const [event, translated] of Object.entries(story.translations)) {
    const own = amendments.get(Number(event)) ?? [];
    const held = Object.entries(translated).filter(
      ([, { version }]) => standing.has(Number(event)) && !isStale(own, amendments.get(version) ?? [], version),
    );
    if (held.length > 0) story.translations[event] = Object.fromEntries(held);
    else delete story.translations[event];
  }
};

/** Whether an event says something else than when it was translated. A translation that was corrected since is as new as that. */
const isStale = (ofEvent: readonly Amendment[], ofTranslation: readonly Amendment[], version: number): boolean => {
  const made = ofTranslation.findLast(({ kind }) => kind === "corrected")?.version ?? version;
  const since = ofEvent.filter((amendment) => amendment.version > made);
  const [then, now] = [since[0]?.before, since.at(-1)?.after];
  return then !== undefined && (!("data" in then) || !now || canonical(textsOf(then.data)) !== canonical(textsOf(now.data)));
};

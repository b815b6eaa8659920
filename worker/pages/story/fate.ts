/** What has become of an entry since it was recorded, and which version says so. Minor edits are told nowhere. */
import type { Entry } from "../../../projections/timeline.ts";

/** What can become of an entry. */
export type Fate = "corrected" | "updated" | "retracted" | "reinstated" | "taken-down" | "taken-back" | "confirmed" | "denied";

type What = Pick<
  Entry,
  "version" | "corrected" | "updated" | "retracted" | "reinstated" | "takenDown" | "takenBack" | "confirmed" | "denied"
>;
type Step = { version: number; fate: Fate };

const stepsOf = (entry: What): Step[] => {
  const { corrected, updated, retracted, reinstated, takenBack, confirmed, denied } = entry;
  const as = (fate: Fate, steps: readonly { version: number }[]): Step[] => steps.map(({ version }) => ({ version, fate }));
  return [
    ...as("corrected", corrected),
    ...as("updated", updated),
    ...as("retracted", retracted ? [retracted] : []),
    ...as("reinstated", reinstated),
    ...as("taken-back", takenBack),
    ...as("confirmed", confirmed),
    ...as("denied", denied),
  ];
};

/** What has become of an entry last; nothing where it stands as it was recorded. */
export const fateOf = (entry: What): Fate | undefined =>
  entry.takenDown ? "taken-down" : stepsOf(entry).reduce<Step | undefined>(newer, undefined)?.fate;

const newer = (last: Step | undefined, step: Step): Step => (last && last.version > step.version ? last : step);

/** The version that last changed what readers are told of an entry: its own, where nothing did. */
export const toldVersionOf = (entry: What): number =>
  Math.max(entry.version, entry.takenDown?.version ?? 0, ...stepsOf(entry).map(({ version }) => version));

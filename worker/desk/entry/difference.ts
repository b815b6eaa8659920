/** What differs between two sayings of an event, as a correction says it. */
import { mergePatch } from "../../../events/merge-patch.ts";
import { canonical } from "../../../events/seal.ts";

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether two JSON values are the same. */
export const isSame = (a: unknown, b: unknown): boolean =>
  a === undefined || b === undefined ? a === b : canonical(a) === canonical(b);

/** The JSON Merge Patch (RFC 7396) that makes one value of another; undefined where they are the same. */
const patchOf = (was: Fields, is: Fields): Fields | undefined => {
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((name) => !isSame(was[name], is[name]));
  if (names.length === 0) return undefined;
  return Object.fromEntries(
    names.map((name) => {
      const [before, after] = [was[name], is[name]];
      return [name, after === undefined ? null : isObject(before) && isObject(after) ? patchOf(before, after) : after];
    }),
  );
};

/** What a form makes of an event: as it is posted, but for its type. */
export type FormSaying = Fields & { data?: unknown };

/** What stands for an attribute that is not said: a correction takes none away, it says another. */
const unsaid: Fields = { sources: [], key: false, certainty: "confirmed" };

/**
 * The `replacement` of the correction that makes of an event what its form says now; undefined where nothing differs, and where no
 * correction can say it: `lost` names the fields.
 */
export const replacementOf = (was: FormSaying, is: FormSaying): { replacement?: Fields; lost: string[] } => {
  const lost: string[] = [];
  const replacement: Record<string, unknown> = {};
  const isMoved = !isSame([was.occurredAt, was.precision], [is.occurredAt, is.precision]);
  if (isMoved) Object.assign(replacement, { occurredAt: is.occurredAt, precision: is.precision });
  for (const name of ["sources", "byline", "key", "certainty"]) {
    const [before, after] = [was[name] ?? unsaid[name], is[name] ?? unsaid[name]];
    if (isSame(before, after)) continue;
    if (after === undefined) lost.push(name);
    else replacement[name] = after;
  }
  const [before, after] = [was.data ?? {}, is.data ?? {}];
  const patch = isObject(before) && isObject(after) ? patchOf(before, after) : undefined;
  if (patch && !isSame(mergePatch(before, patch), after)) lost.push(...Object.keys(patch).map((name) => `data.${name}`));
  else if (patch) replacement.data = patch;
  return { ...(Object.keys(replacement).length > 0 && lost.length === 0 ? { replacement } : {}), lost };
};

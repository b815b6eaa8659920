/** From a form as it was typed to the event that it posts, with all that is not understood, and all that was understood besides. */
import type * as z from "zod/mini";
import { readMoment } from "../typed/moment.ts";
import { readMoney } from "../typed/money.ts";
import { guessLanguage } from "../typed/quotation-language.ts";
import { writeMoment } from "../typed/write-moment.ts";
import { writePrice } from "../typed/write-money.ts";
import { commonFields, type Field, fieldsOfData } from "./fields.ts";
import { freeSlug, proposedSlug, sourceOfAddress } from "./proposals.ts";
import { type FormFault, type FormSetting, nameIn, rowsOf, type TypedForm, typedValue, type Understood } from "./typed-form.ts";

/** What a form comes to. */
export type ReadForm = { posted: Record<string, unknown>; faults: FormFault[]; understood: Understood[] };

type Reading = Omit<ReadForm, "posted"> & { form: TypedForm; setting: FormSetting };
type Reader = (field: Field, name: string, reading: Reading) => unknown;

const text: Reader = (_, name, { form }) => typedValue(form, name) || undefined;

const readers: Partial<Record<Field["kind"], Reader>> = {
  boolean: (_, name, { form }) => ({ true: true, false: false })[typedValue(form, name)],
  version: (_, name, { form }) => {
    const typed = typedValue(form, name);
    return /^\d{1,9}$/.test(typed) ? Number(typed) : typed || undefined;
  },
  parties: ({ asList }, name, { form }) => {
    const parties = [
      ...new Set((form.get(name) ?? []).flatMap((value) => value.split(/[,\s]+/)).filter((party) => party !== "")),
    ];
    return asList === "several" && parties.length < 2 ? parties[0] : parties.length > 0 ? parties : undefined;
  },
  lines: (_, name, { form }) => {
    const lines = typedValue(form, name)
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== "");
    return lines.length > 0 ? lines : undefined;
  },
  money: ({ fields = [] }, name, reading) => {
    const typed = typedValue(reading.form, name);
    if (typed === "") return undefined;
    const read = readMoney(typed, reading.setting);
    if ("problem" in read) return fault(reading, name, read.problem);
    reading.understood.push({ name, said: writePrice(read.price), notes: read.notes });
    return { ...read.price, ...groupOf(fields, name, reading) };
  },
  instant: (_, name, reading) => momentIn(name, reading)?.occurredAt,
  day: (_, name, reading) => {
    const read = momentIn(name, reading, true);
    return read?.precision === "day" ? read.occurredAt.slice(0, 10) : read?.occurredAt;
  },
  names: (_, name, reading) => {
    const lines = typedValue(reading.form, name)
      .split(/\r?\n/)
      .filter((line) => line.trim() !== "");
    const pairs = lines.map((line) => /^\s*([A-Za-z][\w-]*)\s*:\s*([^|]+?)\s*(?:\|\s*(.+?)\s*)?$/.exec(line));
    if (pairs.some((pair) => !pair)) return fault(reading, name, "names");
    if (pairs.length === 0) return undefined;
    return Object.fromEntries(pairs.map((pair) => [pair?.[1], { name: pair?.[2], ...(pair?.[3] ? { short: pair[3] } : {}) }]));
  },
  json: (_, name, reading) => {
    const typed = typedValue(reading.form, name);
    if (typed === "") return undefined;
    try {
      return JSON.parse(typed);
    } catch {
      return fault(reading, name, "json");
    }
  },
  group: ({ fields = [] }, name, reading) => {
    const value = groupOf(fields, name, reading);
    return Object.keys(value).length > 0 ? value : undefined;
  },
  rows: ({ fields = [], name: own }, name, reading) => {
    const rows = rowsOf(reading.form, name).map((row) => {
      const [only] = fields;
      if (fields.length === 1 && only?.name === "") return valueIn(only, `${name}.${row}`, reading);
      const value = groupOf(fields, `${name}.${row}`, reading);
      return own === "sources" ? withProposals(value, `${name}.${row}`, reading) : value;
    });
    const { lastSource } = reading.setting;
    if (own === "sources" && lastSource && typedValue(reading.form, `${name}.before`) === "true") rows.unshift(lastSource);
    return rows.length > 0 ? rows : undefined;
  },
};

const fault = (reading: Reading, name: string, problem: Extract<FormFault, { problem: unknown }>["problem"]): undefined => {
  reading.faults.push({ name, problem });
  return undefined;
};

/** A time of an event lies behind, and so does that of what was published; all others lie ahead. */
const isComing = (name: string): boolean => !/(?:occurredAt|publishedAt)$/.test(name);

const momentIn = (name: string, reading: Reading, isDayEnough = false) => {
  const typed = typedValue(reading.form, name);
  if (typed === "") return undefined;
  const { now, zone } = reading.setting;
  const setting = { now, zone, coming: isComing(name) };
  const read = readMoment(typed, setting);
  if ("problem" in read) return fault(reading, name, read.problem);
  if (setting.coming && (read.precision === "month" || read.precision === "year")) return fault(reading, name, "deadline");
  // A deadline of a day is the end of that day.
  const isWholeDay = setting.coming && read.precision === "day" && !isDayEnough;
  const meant = isWholeDay
    ? readMoment(`${read.occurredAt.slice(0, 10)} 23:59`, setting)
    : setting.coming && read.precision === "hour"
      ? { ...read, precision: "minute" as const }
      : read;
  if ("problem" in meant) return fault(reading, name, meant.problem);
  const notes = isWholeDay ? [...read.notes, "end-of-day" as const] : read.notes;
  reading.understood.push({ name, said: writeMoment(meant, { ...setting, language: reading.setting.language }), notes });
  return meant;
};

/** Publisher and title of a source that was given by its address alone. */
const withProposals = (source: Record<string, unknown>, name: string, { understood }: Reading): Record<string, unknown> => {
  const proposed = typeof source.url === "string" && source.publisher === undefined ? sourceOfAddress(source.url) : undefined;
  if (!proposed) return source;
  const { publisher, title } = proposed;
  understood.push({ name: `${name}.publisher`, said: publisher, notes: ["proposed"] });
  if (source.title === undefined && title) understood.push({ name: `${name}.title`, said: title, notes: ["proposed"] });
  return { publisher, ...(title ? { title } : {}), ...source };
};

const valueIn = (field: Field, name: string, reading: Reading): unknown =>
  field.canBeTakenAway && typedValue(reading.form, `${name}.away`) === "true"
    ? null
    : (readers[field.kind] ?? text)(field, name, reading);

const groupOf = (fields: readonly Field[], name: string, reading: Reading): Record<string, unknown> => {
  const value: Record<string, unknown> = {};
  for (const field of fields) {
    const found = valueIn(field, nameIn(name, field.name), reading);
    if (found !== undefined) value[field.name] = found;
  }
  propose(fields, name, value, reading);
  return value;
};

/** Slugs that were left open, and the language of a text that was left open. */
const propose = (fields: readonly Field[], name: string, value: Record<string, unknown>, reading: Reading): void => {
  for (const { name: own, kind, introduces } of fields) {
    if (value[own] !== undefined) continue;
    const isQuoted = kind === "language" && name !== "" && typeof value.text === "string";
    const proposed =
      kind === "slug" && introduces && (name === "data" || Object.keys(value).length > 0)
        ? freeSlug(proposedSlug(introduces, value), (slug) => reading.setting.isTaken(introduces, slug))
        : isQuoted
          ? guessLanguage(String(value.text))
          : undefined;
    if (proposed === undefined) continue;
    value[own] = proposed;
    reading.understood.push({ name: nameIn(name, own), said: proposed, notes: ["proposed"] });
  }
};

/** Reads the form of an event of a type, whose data has that schema. */
export const readForm = (
  { type, data: schema }: { type: string; data: z.ZodMiniObject },
  form: TypedForm,
  setting: FormSetting,
): ReadForm => {
  const reading: Reading = { form, setting, faults: [], understood: [] };
  const data = groupOf(fieldsOfData(schema), "data", reading);
  const { occurredAt: _, ...common } = groupOf(commonFields.slice(1), "", reading);
  const moment = momentIn("occurredAt", reading);
  const time = moment ? { occurredAt: moment.occurredAt, precision: moment.precision } : {};
  return { posted: { type, ...time, ...common, data }, faults: reading.faults, understood: reading.understood };
};

/** The fields of an event's form, read from its schema: a new event type has its form with no line here. */

import * as z from "zod/mini";
import type * as core from "zod/v4/core";
import { attribution } from "../../../events/attribution.ts";
import { instant, language, type ReferenceKind, timeZone, url } from "../../../events/values.ts";

/** How a field is filled in. `lines`: a list of texts, one a line; `rows`: a list of groups; `json`: what no form knows, as it is posted. */
type FieldKind =
  | "text"
  | "prose"
  | "slug"
  | "party"
  | "parties"
  | "offer"
  | "question"
  | "version"
  | "money"
  | "instant"
  | "day"
  | "boolean"
  | "choice"
  | "language"
  | "zone"
  | "address"
  | "lines"
  | "names"
  | "rows"
  | "group"
  | "json";

/** One field. Its name is the last step of its path. */
export type Field = {
  name: string;
  kind: FieldKind;
  required: boolean;
  /** Whether null takes away what stands there. */
  canBeTakenAway: boolean;
  /** The most characters, or items. */
  most?: number | undefined;
  /** What a slug introduces. */
  introduces?: ReferenceKind | undefined;
  choices?: readonly string[] | undefined;
  /** Whether more than one party may be named where one is the rule: a list always, or one or a list. */
  asList?: "always" | "several" | undefined;
  /** The fields of a group, of each row, or of what a price has besides its amount. */
  fields?: readonly Field[] | undefined;
};

type Schema = core.$ZodType;

const metaOf = (schema: Schema): Readonly<Record<string, unknown>> => z.globalRegistry.get(schema) ?? {};

const unwrap = (schema: Schema): { inner: Schema; required: boolean; canBeTakenAway: boolean } => {
  const { def } = schema._zod;
  if (def.type === "optional") return { ...unwrap((def as core.$ZodOptionalDef).innerType), required: false };
  if (def.type === "nullable") return { ...unwrap((def as core.$ZodNullableDef).innerType), canBeTakenAway: true };
  return { inner: schema, required: true, canBeTakenAway: false };
};

const shapeOf = (schema: Schema): Record<string, Schema> | undefined =>
  schema._zod.def.type === "object" ? (schema._zod.def as core.$ZodObjectDef).shape : undefined;

/** The most that a list's checks allow. */
const mostItems = (schema: Schema): number | undefined =>
  (schema._zod.def.checks ?? [])
    .map(({ _zod }) => _zod.def as { check?: string; maximum?: number })
    .find(({ check }) => check === "max_length")?.maximum;

const priceParts = ["amount", "currency", "basis", "upTo", "approximate"];

/** What a field is besides its name and whether it is required. */
type Kind = Pick<Field, "kind"> & Partial<Field>;

const kindOf = (schema: Schema): Kind => {
  const meta = metaOf(schema);
  const { def } = schema._zod;
  const refersTo = meta["x-refers-to"];
  if (typeof meta["x-introduces"] === "string") return { kind: "slug", introduces: meta["x-introduces"] as ReferenceKind };
  if (typeof refersTo === "string") return { kind: refersTo as ReferenceKind };
  if (schema === language) return { kind: "language" };
  if (schema === timeZone) return { kind: "zone" };
  if (schema === url) return { kind: "address", most: 2048 };
  if (meta.format === "date-time") return { kind: "instant" };
  if (typeof meta["x-words"] === "string")
    return { kind: meta["x-paragraphs"] ? "prose" : "text", most: meta.maxLength as number | undefined };
  if (def.type === "boolean") return { kind: "boolean" };
  if (def.type === "enum") return { kind: "choice", choices: Object.values((def as core.$ZodEnumDef).entries).map(String) };
  if (def.type === "string") return { kind: "text" };
  if (def.type === "record") return { kind: "names" };
  if (def.type === "union") return kindOfUnion((def as core.$ZodUnionDef).options);
  if (def.type === "array") return kindOfList((def as core.$ZodArrayDef).element, mostItems(schema));
  const shape = shapeOf(schema);
  if (!shape) return { kind: "json" };
  const isPrice = shape.amount !== undefined && shape.currency !== undefined;
  const own = Object.entries(shape).filter(([name]) => !isPrice || !priceParts.includes(name));
  return { kind: isPrice ? "money" : "group", fields: fieldsOfShape(Object.fromEntries(own)) };
};

/** One or a list of the same; or a day or an instant. */
const kindOfUnion = (options: readonly Schema[]): Kind => {
  const kinds = options.map(kindOf);
  if (kinds.some(({ kind }) => kind === "parties")) return { kind: "parties", asList: "several" };
  return { kind: kinds.some(({ kind }) => kind === "instant") ? "day" : "json" };
};

const kindOfList = (element: Schema, most: number | undefined): Kind => {
  const item = kindOf(element);
  if (item.kind === "party") return { kind: "parties", asList: "always", most };
  if (item.kind === "text" || item.kind === "address") return { kind: "lines", most: item.most };
  if (item.kind === "group") return { kind: "rows", fields: item.fields, most };
  if (item.kind === "money")
    return { kind: "rows", fields: [{ ...item, name: moneyInRow, required: true, canBeTakenAway: false }], most };
  return { kind: "json" };
};

/** In a row of amounts, what stands for the whole of it. */
const moneyInRow = "";

const fieldOf = (name: string, schema: Schema): Field => {
  const { inner, required, canBeTakenAway } = unwrap(schema);
  return { name, required, canBeTakenAway, ...kindOf(inner) };
};

const fieldsOfShape = (shape: Readonly<Record<string, Schema>>): Field[] =>
  Object.entries(shape).map(([name, schema]) => fieldOf(name, schema));

/** The fields of an event's data, in the order of its schema. */
export const fieldsOfData = (schema: z.ZodMiniObject): Field[] => fieldsOfShape(schema.shape);

const { media: _pictures, ...said } = attribution;

/** What may be said of any event besides its data, but for its pictures, which are uploaded first: its time, and where it comes from. */
export const commonFields: readonly Field[] = fieldsOfShape({ occurredAt: instant, ...said });

/** All fields of an event of a type, as one group. */
export const fieldsOfEvent = (schema: z.ZodMiniObject): Field[] => [
  { name: "data", kind: "group", required: true, canBeTakenAway: false, fields: fieldsOfData(schema) },
  ...commonFields,
];

/** Reads the parts of a clause: parties, sources, quotations, money, times, texts. */
import type { Price, Source } from "../../../events/values.ts";
import { publisherNamed, sourceOfAddress } from "../form/proposals.ts";
import { readMoment, type TypedMoment } from "../typed/moment.ts";
import { readMoney } from "../typed/money.ts";
import { type Act, isTextAct } from "./acts.ts";
import type { Chip } from "./chip.ts";
import { partiesNamed } from "./find-party.ts";
import { namingPieces } from "./find-question.ts";
import type { LineContext, LineParty } from "./line-context.ts";
import type { Piece } from "./line-words.ts";

/** A clause that is being read: its act, and what was found of it so far. `used`: the pieces that were understood. */
export type Reading = {
  context: LineContext;
  line: string;
  act: Act;
  chips: Chip[];
  parties: Parts;
  used: Set<Piece>;
  /** What names the question that is answered. */
  asked?: readonly Piece[];
};
type Parts = { who: string[]; partners: string[]; whom: string[]; target: string[]; to: string[] };

const prepositions: Readonly<Record<string, keyof Parts | "until">> = {
  for: "target",
  pour: "target",
  to: "to",
  a: "to",
  au: "to",
  aux: "to",
  with: "partners",
  avec: "partners",
  until: "until",
  "jusqu'au": "until",
  "jusqu'a": "until",
};
/** Words that say nothing of their own. */
export const fillers = new Set(
  "the a an its their his her of on at in and et & le la les l de du des d' sur son sa ses une un d about against of contre de par by offer bid proposal offre proposition deal accord".split(
    " ",
  ),
);

/** From where to where a run of pieces stands. */
export const placeOf = (pieces: readonly Piece[]): { from: number; to: number } | undefined => {
  const [first] = pieces;
  return first && { from: first.from, to: pieces.at(-1)?.to ?? first.to };
};

/** Where a time was typed. */
export const whenPlace = new WeakMap<TypedMoment, { from: number; to: number }>();

/** The longest run of words from a place that something can be made of. */
const longest = <Value>(
  pieces: readonly Piece[],
  at: number,
  most: number,
  read: (run: Piece[]) => Value | undefined,
): { value: Value; run: Piece[] } | undefined => {
  for (let length = Math.min(most, pieces.length - at); length > 0; length -= 1) {
    const run = pieces.slice(at, at + length);
    const value = run.at(-1)?.kind === "comma" ? undefined : read(run);
    if (value !== undefined) return { value, run };
  }
  return undefined;
};

const readParty = ({ context }: Reading, run: readonly Piece[]): LineParty[] | undefined => {
  const found = partiesNamed(context, run.map(({ word }) => word).join(" "), run[0]?.word && fillers.has(run[0].word) ? 99 : 3);
  return found.length > 0 ? found : undefined;
};

const noteParty = (reading: Reading, part: keyof Parts, found: readonly LineParty[], run: readonly Piece[]): void => {
  for (const piece of run) reading.used.add(piece);
  const [only] = found;
  const kind = part === "who" || part === "partners" ? "who" : part === "target" ? "target" : "whom";
  const chip: Chip = { kind, text: only?.name ?? "", given: placeOf(run) };
  if (found.length > 1)
    reading.chips.push({
      ...chip,
      text: run.map(({ text }) => text).join(" "),
      problem: "several",
      candidates: found.map(({ party }) => party),
    });
  else if (only) {
    reading.parties[part].push(only.party);
    reading.chips.push(chip);
  }
};

/** Reads the parties among some pieces; those after “with” are partners. */
export const readParties = (reading: Reading, pieces: readonly Piece[], part: keyof Parts): void => {
  let as = part;
  for (let at = 0; at < pieces.length; at += 1) {
    if (/^(?:with|avec)$/.test(pieces[at]?.word ?? "")) {
      as = "partners";
      reading.used.add(pieces[at] as Piece);
      continue;
    }
    const party = longest(pieces, at, 6, (run) => readParty(reading, run));
    if (!party) continue;
    noteParty(reading, as, party.value, party.run);
    at += party.run.length - 1;
  }
};

/** The source that is typed, else the story’s last. */
export const readSources = ({ context, chips, used }: Reading, pieces: readonly Piece[]): Source | undefined => {
  const typed = pieces.find(({ kind }) => kind === "source");
  if (!typed) {
    if (context.lastSource) chips.push({ kind: "source", text: context.lastSource.publisher });
    return context.lastSource;
  }
  used.add(typed);
  const source = sourceOfAddress(typed.text) ?? { publisher: publisherNamed(typed.text, context.publishers) };
  chips.push({ kind: "source", text: source.publisher, given: placeOf([typed]) });
  return source;
};

/** What stands after the act: money, times, parties, an offer, and, after a colon, a text. Answers with the time. */
export const readRight = (reading: Reading, pieces: readonly Piece[], data: Record<string, unknown>): TypedMoment | undefined => {
  const { act, context, line, chips, used } = reading;
  const colon = pieces.findIndex(({ kind }) => kind === "colon");
  const begin = isTextAct(act) && !act.question ? 0 : colon;
  const said = act.text && begin >= 0 ? pieces.slice(begin).filter(({ kind }) => kind !== "colon") : [];
  const rest = act.question || said.length === 0 ? (act.question ? [] : pieces) : pieces.slice(0, begin);
  if (act.question) reading.asked = namingPieces(pieces);
  for (const piece of reading.asked ?? []) used.add(piece);
  let when: TypedMoment | undefined;
  const note = (moment: TypedMoment, run: readonly Piece[]): void => {
    for (const piece of run) used.add(piece);
    const place = placeOf(run);
    if (place) whenPlace.set(moment, place);
    when = moment;
  };
  const textOf = (run: readonly Piece[]): string => line.slice(run[0]?.from, run.at(-1)?.to);
  const moment = (run: readonly Piece[], coming = false): TypedMoment | undefined => {
    const read = readMoment(textOf(run), { ...context, coming });
    return "occurredAt" in read ? read : undefined;
  };
  if (said.length > 0 && act.text) {
    const words = [...said];
    const comma = words.findLastIndex(({ kind }) => kind === "comma");
    const isDate = act.type === "DateAnnounced";
    for (let at = isDate ? 0 : comma + 1; (isDate || comma >= 0) && at < words.length; at += 1) {
      const read = moment(words.slice(at), isDate);
      if (!read) continue;
      if (isDate && "occurredAt" in read) {
        data.at = read.precision === "day" ? read.occurredAt.slice(0, 10) : read.occurredAt;
        chips.push({ kind: "until", text: String(data.at), given: placeOf(words.slice(at)) });
      } else note(read, words.slice(at));
      words.splice(isDate ? at : comma);
    }
    for (const piece of said) used.add(piece);
    const text = textOf(words);
    if (text !== "") {
      data[act.text] = text;
      chips.push({ kind: "text", text, given: placeOf(words) });
    }
  }
  let as: keyof Parts | "until" | undefined;
  for (let at = 0; at < rest.length; at += 1) {
    const piece = rest[at] as Piece;
    const preposition = prepositions[piece.word];
    const isDeadline = preposition === "until" && longest(rest, at + 1, 8, (run) => moment(run, true)) !== undefined;
    if (preposition && (preposition !== "until" || isDeadline)) {
      as = preposition;
      used.add(piece);
      continue;
    }
    const platform = /^(?:on|sur)$/.test(piece.word) && act.whom && act.quote ? rest[at + 1] : undefined;
    if (platform && !longest(rest, at, 8, (run) => moment(run))) {
      data.platform = platform.text;
      used.add(platform);
      at += 1;
      continue;
    }
    const price =
      act.price && /\d/.test(piece.text + (rest[at + 1]?.text ?? ""))
        ? longest(rest, at, 8, (run) => readPrice(reading, textOf(run)))
        : undefined;
    if (price) {
      data.price = price.value;
      for (const one of price.run) used.add(one);
      chips.push({ kind: "price", text: textOf(price.run), given: placeOf(price.run) });
      at += price.run.length - 1;
      continue;
    }
    const time = longest(rest, at, 8, (run) => moment(run, as === "until"));
    if (time) {
      if (as === "until" && "occurredAt" in time.value) {
        data.expiresAt =
          time.value.precision === "day" ? time.value.occurredAt.replace("T00:00", "T23:59") : time.value.occurredAt;
        for (const one of time.run) used.add(one);
        chips.push({ kind: "until", text: textOf(time.run), given: placeOf(time.run) });
      } else note(time.value, time.run);
      at += time.run.length - 1;
      as = undefined;
      continue;
    }
    const offer = act.offer && context.offers.find((one) => one.offer === piece.text.toLowerCase());
    if (offer && act.offer) {
      data[act.offer] = offer.offer;
      used.add(piece);
      chips.push({ kind: "offer", text: offer.label, given: placeOf([piece]) });
      continue;
    }
    const party = longest(rest, at, 6, (run) => readParty(reading, run));
    if (!party) continue;
    const part = as && as !== "until" ? as : act.makes && act.offer === undefined ? "target" : "whom";
    noteParty(reading, part, party.value, party.run);
    at += party.run.length - 1;
    if (as !== "partners") as = undefined;
  }
  return when;
};

/** A bare number is no price: it may be a year, or an hour. */
const readPrice = ({ context }: Reading, text: string): Price | undefined => {
  if (!/[^\d\s]/.test(text)) return undefined;
  const read = readMoney(text, context);
  return "price" in read ? read.price : undefined;
};

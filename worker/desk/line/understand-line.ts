/** From a line to drafts of events: `alphabet rejects musk-bid; counters 9.74bn for Twitter yesterday 9pm @reuters "no"`. */
import { readMoment } from "../typed/moment.ts";
import { type Act, actAt, actBeginning, isTextAct } from "./acts.ts";
import type { UnderstoodClause } from "./chip.ts";
import { fillDraft } from "./fill-draft.ts";
import type { LineContext } from "./line-context.ts";
import { type Clause, clausesOf } from "./line-words.ts";
import { fillers, placeOf, type Reading, readParties, readRight, readSources, whenPlace } from "./read-clause.ts";
import { readQuotation } from "./read-quotation.ts";

/** Reads a line. Nothing is guessed in silence: each part is a chip, with what is missing or may mean several. */
export const understandLine = (line: string, context: LineContext): UnderstoodClause[] => {
  const understood: UnderstoodClause[] = [];
  const taken = new Set(context.offers.map(({ offer }) => offer));
  let before: { who: string[]; offer?: string | undefined } = { who: [] };
  for (const clause of clausesOf(line)) {
    if (clause.pieces.length === 0) continue;
    const one = understandClause(clause, { context, line, before, taken });
    const data = one.draft?.data ?? {};
    const who = [data.by ?? before.who].flat() as string[];
    before = { who, offer: (data.inReplyTo as string | undefined) ?? (data.offer as string | undefined) ?? before.offer };
    if (typeof data.offer === "string") taken.add(data.offer);
    understood.push(one);
  }
  return understood;
};

type Surroundings = {
  context: LineContext;
  line: string;
  before: { who: string[]; offer?: string | undefined };
  taken: Set<string>;
};

/** Where the act stands in a clause: the first of its words; else a beginning of one after a party. */
const findAct = ({ pieces }: Clause): { act: Act; at: number; length: number } | undefined => {
  const words = pieces.map(({ word }) => word);
  for (const at of pieces.keys()) {
    const found = actAt(words.slice(at));
    const after = pieces.slice(at + (found?.length ?? 0));
    const hasColon = found?.act.question ? after.some(({ kind }) => kind === "colon") : after[0]?.kind === "colon";
    if (found && (!isTextAct(found.act) || hasColon || found.length > 1)) return { ...found, at };
  }
  for (const at of pieces.keys()) {
    const act = at === 0 ? undefined : actBeginning(words[at] ?? "");
    if (act && !isTextAct(act)) return { act, at, length: 1 };
  }
  return undefined;
};

const understandClause = (clause: Clause, { context, line, before, taken }: Surroundings): UnderstoodClause => {
  const { pieces } = clause;
  const found = findAct(clause);
  if (!found)
    return {
      chips: [
        {
          kind: "act",
          text: line.slice(clause.from, clause.to).trim(),
          given: { from: clause.from, to: clause.to },
          problem: "not-understood",
        },
      ],
    };
  const { act, at, length } = found;
  const parties: Reading["parties"] = { who: [], partners: [], whom: [], target: [], to: [] };
  const reading: Reading = { context, line, act, chips: [], parties, used: new Set(pieces.slice(at, at + length)) };
  const data: Record<string, unknown> = { ...act.data };
  readParties(reading, pieces.slice(0, at), "who");
  if (parties.who.length === 0 && act.who && before.who.length > 0 && !isTextAct(act)) {
    parties.who = act.isAlone ? before.who.slice(0, 1) : before.who;
    reading.chips.push({ kind: "who", text: parties.who.join(", ") });
  }
  reading.chips.push({ kind: "act", text: act.type, given: placeOf(pieces.slice(at, at + length)) });
  const sources = readSources(reading, pieces);
  readQuotation(reading, pieces, data);
  const right = pieces.slice(at + length).filter(({ kind }) => kind !== "source" && kind !== "quotation");
  const when = readRight(reading, right, data);
  fillDraft(reading, data, before, taken);
  const time = when ?? readMoment("now", context);
  if (!("occurredAt" in time)) throw new Error("“now” is a time");
  reading.chips.push({ kind: "when", text: time.occurredAt, given: whenPlace.get(time) });
  for (const piece of pieces)
    if (!reading.used.has(piece) && piece.kind === "word" && !fillers.has(piece.word))
      reading.chips.push({ kind: "text", text: piece.text, given: placeOf([piece]), problem: "not-understood" });
  const { occurredAt, precision } = time;
  return {
    draft: { type: act.type, occurredAt, precision, ...(sources ? { sources: [sources] } : {}), data },
    chips: reading.chips,
  };
};

/** What may come next in a line, at the cursor: acts, parties, offers on which the act is admissible, sources. */
import { foldText } from "../typed/fold-text.ts";
import { type Act, actAt, acts } from "./acts.ts";
import { offersFor } from "./choose-offer.ts";
import { partiesNamed, spokenName } from "./find-party.ts";
import { questionsNamed } from "./find-question.ts";
import type { LineContext } from "./line-context.ts";
import { clausesOf, type Piece } from "./line-words.ts";

/** What may be put in, from where to where, and what it is. */
export type Completion = {
  kind: "act" | "party" | "offer" | "question" | "source";
  insert: string;
  label: string;
  from: number;
  to: number;
};

/** So many are told. */
const most = 8;

/** The completions at a place of a line, the likeliest first; none within a quotation. */
export const completeLine = (line: string, cursor: number, context: LineContext): Completion[] => {
  const typed = line.slice(0, cursor);
  const clauses = clausesOf(typed);
  const clause = clauses.at(-1);
  const last = clause?.pieces.at(-1);
  if (!clause || (last?.kind === "quotation" && last.to === cursor && !/["”»]$/.test(last.text + typed.slice(-1)))) return [];
  const isOpen =
    last !== undefined && last.to === cursor && (last.kind === "word" || last.kind === "source" || typed.endsWith("@"));
  const from = isOpen ? last.from : cursor;
  const beginning = typed.slice(from).replace(/^@"?/, "");
  const make = (kind: Completion["kind"], insert: string, label: string): Completion => ({
    kind,
    insert,
    label,
    from,
    to: cursor,
  });
  if (typed.slice(from).startsWith("@"))
    return context.publishers
      .filter((publisher) =>
        foldText(publisher)
          .split(" ")
          .some((word) => word.startsWith(foldText(beginning))),
      )
      .slice(0, most)
      .map((publisher) => make("source", publisher.includes(" ") ? `@"${publisher}"` : `@${publisher}`, publisher));
  const before = isOpen ? clause.pieces.slice(0, -1) : clause.pieces;
  const wanted = foldText(beginning);
  const found = actIn(before);
  const own = whoIn(before, found?.at ?? before.length, context);
  // Without a subject of its own, a clause goes on with the one before it.
  const who = own.length > 0 || clauses.length < 2 ? own : subjectOf(clauses.at(-2)?.pieces ?? [], context);
  const parties = () =>
    wanted === "" && !found && who.length > 0
      ? []
      : matchingParties(context, wanted).map((party) => make("party", spokenName(context, party), party.name));
  if (!found) {
    const verbs = who.length > 0 || before.length === 0 ? possibleActs(context, who, who.length > 0) : [];
    const matching = verbs.flatMap((act) => {
      const all = [...act.verbs[context.language], ...Object.values(act.verbs).flat()];
      const verb = all.find((one) => wanted !== "" && foldText(one).startsWith(wanted)) ?? (wanted === "" ? all[0] : undefined);
      return verb === undefined ? [] : [{ ...make("act", verb, verb), isFirst: act.verbs[context.language][0] === verb }];
    });
    // “sa” is “says” before it is “says no to”: what an act is first called stands before what else it is.
    matching.sort((a, b) => Number(b.isFirst) - Number(a.isFirst));
    return (who.length > 0 ? [...matching, ...parties()] : [...parties(), ...matching]).slice(0, most);
  }
  if (found.act.question && !clause.pieces.some(({ kind }) => kind === "colon"))
    return questionsNamed(context, wanted === "" ? [] : [wanted])
      .slice(0, most)
      .map(({ question, text }) => make("question", `${question}:`, text));
  const offers = found.act.offer
    ? offersFor(context, found.act, who)
        .filter(
          ({ offer, label }) =>
            wanted === "" || [offer, ...foldText(label).split(/[\s-]+/)].some((word) => word.startsWith(wanted)),
        )
        .map(({ offer, label }) => make("offer", offer, label))
    : [];
  const takesParties = found.act.whom !== undefined || found.act.makes === true;
  return [...offers, ...(takesParties ? parties() : [])].slice(0, most);
};

const actIn = (pieces: readonly Piece[]): { act: Act; at: number } | undefined => {
  const words = pieces.map(({ word }) => word);
  for (const at of words.keys()) {
    const found = actAt(words.slice(at));
    if (found) return { act: found.act, at };
  }
  return undefined;
};

const whoIn = (pieces: readonly Piece[], until: number, context: LineContext): string[] =>
  pieces.slice(0, until).flatMap(({ word }) => {
    const found = partiesNamed(context, word, 3);
    return found.length === 1 && found[0] ? [found[0].party] : [];
  });

const subjectOf = (pieces: readonly Piece[], context: LineContext): string[] =>
  whoIn(pieces, actIn(pieces)?.at ?? pieces.length, context);

const matchingParties = (context: LineContext, wanted: string) =>
  wanted === "" ? context.parties : partiesNamed(context, wanted, 1);

/** What those parties may do now; without a subject, what nobody does. */
const possibleActs = (context: LineContext, who: readonly string[], hasBegun: boolean): Act[] =>
  acts.filter((act) => {
    if (!hasBegun) return act.who === undefined && act.offer === undefined;
    return act.offer === undefined || offersFor(context, act, who).length > 0;
  });

/** Which offer a line means that does not say it by its slug: of those on which the act is admissible by whoever acts, the one that is nearest. */
import type { Act } from "./acts.ts";
import type { Chip } from "./chip.ts";
import type { LineContext, LineOffer } from "./line-context.ts";

type Said = { who: readonly string[]; named: readonly string[]; before?: string | undefined };

/** Whether somebody is an addressee of an offer, or speaks for one. */
const decides = ({ parties }: LineContext, { addressees }: LineOffer, party: string): boolean =>
  addressees.includes(party) || addressees.includes(parties.find((one) => one.party === party)?.of ?? "");

/** The offers on which an act is admissible by those parties: where they decide first, then the newest first. */
export const offersFor = (context: LineContext, act: Pick<Act, "type" | "own">, who: readonly string[]): LineOffer[] =>
  context.offers
    .filter(({ acts, bidders }) => {
      const not = acts[act.type];
      if (!not) return false;
      return act.own
        ? who.length === 0 || who.some((party) => bidders.includes(party))
        : who.every((party) => !not.includes(party));
    })
    .map((offer, index) => ({ offer, index, rank: who.some((party) => decides(context, offer, party)) ? 0 : 1 }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ offer }) => offer);

/** The offer that is meant, and how it is told: one that was not said is a proposal, and where several may be meant, none is chosen. */
export const chooseOffer = (
  context: LineContext,
  act: Act,
  { who, named, before }: Said,
): { offer?: LineOffer | undefined; chip: Chip } => {
  const all = offersFor(context, act, who);
  const isNamed = ({ bidders, target }: LineOffer): boolean =>
    named.every((party) => bidders.includes(party) || party === target);
  const byName = act.type === "CounterOffered" ? all : all.filter(isNamed);
  const among = byName.length > 0 ? byName : all;
  const deciding = among.filter((offer) => who.some((party) => decides(context, offer, party)));
  const last = among.find(({ offer }) => offer === before);
  const [only, ...others] = last ? [last] : deciding.length > 0 ? deciding : among;
  if (!only) return { chip: { kind: "offer", text: "", problem: "missing" } };
  if (others.length > 0)
    return { chip: { kind: "offer", text: "", problem: "several", candidates: [only, ...others].map(({ offer }) => offer) } };
  return { offer: only, chip: { kind: "offer", text: only.label } };
};

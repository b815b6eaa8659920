/** Puts the parts of a clause into the data of an event, and says what is missing. */
import { freeSlug, proposedSlug } from "../form/proposals.ts";
import type { ChipKind } from "./chip.ts";
import { chooseOffer } from "./choose-offer.ts";
import { questionsNamed } from "./find-question.ts";
import { placeOf, type Reading } from "./read-clause.ts";

/** Puts what was found into the data, and says what is missing. */
export const fillDraft = (
  reading: Reading,
  data: Record<string, unknown>,
  before: { offer?: string | undefined },
  taken: ReadonlySet<string>,
): void => {
  const { act, parties, chips, context } = reading;
  const { who, partners, whom, target, to } = parties;
  const missing = (kind: ChipKind): void => void chips.push({ kind, text: "", problem: "missing" });
  const several = (list: string[]): string | string[] | undefined => (list.length > 1 ? list : list[0]);
  if (act.who) data.by = act.isAlone ? who[0] : several(who);
  if (act.who && who.length === 0 && !chips.some(({ kind }) => kind === "who") && act.entry !== "reports") missing("who");
  if (partners.length + Math.max(0, who.length - 1) > 0 && act.makes) data.partners = [...who.slice(1), ...partners];
  if (act.makes) {
    if (target[0]) data.target = target[0];
    else missing("target");
    if (to.length > 0) data.to = several(to);
    data.offer = freeSlug(`${who[0] ?? "offer"}-${act.offer ? "counter" : "bid"}`, (slug) => taken.has(slug));
  }
  if (act.offer && data[act.offer] === undefined) {
    const chosen = chooseOffer(context, act, { who, named: [...whom, ...target, ...to], before: before.offer });
    if (chosen.offer) data[act.offer] = chosen.offer.offer;
    chips.push(chosen.chip);
  }
  if (act.whom === "at" && whom.length + to.length > 0) data.at = several([...whom, ...to]);
  else if (act.whom === "at") missing("whom");
  else if (act.whom && whom.length > 0) data[act.whom] = whom;
  if (act.entry) {
    const found =
      act.entry === "reports" ? context.reports[0] : context.quotations.find(({ by }) => by.some((party) => who.includes(party)));
    if (found) data.event = found.version;
    chips.push(found ? { kind: "entry", text: String(found.version) } : { kind: "entry", text: "", problem: "missing" });
  }
  if (act.question) {
    const asked = reading.asked ?? [];
    const found = questionsNamed(
      context,
      asked.map(({ word }) => word),
    );
    const [only, ...others] = found;
    const given = placeOf(asked);
    if (only && others.length === 0) {
      data.question = only.question;
      chips.push({ kind: "entry", text: only.text, given });
    } else
      chips.push({
        kind: "entry",
        text: asked.map(({ text }) => text).join(" "),
        given,
        ...(only
          ? { problem: "several", candidates: found.map(({ question }) => question) }
          : { problem: asked.length > 0 ? "not-understood" : "missing" }),
      });
  }
  if (act.type === "PartyIntroduced") data.kind ??= "organization";
  const isKnown = (slug: string): boolean =>
    context.questions.some(({ question }) => question === slug) || context.parties.some(({ party }) => party === slug);
  if (act.type === "QuestionRaised") data.question = freeSlug(proposedSlug("question", data), isKnown);
  if (act.type === "PartyIntroduced") data.party = freeSlug(proposedSlug("party", data), isKnown);
  for (const [name, value] of Object.entries(data)) if (value === undefined) delete data[name];
};

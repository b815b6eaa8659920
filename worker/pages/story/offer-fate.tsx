/** What became of an offer: its state, and who has accepted, rejected, advised, blocked, cleared, withdrawn or terminated it, when and why. */
import type { Moment } from "../../../events/story.ts";
import type { Runs as RunsOfText } from "../../../events/tell/runs.ts";
import type { Named } from "../../../projections/shapes.ts";
import { Runs } from "../../http/html/runs.tsx";
import { type Offer, outcomeOf } from "../outcome.ts";
import { whosOf } from "../party-names.tsx";
import type { Words } from "../words/shape.ts";
import { AndMore, mostOf } from "./list-window.tsx";
import { EditorsText, LinkedTime, type StoryContext } from "./story-context.tsx";

/** One act: what it is and whose, when, and why. `earlier`: it was on terms that the offer has no more. */
type Act = { told: RunsOfText; at: Moment; reason?: string | undefined; conditions?: string | undefined; earlier: boolean };

type Single = Named & Moment & { reason?: string | undefined; conditions?: string | undefined; current?: boolean };
type Joint = Moment & { by: Named[]; reason?: string | undefined };

/** So many acts are told of an offer. */
const most = 30;

/** The state, and the acts by kind, each kind in story order. */
export const OfferFate = ({ context, offer }: { context: StoryContext; offer: Offer }) => {
  const { words } = context.reader;
  const acts = actsOf(words, offer);
  const shown = acts.slice(0, mostOf(context, most));
  return (
    <>
      <span class={`status status-${outcomeOf(offer)}`}>{words.statuses[outcomeOf(offer)]}</span>
      {shown.map((act) => (
        <ActLine context={context} act={act} />
      ))}
      {acts.length > shown.length ? (
        <small>
          <AndMore context={context} left={acts.length - shown.length} />
        </small>
      ) : null}
    </>
  );
};

const actsOf = ({ offers: { acts } }: Words, offer: Offer): Act[] => {
  const words = (kind: keyof typeof acts, all: readonly Single[]): Act[] =>
    all.map(({ party, name, language, version, occurredAt, precision, reason, conditions, current }) => ({
      told: acts[kind](whosOf([{ party, name, language }])),
      at: { version, occurredAt, precision },
      reason,
      conditions,
      earlier: current === false,
    }));
  /** Whether a body's word is in force is no matter of terms. */
  const rulings = (kind: keyof typeof acts, all: readonly Single[]): Act[] =>
    words(kind, all).map((act) => ({ ...act, earlier: false }));
  const endings = (kind: keyof typeof acts, all: readonly Joint[]): Act[] =>
    all.map(({ by, reason, ...at }) => ({ told: acts[kind](whosOf(by)), at, reason, earlier: false }));
  return [
    ...words("accepted", offer.acceptedBy),
    ...words("rejected", offer.rejectedBy),
    ...offer.advice.flatMap((one) => words(one.inFavour ? "inFavour" : "against", [one])),
    ...rulings("blocked", offer.blockedBy),
    ...rulings("cleared", offer.clearedBy),
    ...endings("withdrawn", offer.withdrawn),
    ...endings("lapsed", offer.lapsed),
    ...endings("terminated", offer.terminated),
    ...endings("closed", offer.closed),
  ];
};

const ActLine = ({ context, act }: { context: StoryContext; act: Act }) => {
  const { words } = context.reader;
  const { told, at, reason, conditions, earlier } = act;
  return (
    <small>
      <Runs runs={told} />, <LinkedTime context={context} at={at} />
      {earlier ? ` (${words.offers.earlier})` : ""}
      {reason === undefined ? null : (
        <>
          {words.colon}
          <EditorsText context={context}>{reason}</EditorsText>
        </>
      )}
      {conditions === undefined ? null : (
        <>
          {" · "}
          {words.offers.conditions}
          {words.colon}
          <EditorsText context={context}>{conditions}</EditorsText>
        </>
      )}
    </small>
  );
};

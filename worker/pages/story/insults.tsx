/** The ledger of insults. */
import type { ViewOf } from "../../../projections/registry.ts";
import { PartyNames } from "../party-names.tsx";
import { TakenBack } from "./amendments.tsx";
import { AndMore, mostOf } from "./list-window.tsx";
import { Quotation } from "./quotation.tsx";
import { EditorsText, LinkedTime, Section, type StoryContext } from "./story-context.tsx";

type Ledger = ViewOf<"insults">;

/** The latest insults, and who has insulted whom how often. */
export const Insults = ({ context, ledger }: { context: StoryContext; ledger: Ledger }) => {
  const words = context.reader.words.insults;
  const latest = ledger.latest.slice(0, mostOf(context, ledger.latest.length));
  return (
    <Section id="insults" title={words.title}>
      {ledger.total === 0 ? <p class="none">{words.none}</p> : <Tally context={context} ledger={ledger} />}
      {ledger.total > latest.length ? <p class="aside">{words.latest(latest.length)}</p> : null}
      <ol class="plain">
        {latest.map((insult) => (
          <li class="insult">
            <Quotation context={context} words={insult} />
            <TakenBack context={context} takenBack={insult.takenBack} />
            <p class="aside">
              <WhoToWhom context={context} {...insult} />
              {insult.platform ? (
                <>
                  {" "}
                  {words.on} <bdi>{insult.platform}</bdi>
                </>
              ) : null}
              , <LinkedTime context={context} at={insult} />
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
};

type Aimed = Pick<Ledger["latest"][number], "by" | "at" | "thing">;

/** Who insults whom, or what. */
const WhoToWhom = ({ context, by, at, thing }: Aimed & { context: StoryContext }) => (
  <>
    <PartyNames reader={context.reader} of={by} /> {context.reader.words.insults.to}{" "}
    {thing === undefined ? <PartyNames reader={context.reader} of={at} /> : <EditorsText context={context}>{thing}</EditorsText>}
  </>
);

/** So many pairs are counted for readers: those that insult most. */
const mostPairs = 20;

const Tally = ({ context, ledger }: { context: StoryContext; ledger: Ledger }) => {
  const words = context.reader.words.insults;
  const pairs = ledger.pairs.slice(0, mostOf(context, mostPairs));
  return (
    <>
      <p>
        <strong>{words.total(ledger.total)}</strong>
      </p>
      <ul class="plain aside">
        {pairs.map(({ by, at, thing, count }) => (
          <li>
            <WhoToWhom context={context} by={[by]} at={at ? [at] : []} thing={thing} />
            {context.reader.words.colon}
            {words.times(count)}
          </li>
        ))}
        {ledger.pairs.length > pairs.length ? (
          <li>
            <AndMore context={context} left={ledger.pairs.length - pairs.length} />
          </li>
        ) : null}
      </ul>
    </>
  );
};

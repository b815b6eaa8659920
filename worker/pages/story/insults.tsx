/** The ledger of insults. */
import type { ViewOf } from "../../../projections/registry.ts";
import { Quotation } from "./quotation.tsx";
import { LinkedTime, PartyName, Section, type StoryContext } from "./story-context.tsx";

type Ledger = ViewOf<"insults">;

/** The latest insults, and who has insulted whom how often. */
export const Insults = ({ context, ledger }: { context: StoryContext; ledger: Ledger }) => {
  const words = context.reader.words.insults;
  return (
    <Section id="insults" title={words.title}>
      {ledger.total === 0 ? <p class="none">{words.none}</p> : <Tally context={context} ledger={ledger} />}
      {ledger.total > ledger.latest.length ? <p class="aside">{words.latest(ledger.latest.length)}</p> : null}
      <ol class="plain">
        {ledger.latest.map((insult) => (
          <li class="insult">
            <Quotation context={context} words={insult} />
            <p class="aside">
              <PartyName of={insult.by} /> {words.to} <PartyName of={insult.at} />
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

const Tally = ({ context, ledger }: { context: StoryContext; ledger: Ledger }) => {
  const words = context.reader.words.insults;
  return (
    <>
      <p>
        <strong>{words.total(ledger.total)}</strong>
      </p>
      <ul class="plain aside">
        {ledger.pairs.map(({ by, at, count }) => (
          <li>
            <PartyName of={by} /> {words.to} <PartyName of={at} />
            {context.reader.words.colon}
            {words.times(count)}
          </li>
        ))}
      </ul>
    </>
  );
};

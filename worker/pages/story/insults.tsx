/** The ledger of insults. */
import type { ViewOf } from "../../../projections/registry.ts";
import { Quotation } from "./quotation.tsx";
import { LinkedTime, PartyName, Section, type StoryContext } from "./scene.tsx";

type Ledger = ViewOf<"insults">;

export const Insults = ({ scene, ledger }: { scene: StoryContext; ledger: Ledger }) => {
  const words = scene.reader.words.insults;
  return (
    <Section id="insults" title={words.title}>
      {ledger.total === 0 ? <p class="none">{words.none}</p> : <Tally scene={scene} ledger={ledger} />}
      {ledger.total > ledger.latest.length ? <p class="aside">{words.latest(ledger.latest.length)}</p> : null}
      <ol class="plain">
        {ledger.latest.map((insult) => (
          <li class="insult">
            <Quotation scene={scene} words={insult} />
            <p class="aside">
              <PartyName of={insult.by} /> {words.to} <PartyName of={insult.at} />
              {insult.platform ? (
                <>
                  {" "}
                  {words.on} <bdi>{insult.platform}</bdi>
                </>
              ) : null}
              , <LinkedTime scene={scene} at={insult} />
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
};

const Tally = ({ scene, ledger }: { scene: StoryContext; ledger: Ledger }) => {
  const words = scene.reader.words.insults;
  return (
    <>
      <p>
        <strong>{words.total(ledger.total)}</strong>
      </p>
      <ul class="plain aside">
        {ledger.pairs.map(({ by, at, count }) => (
          <li>
            <PartyName of={by} /> {words.to} <PartyName of={at} />
            {scene.reader.words.colon}
            {words.times(count)}
          </li>
        ))}
      </ul>
    </>
  );
};

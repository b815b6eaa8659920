/** The receipt of a takedown, to be printed: what was erased, by whom and why, and what has to be purged elsewhere. */
import type { Child } from "hono/jsx";
import type { TakedownReceipt } from "../../write/order-takedown.ts";
import { DeskLayout } from "../desk-layout.tsx";
import type { DeskSession } from "../desk-page.ts";
import { DeskTime } from "../desk-time.tsx";
import { BackToStory } from "../story/back-to-story.tsx";
import type { DeskStory } from "../story/desk-story.ts";
import { deskStoryPath } from "../story-path.ts";
import { fillIn } from "../words/fill-in.ts";

type Receipt = {
  desk: DeskSession;
  story: DeskStory;
  receipt: TakedownReceipt;
  order: { event: number; reason: string; legalBasis: string };
};

type Facts = readonly (readonly [name: string, value: Child])[];

/** What is known, by name. */
export const Facts = ({ facts }: { facts: Facts }) => (
  <dl class="desk-understood">
    {facts.map(([name, value]) => (
      <div>
        <dt>{name}</dt>
        <dd dir="auto">{value}</dd>
      </div>
    ))}
  </dl>
);

/** The page. It says nothing of what the entry said. */
export const ReceiptPage = ({ desk, story, receipt: { takedown, purge, media }, order }: Receipt) => {
  const { entry: words } = desk.words;
  const facts: Facts = [
    [words.receiptAt, <DeskTime visit={desk} at={takedown.recordedAt} />],
    [words.receiptStory, story.story.title],
    [words.receiptEntry, String(order.event)],
    [words.receiptVersion, String(takedown.version)],
    [words.receiptBy, takedown.recordedBy],
    [words.basis, order.legalBasis],
    [words.reason, order.reason],
    [words.receiptHash, takedown.seal.hash],
  ];
  return (
    <DeskLayout visit={desk} title={fillIn(words.receipt, { version: order.event })}>
      <h1>{fillIn(words.receipt, { version: order.event })}</h1>
      <Facts facts={facts} />
      <h2>{words.receiptPurge}</h2>
      <p>{fillIn(words.receiptPurgeText, purge.versions)}</p>
      <ul class="desk-receipt">
        {[...purge.addresses, ...purge.prefixes.map((prefix) => `${prefix}…`)].map((address) => (
          <li>{address}</li>
        ))}
      </ul>
      {purge.naming.length > 0 ? (
        <section aria-labelledby="naming">
          <h2 id="naming">{words.receiptNaming}</h2>
          <ul>
            {purge.naming.map((version) => (
              <li>
                <a href={`${deskStoryPath(story.slug)}/events/${version}/take-down`}>
                  {fillIn(desk.words.story.entry, { version })}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {media ? <p>{fillIn(words.receiptMedia, { erased: media.erased.length, kept: media.kept.length })}</p> : null}
      <BackToStory story={story} />
    </DeskLayout>
  );
};

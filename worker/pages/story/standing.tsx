/** Where the story stands: its title, its stage, the sentence, and who owes whom an answer. */
import type { Views } from "../../read.ts";
import { here, to } from "../reader.ts";
import { When } from "../times.tsx";
import { Name, type Scene, ToEntry } from "./scene.tsx";

type Shown = { scene: Scene; title: string; summary: string | undefined; version: number; views: Views<"status" | "offers"> };

export const Standing = ({ scene, title, summary, version, views }: Shown) => {
  const { reader, language } = scene;
  const { words } = reader;
  const { status } = views;
  return (
    <header class="standing">
      <p>
        <span class="label">{words.stages[status.stage]}</span> <span class="aside">{words.story.version(version)}</span>{" "}
        <a class="aside" href={to(reader, `${reader.url.pathname}/verify`)}>
          {words.verify.link}
        </a>
      </p>
      <h1 lang={language} dir="auto">
        {title}
      </h1>
      <p class="deck">{status.headline}</p>
      {summary ? (
        <p class="summary" lang={language} dir="auto">
          {summary}
        </p>
      ) : null}
      <dl class="facts">
        <Awaiting scene={scene} views={views} />
        {status.lastMove ? (
          <div>
            <dt>{words.story.lastMove}</dt>
            <dd>
              <ToEntry scene={scene} version={status.lastMove.version}>
                {status.lastMove.headline}
              </ToEntry>
            </dd>
            <dd class="aside">
              <When reader={reader} at={status.lastMove} />
            </dd>
          </div>
        ) : null}
      </dl>
    </header>
  );
};

/** Who owes whom an answer, to what. */
const Awaiting = ({ scene, views }: Pick<Shown, "scene" | "views">) => {
  const { words } = scene.reader;
  const offers = new Map(views.offers.offers.map((offer) => [offer.offer, offer]));
  const owed = views.status.awaiting.flatMap((owing) => {
    const offer = offers.get(owing.offer);
    return offer ? { owing, offer } : [];
  });
  if (owed.length === 0) return null;
  return (
    <div>
      <dt>{words.story.awaiting}</dt>
      {owed.map(({ owing, offer }) => (
        <dd>
          <a href={`#offer-${offer.offer}`}>{words.story.isOwed(owing.name, offer.by.name)}</a>
          {offer.price ? (
            <>
              {words.colon}
              {offer.price.text} {words.offers.for} <Name of={offer.target} />
            </>
          ) : null}
        </dd>
      ))}
    </div>
  );
};

/** Says that this is a view of the past. */
export const AsItWas = ({ scene, version, asOf }: { scene: Scene; version: number | undefined; asOf: string | undefined }) => {
  const { reader } = scene;
  const words = reader.words.story;
  if (version === undefined && asOf === undefined) return null;
  return (
    <p class="banner" role="note">
      {version === undefined ? null : words.asItWas(version)}
      {asOf === undefined ? null : (
        <>
          {words.asKnown} <When reader={reader} at={{ occurredAt: asOf, precision: "second" }} />.
        </>
      )}{" "}
      <a href={here(reader, { version: undefined, asOf: undefined, cursor: undefined })}>{words.now}</a>
    </p>
  );
};

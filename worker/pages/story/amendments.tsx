/** What became of an entry: each correction with the old words and the new, the retraction, what was confirmed or denied. */

import type { Entry } from "../../../projections/timeline.ts";
import { type Change, type Changes, changesBetween } from "../../http/html/changes.ts";
import type { PropsWithChildren } from "../../http/html/jsx-runtime.ts";
import { Runs } from "../../http/html/runs.tsx";
import { whosOf } from "../party-names.tsx";
import { formatTime, RecordedTime } from "../times.tsx";
import type { Words } from "../words/shape.ts";
import { anchorOf, EditorsText, LinkedTime, type StoryContext } from "./story-context.tsx";

/** Of a takedown after the version shown, nothing is told. */
type Amended = NonNullable<Entry["takenDown"]>;
type Shown = { context: StoryContext; entry: Entry };

/** What an editor has done to an entry, by kind. */
const kindsOf = (entry: Entry) => {
  const { corrected, updated, reinstated, retracted, takenDown } = entry;
  return [
    ...[...corrected, ...updated].map((edit) => ({ kind: edit.edit, amended: edit, before: edit.before, after: edit.after })),
    ...reinstated.map((amended) => ({ kind: "reinstated" as const, amended })),
    ...(retracted ? [{ kind: "retracted" as const, amended: retracted }] : []),
    ...(takenDown ? [{ kind: "takenDown" as const, amended: takenDown }] : []),
  ].sort((a, b) => (a.amended.version ?? 0) - (b.amended.version ?? 0));
};

/** All that became of an entry, oldest first. */
export const Amendments = ({ context, entry }: Shown) => {
  const { reader, language } = context;
  return (
    <>
      {kindsOf(entry).map((one) => (
        <Amendment context={context} kind={amendmentLabel(reader.words, one.kind)} amended={one.amended}>
          {"before" in one ? (
            <Difference
              context={context}
              changes={changesBetween(
                { time: (at) => formatTime(reader, at), language, quotes: entry.retracted === null },
                one.before,
                one.after,
              )}
            />
          ) : null}
        </Amendment>
      ))}
    </>
  );
};

const labels = {
  correction: "corrected",
  update: "updated",
  clarification: "clarified",
  minor: "corrected",
  reinstated: "reinstated",
  retracted: "retracted",
  takenDown: "takenDown",
} as const;

/** The word for what an editor has done to an entry: the kind of an edit, or what became of the whole. */
export const amendmentLabel = ({ timeline }: Words, kind: keyof typeof labels): string => timeline[labels[kind]];

/** So many of those who report it are named. */
const mostPublishers = 3;

/** Who has confirmed or denied what was only reported, and when. */
export const Remarks = ({ context, entry: { certainty, confirmed, denied, sources } }: Shown) => {
  const words = context.reader.words.timeline;
  const publishers = [...new Set(sources.map(({ publisher }) => publisher))].slice(0, mostPublishers);
  const remarks = [
    ...confirmed.map((one) => ({ ...one, told: words.confirmed(whosOf(one.by)) })),
    ...denied.map((one) => ({ ...one, told: words.denied(whosOf(one.by)) })),
  ];
  return (
    <>
      {certainty === "reported" ? (
        <p class="remark certainty">
          <strong>
            <Runs runs={words.reportedBy(publishers)} />
          </strong>
        </p>
      ) : null}
      {remarks.map(({ told, ...at }) => (
        <p class="remark">
          <strong>
            <Runs runs={told} />
          </strong>
          , <LinkedTime context={context} at={at} />
        </p>
      ))}
    </>
  );
};

/** How words were taken back, by whom and when: it stands at the words. */
export const TakenBack = ({ context, takenBack }: { context: StoryContext; takenBack: Entry["takenBack"] }) => (
  <>
    {takenBack.map(({ how, by, ...at }) => (
      <p class="remark">
        <strong>
          <Runs runs={context.reader.words.quote.takenBack[how](whosOf(by))} />
        </strong>
        , <LinkedTime context={context} at={at} />
      </p>
    ))}
  </>
);

/** One amendment: what it is, when and by whom it was made, and why. */
export const Amendment = ({
  context,
  kind,
  amended,
  children,
}: PropsWithChildren<{ context: StoryContext; kind: string; amended: Amended }>) => {
  const { words } = context.reader;
  const { version, recordedAt, recordedBy, reason } = amended;
  return (
    <div class="amendment" id={version === null ? undefined : anchorOf(version)}>
      <p>
        <strong class="label">{kind}</strong>
        {recordedAt ? (
          <>
            {" "}
            <RecordedTime reader={context.reader} at={recordedAt} />, {words.timeline.by} <bdi>{recordedBy}</bdi>
          </>
        ) : null}
      </p>
      {reason ? (
        <p>
          {words.timeline.why}
          {words.colon}
          <EditorsText context={context}>{reason}</EditorsText>
        </p>
      ) : null}
      {children}
    </div>
  );
};

/** What a correction has changed. */
export const Difference = ({ context, changes }: { context: StoryContext; changes: Changes }) => {
  const words = context.reader.words.timeline;
  return (
    <>
      {changes.told.map(({ was, is }) => (
        <p class="change">
          {was ? <MarkedText label={words.before} words={was} as="del" /> : null}{" "}
          {is ? <MarkedText label={words.after} words={is} as="ins" /> : null}
        </p>
      ))}
      {changes.others.length > 0 ? (
        <p>
          {words.also}
          {context.reader.words.colon}
          {changes.others.map((field, index) => (
            <>
              {index > 0 ? ", " : ""}
              <code>{field}</code>
            </>
          ))}
        </p>
      ) : null}
    </>
  );
};

type Mark = "del" | "ins";

/** Old words or new ones. The mark alone tells little to who cannot see it: the label says which they are. */
export const MarkedText = ({ label, words, as: Mark }: { label: string; words: NonNullable<Change["is"]>; as: Mark }) => (
  <span class="saying">
    <span class="aside">{label}</span>{" "}
    <Mark>
      {words.runs ? (
        <Runs runs={words.runs} />
      ) : (
        <span lang={words.language} dir="auto">
          {words.text}
        </span>
      )}
    </Mark>
  </span>
);

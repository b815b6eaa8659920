/** What became of an entry: each correction with the old words and the new, and the retraction. */
import type { PropsWithChildren } from "hono/jsx";
import type { Entry } from "../../../projections/timeline.ts";
import { RecordedTime } from "../times.tsx";
import { type Change, type Changes, changesBetween } from "./changes.ts";
import { anchorOf, EditorsText, type StoryContext } from "./story-context.tsx";

/** Of a takedown after the version shown, nothing is told. */
type Amended = NonNullable<Entry["takenDown"]>;

/** All that became of an entry, oldest first. */
export const Amendments = ({ context, entry }: { context: StoryContext; entry: Entry }) => {
  const { reader, language } = context;
  const { corrected, retracted, takenDown } = reader.words.timeline;
  return (
    <>
      {entry.corrected.map((correction, index) => {
        const after = entry.corrected[index + 1]?.before ?? entry;
        return (
          <Amendment context={context} kind={corrected} amended={correction}>
            <Difference context={context} changes={changesBetween(reader, language, correction.before, after)} />
          </Amendment>
        );
      })}
      {entry.retracted ? <Amendment context={context} kind={retracted} amended={entry.retracted} /> : null}
      {entry.takenDown ? <Amendment context={context} kind={takenDown} amended={entry.takenDown} /> : null}
    </>
  );
};

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
      <span lang={words.language} dir="auto">
        {words.text}
      </span>
    </Mark>
  </span>
);

/** The story as it was: through its versions, or on a day. Links and forms that need no script. */

import * as z from "zod/mini";
import { calendarTime } from "../../../events/tell/calendar.ts";
import { instant } from "../../../events/values.ts";
import { storyPath } from "../../http/links.ts";
import { toLogInstant } from "../../http/route.ts";
import { currentPathWith, localizedPath } from "../reader.ts";
import { EventTime } from "../times.tsx";
import { Section, type StoryContext } from "./story-context.tsx";

/** When a page shows the story: now, where neither is given. */
export type ShownTime = { version: number | undefined; asOf: string | undefined };

const day = /^\d{4}-\d\d-\d\d$/;

/** The query parameter `asOf` of pages: an instant, or a day as a date field sends it, which means its end in the deployment's zone. */
export const asOfParam = z
  .union([z.string().check(z.regex(day)), instant])
  .check(z.refine((value) => toInstant(value) !== undefined));

const toInstant = (value: string): string | undefined => {
  const wanted = day.test(value) ? `${value}T23:59:59.999Z` : value;
  return instant.safeParse(wanted).success ? wanted : undefined;
};

/** The instant that it means, as the log writes instants: of a day, its end in a zone. */
export const parseAsOf = (value: string | undefined, zone: string): string | undefined => {
  if (value === undefined || !day.test(value)) return toLogInstant(value);
  const end = Date.parse(`${value}T23:59:59.999Z`);
  const offsetAt = (time: number): number =>
    60_000 * (calendarTime({ at: new Date(time).toISOString(), precision: "minute", zone }).minutesFromUtc ?? 0);
  // Clocks may have changed between here and there.
  return new Date(end - offsetAt(end - offsetAt(end))).toISOString();
};

/** Says that this is a view of the past, and leads on through it. */
export const PastNotice = ({ context, then: { version, asOf } }: { context: StoryContext; then: ShownTime }) => {
  const { reader } = context;
  const words = reader.words.past;
  return (
    <div class="banner">
      <p role="note">
        <strong>
          {version === undefined ? null : words.asItWas(version)}
          {asOf === undefined ? null : (
            <>
              {words.asKnown} <EventTime reader={reader} at={{ occurredAt: asOf, precision: "second" }} />.
            </>
          )}
        </strong>{" "}
        {context.version < context.head ? words.later(context.head - context.version) : words.nothingLater}{" "}
        <a href={currentPathWith(reader, { version: undefined, asOf: undefined, cursor: undefined })}>{words.now}</a>
      </p>
      <Steps context={context} />
      <Forms context={context} />
    </div>
  );
};

/** The way back, at the foot of the page. */
export const PastPicker = ({ context }: { context: StoryContext }) => {
  const words = context.reader.words.past;
  return (
    <Section id="past" title={words.title}>
      <p class="explained">{words.clocks}</p>
      <Steps context={context} />
      <Forms context={context} />
    </Section>
  );
};

/** One version back or forth, and to either end. */
const Steps = ({ context }: { context: StoryContext }) => {
  const { reader, version, head } = context;
  const words = reader.words.past;
  const steps = [
    { label: words.first, version: version > 2 ? 1 : undefined },
    { label: words.previous, version: version > 1 ? version - 1 : undefined, rel: "prev" },
    { label: words.next, version: version + 1 < head ? version + 1 : undefined, rel: "next" },
  ].filter((step) => step.version !== undefined);
  return (
    <ul class="row">
      {steps.map((step) => (
        <li>
          <a rel={step.rel} href={currentPathWith(reader, { version: String(step.version), asOf: undefined, cursor: undefined })}>
            {step.label}
          </a>
        </li>
      ))}
    </ul>
  );
};

/** A slider through the versions, and a day. */
const Forms = ({ context }: { context: StoryContext }) => {
  const { reader, version, head } = context;
  const words = reader.words.past;
  const action = storyPath(context);
  return (
    <div class="back">
      <form action={action}>
        <Language context={context} />
        <label>
          <span>{words.version}</span>
          <input type="range" name="version" min={1} max={head} value={version} />
        </label>
        <output>{version}</output>
        <button type="submit">{words.go}</button>
      </form>
      <form action={action}>
        <Language context={context} />
        <label>
          <span>{words.day(reader.siteZone)}</span>
          <input type="date" name="asOf" required value={reader.url.searchParams.get("asOf")?.slice(0, 10)} />
        </label>
        <button type="submit">{words.go}</button>
      </form>
    </div>
  );
};

const Language = ({ context: { reader } }: { context: StoryContext }) =>
  localizedPath(reader, "").includes("lang=") ? <input type="hidden" name="lang" value={reader.language} /> : null;

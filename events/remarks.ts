/** What becomes of what an event says, without changing it: words taken back, reports confirmed or denied. */
import type { Rule } from "./define.ts";
import type { Recorded } from "./recorded.ts";
import { certaintyOf, get, type Remark, type Story } from "./story.ts";
import { listOf } from "./values.ts";

type About = { event: number; by?: string | readonly string[] | undefined; how?: Remark["how"] };

/** Marks the event that a remark is about. */
export const remark = (story: Story, event: Recorded<string, About>, kind: Remark["kind"]): void => {
  const { version, occurredAt, precision, data } = event;
  const remarks = get(story.remarks, `${data.event}`) ?? [];
  remarks.push({
    kind,
    version,
    occurredAt,
    precision,
    by: [...listOf(data.by)],
    ...(data.how === undefined ? {} : { how: data.how }),
  });
  story.remarks[data.event] = remarks;
};

/** The event stands before this one, was only reported, and is not confirmed yet. */
export const onlyReported: Rule<{ event: number }> = {
  code: "not-only-reported",
  pointer: "/data/event",
  broken: (story, { data }, earlier) => {
    const reported = earlier(data.event);
    if (!reported) return `Event ${data.event} does not stand before this one: check when this happened.`;
    if (reported.certainty !== "reported") return `Event ${data.event} was never only reported.`;
    return certaintyOf(story, data.event) === "confirmed" ? `Event ${data.event} was confirmed already.` : undefined;
  },
};

/** Retracting an entry, and taking the retraction back: a reason, after what hangs on the entry. */
import type { DeskPage } from "../desk-page.ts";
import type { TypedForm } from "../form/typed-form.ts";
import { type Act, amendBy, askAbout, reasonIn } from "./amend.tsx";
import { type EntryVisit, withEntry } from "./entry-visit.tsx";

const pagesOf = (name: "retract" | "reinstate", type: string): DeskPage[] => {
  const read = ({ entry }: EntryVisit, form: TypedForm) => ({ type, data: { event: entry.version, reason: reasonIn(form) } });
  const back: Act["back"] = (visit, form, opened) => askAbout(visit, { act: name, amendment: read(visit, form), form, opened });
  const refuse: Act["refuse"] = (visit, form, opened, result) => {
    const faults = result.kind === "invalid" ? result.faults.map(({ detail }) => ({ field: "0.reason", text: detail })) : [];
    return askAbout(visit, { act: name, amendment: read(visit, form), form, opened, faults }, faults.length > 0 ? 422 : 409);
  };
  const path = `/desk/:story/events/:version/${name}`;
  return [
    { method: "get", path, role: "editor", handle: withEntry((visit) => back(visit, new Map(), visit.story.version)) },
    { method: "post", path, role: "editor", handle: amendBy({ name, read, refuse, back }) },
  ];
};

/** The pages at `/desk/{story}/events/{version}/retract` and `/reinstate`. */
export const retractPages: readonly DeskPage[] = [
  ...pagesOf("retract", "EventRetracted"),
  ...pagesOf("reinstate", "EventReinstated"),
];

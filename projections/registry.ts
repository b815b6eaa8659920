/** The projections that are folded. A new one is a file and a line here; the timeline, which is read page by page, stands in its own file. */
import { cast } from "./cast.ts";
import { corrections } from "./corrections.ts";
import { insults } from "./insults.ts";
import { offers } from "./offers.ts";
import { questions } from "./questions.ts";
import { status } from "./status.ts";

export const projections = { status, offers, cast, insults, questions, corrections };

export type ProjectionName = keyof typeof projections;
/** What readers are shown of a projection. */
export type ViewOf<Name extends ProjectionName> = ReturnType<(typeof projections)[Name]["view"]>;

/** Every folded projection's name, in the order in which the documentation lists them. */
export const projectionNames = Object.keys(projections) as ProjectionName[];

/** The API's routes, in the order in which the documentation lists them and the router tries them. A new one is a file and a line here. */
import type { Route } from "../http/route.ts";
import { addEditorRoute } from "./add-editor.ts";
import { appendEventsRoute } from "./append-events.ts";
import { draftRoutes } from "./drafts.ts";
import { healthRoute } from "./health.ts";
import { importLogRoute } from "./import-log.ts";
import { indexSearchRoute } from "./index-search.ts";
import { listEditorsRoute } from "./list-editors.ts";
import { listStoriesRoute } from "./list-stories.ts";
import { openapiRoute } from "./openapi.ts";
import { readAllEventsRoute } from "./read-all-events.ts";
import { readCheckpointKeyRoute, readCheckpointRoute } from "./read-checkpoint.ts";
import { readEventRoute } from "./read-event.ts";
import { readEventsRoute } from "./read-events.ts";
import { readFrontPageRoute } from "./read-front-page.ts";
import { readLiveRoute } from "./read-live.ts";
import { readMediaRoute } from "./read-media.ts";
import { readOembedRoute } from "./read-oembed.ts";
import { readPersonRoute } from "./read-person.ts";
import { readProjectionRoutes } from "./read-projections.ts";
import { readStoryRoute } from "./read-story.ts";
import { readTimelineRoute } from "./read-timeline.ts";
import { revokeEditorRoute } from "./revoke-editor.ts";
import { searchStoriesRoute } from "./search-stories.ts";
import { setFrontPageRoute } from "./set-front-page.ts";
import { takeDownRoute } from "./take-down.ts";
import { uploadMediaRoute } from "./upload-media.ts";

/** Every route, in that order. */
export const routes: readonly Route[] = [
  appendEventsRoute,
  takeDownRoute,
  uploadMediaRoute,
  readMediaRoute,
  listStoriesRoute,
  searchStoriesRoute,
  readStoryRoute,
  ...readProjectionRoutes,
  readTimelineRoute,
  readLiveRoute,
  readPersonRoute,
  readEventsRoute,
  readEventRoute,
  readAllEventsRoute,
  readCheckpointRoute,
  readCheckpointKeyRoute,
  readFrontPageRoute,
  setFrontPageRoute,
  readOembedRoute,
  ...draftRoutes,
  importLogRoute,
  indexSearchRoute,
  addEditorRoute,
  listEditorsRoute,
  revokeEditorRoute,
  healthRoute,
  openapiRoute,
];

/** The API's routes, in the order in which the documentation lists them and the router tries them. A new one is a file and a line here. */
import type { Route } from "../http/route.ts";
import { addEditor } from "./add-editor.ts";
import { appendEvents } from "./append-events.ts";
import { health } from "./health.ts";
import { importLogRoute } from "./import-log.ts";
import { indexSearch } from "./index-search.ts";
import { listEditors } from "./list-editors.ts";
import { listStoriesRoute } from "./list-stories.ts";
import { openapi } from "./openapi.ts";
import { readAllEvents } from "./read-all-events.ts";
import { readCheckpoint, readCheckpointKey } from "./read-checkpoint.ts";
import { readEvent } from "./read-event.ts";
import { readEvents } from "./read-events.ts";
import { readLiveRoute } from "./read-live.ts";
import { readOembed } from "./read-oembed.ts";
import { readProjections } from "./read-projections.ts";
import { readStory } from "./read-story.ts";
import { readTimelineRoute } from "./read-timeline.ts";
import { revokeEditor } from "./revoke-editor.ts";
import { searchStories } from "./search-stories.ts";
import { takeDownRoute } from "./take-down.ts";

export const routes: readonly Route[] = [
  appendEvents,
  takeDownRoute,
  listStoriesRoute,
  searchStories,
  readStory,
  ...readProjections,
  readTimelineRoute,
  readLiveRoute,
  readEvents,
  readEvent,
  readAllEvents,
  readCheckpoint,
  readCheckpointKey,
  readOembed,
  importLogRoute,
  indexSearch,
  addEditor,
  listEditors,
  revokeEditor,
  health,
  openapi,
];

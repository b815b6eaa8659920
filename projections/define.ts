/** How a projection is defined. */
import type * as z from "zod/mini";
import type { Happening } from "../events/amend.ts";
import type { EventOf, EventType, StoryEvent } from "../events/registry.ts";
import type { Story } from "../events/story.ts";
import type { Language } from "../events/tell/languages.ts";
import { type StoryIn, storyIn } from "../events/tell/story-in.ts";

/** What a projection does with the events of each type: it changes the state that it is given, which the fold owns. */
type Handlers<State> = {
  [Type in EventType]?: (state: State, event: EventOf<Type>, place: string) => void;
};

/** A projection as its file writes it. */
type Blueprint<Name extends string, State, View extends z.ZodMiniType> = {
  name: Name;
  /** Raise it with any change to the state, the fold or the view: snapshots and ETags of the old one are left aside. */
  revision: number;
  /** One sentence for the API's description. */
  summary: string;
  /** A plain JSON value: it is kept in snapshots. */
  initial: () => State;
  /** Called in story order with effective events, each with its place in it. */
  on: Handlers<State>;
  /** Set where the view tells of the story's amendments. */
  tellsAmendments?: true;
  /** Called before `on`, with every event. */
  each?: (state: State, event: StoryEvent, place: string) => void;
  /** What readers are shown. */
  schema: View;
  view: (state: State, story: StoryIn, language: Language) => z.infer<View>;
};

/** A projection as the fold and the reader see it: its state is its own affair. */
export type Projection<Name extends string = string, View = unknown> = {
  name: Name;
  revision: number;
  summary: string;
  schema: z.ZodMiniType;
  initial: () => unknown;
  step: (state: unknown, happening: Happening) => void;
  /** Whether events of a type can change its state; of every type, where it looks at all of them. */
  touchedBy: (type: EventType) => boolean;
  looksAtAll: boolean;
  tellsAmendments?: true;
  view: (state: unknown, story: Story, language: Language) => View;
};

/** Defines a projection: a pure fold in story order, and a view of what it came to. */
export const defineProjection = <const Name extends string, State, View extends z.ZodMiniType>(
  blueprint: Blueprint<Name, State, View>,
): Projection<Name, z.infer<View>> => {
  const { on, each, view, ...rest } = blueprint;
  return {
    ...rest,
    // The fold hands back the state that `initial` or an earlier step made: it is a `State`, and a handler gets its own type's event.
    step: (state, { event, place }) => {
      each?.(state as State, event, place);
      on[event.type]?.(state as State, event as never, place);
    },
    touchedBy: (type) => each !== undefined || on[type] !== undefined,
    looksAtAll: each !== undefined,
    view: (state, story, language) => view(state as State, storyIn(story, language), language),
  };
};

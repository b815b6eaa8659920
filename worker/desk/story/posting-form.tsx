/** The forms of a posting, one for each of its events, with what is wrong with them summed up on top. */
import { definitionOf, type EventType } from "../../../events/registry.ts";
import { DeskLayout, ErrorSummary, type FieldFault, ForgeryField } from "../desk-layout.tsx";
import type { DeskSession } from "../desk-page.ts";
import { DraftFields, KeepButton, KeptStatus, keptForm } from "../drafts/kept-form.tsx";
import { EventForm } from "../form/event-form.tsx";
import { labelOf } from "../form/labels.ts";
import type { TypedForm } from "../form/typed-form.ts";
import { deskStoryPath } from "../story-path.ts";
import { fillIn } from "../words/fill-in.ts";
import { BackToStory, PageNotice } from "./back-to-story.tsx";
import type { DeskStory } from "./desk-story.ts";
import { WhoElse } from "./presence.tsx";

type Posting = {
  desk: DeskSession;
  story: DeskStory;
  types: readonly EventType[];
  form: TypedForm;
  faults?: readonly FieldFault[];
  /** Why it was refused, where that is no field's fault. */
  notice?: string | undefined;
  /** Where it is posted to, where that is not the story's own address for postings. */
  action?: string | undefined;
};

/** Where the forms of a story are posted to. */
export const postingPath = (slug: string): string => `${deskStoryPath(slug)}/post`;

/** The forms, to be previewed. */
export const PostingForm = ({ desk, story, types, form, faults = [], action = postingPath(story.slug) }: Posting) => (
  <form method="post" action={action} class="desk-form" novalidate {...keptForm(desk, story.slug)}>
    <ForgeryField person={desk.person} />
    <DraftFields form={form} />
    {types.map((type, index) => (
      <EventForm
        visit={desk}
        index={index}
        definition={definitionOf(type)}
        form={form}
        faults={faults}
        choices={story.choices}
        publisher={story.setting.lastSource?.publisher}
      />
    ))}
    <KeptStatus />
    <div class="desk-inline">
      <button type="submit" name="step" value="preview">
        {desk.words.form.preview}
      </button>
      <KeepButton desk={desk} />
    </div>
  </form>
);

/** A page of them. */
export const PostingPage = (posting: Posting) => {
  const { desk, story, types, faults = [], notice } = posting;
  const title = fillIn(desk.words.story.post, { what: types.map((type) => labelOf(desk.words, type)).join(", ") });
  return (
    <DeskLayout visit={desk} title={title} modules={["desk/find-source.js", "desk/drafts.js", "desk/news.js"]}>
      <ErrorSummary visit={desk} faults={faults} />
      <BackToStory story={story} />
      <h1>{title}</h1>
      <WhoElse desk={desk} story={story} />
      <PageNotice text={notice} />
      <PostingForm {...posting} />
    </DeskLayout>
  );
};

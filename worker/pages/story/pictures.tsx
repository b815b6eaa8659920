/** The pictures of an entry: what they show, what is said of them, and whose they are. */
import { type MeasuredPicture, measuredPictures, type Picture } from "../../../events/attribution.ts";
import { picturePath } from "../../http/links.ts";
import type { StoryContext } from "./story-context.tsx";

/** The pictures, each in its size, so that nothing moves when it comes; nothing where there are none. */
export const Pictures = ({ context, media }: { context: StoryContext; media: readonly Picture[] | undefined }) => (
  <>
    {measuredPictures(media).map((picture) => (
      <figure class={`picture${isTall(picture) ? ` picture-tall ${focusClass(picture)}` : ""}`}>
        <div class="frame">
          <img
            src={picturePath(picture)}
            width={picture.width}
            height={picture.height}
            alt={picture.alt}
            lang={context.language}
            loading="lazy"
            decoding="async"
          />
        </div>
        <PictureCaption context={context} picture={picture} />
      </figure>
    ))}
  </>
);

const PictureCaption = ({ context, picture }: { context: StoryContext; picture: MeasuredPicture }) => {
  const { words } = context.reader;
  const { caption, credit, licence } = picture;
  return (
    <figcaption>
      {caption === undefined ? null : (
        <>
          <span lang={context.language} dir="auto">
            {caption}
          </span>{" "}
        </>
      )}
      <span class="credit">
        {words.picture.credit}
        {words.colon}
        <bdi>{credit}</bdi>
        {licence === undefined ? null : (
          <>
            {" · "}
            <bdi>{licence}</bdi>
          </>
        )}
      </span>
    </figcaption>
  );
};

/** Whether a picture is so tall that a page shows a part of it, and large enough to fill the frame. */
const isTall = ({ width, height }: MeasuredPicture): boolean => width >= 432 && height > width * 1.25;

/** What stays in sight of a picture that is cut above and below. */
const focusClass = ({ focus = { x: 0.5, y: 0.5 } }: MeasuredPicture): string =>
  focus.y < 1 / 3 ? "focus-top" : focus.y > 2 / 3 ? "focus-bottom" : "focus-middle";

/** Who else works at a story, as the page is asked for, and live where scripts run. */

import { isFromHere } from "../../http/session.ts";
import { hubOf } from "../../live/hub-address.ts";
import type { Present } from "../../live/presence.ts";
import { readHeadVersion } from "../../store/log.ts";
import type { DeskPage, DeskSession } from "../desk-page.ts";
import { offersByMove } from "../form/admissible.ts";
import { offerLabel } from "../form/choices.ts";
import { forgedPage } from "../session/turned-away.tsx";
import { noSuchStoryPage } from "../story/no-such-story.tsx";
import { deskStoryPath } from "../story-path.ts";
import { fillIn } from "../words/fill-in.ts";
import type { DeskStory } from "./desk-story.ts";

/** So many offers are told by their names; of others it is said which they are by their address. */
const mostOffers = 40;

/** The names, each with what they have open; and a place where it is said what colleagues have posted. */
export const WhoElse = ({ desk, story }: { desk: DeskSession; story: DeskStory }) => {
  const { entry: words } = desk.words;
  const { slug, version, here } = story;
  // Nobody works yet at a story that is still to be opened.
  if (version === 0) return null;
  const labels = Object.fromEntries(
    offersByMove(story.story)
      .slice(0, mostOffers)
      .map(([offer]) => [offer, offerLabel(story.story, offer, desk.language)]),
  );
  const told = { atEntry: words.atEntry, atOffer: words.atOffer, news: words.news, offers: labels };
  return (
    <div
      class="desk-presence"
      data-presence={`${deskStoryPath(slug)}/presence`}
      data-story={deskStoryPath(slug)}
      data-version={version}
      data-name={desk.person.name}
      data-words={JSON.stringify(told)}
    >
      <p hidden={here.length === 0}>
        {words.here}
        {desk.words.colon}
        <span class="desk-here">
          {here.map((one, index) => (
            <>
              {index > 0 ? ", " : ""}
              <bdi>{one.name}</bdi>
              <PlaceOf desk={desk} present={one} labels={labels} />
            </>
          ))}
        </span>
      </p>
      <p class="desk-news" role="status" />
    </div>
  );
};

const PlaceOf = ({ desk, present, labels }: { desk: DeskSession; present: Present; labels: Record<string, string> }) => {
  const [kind, which = ""] = (present.at ?? "").split(" ");
  const { atEntry, atOffer } = desk.words.entry;
  if (kind === "entry") return <> {fillIn(atEntry, { entry: which })}</>;
  return kind === "offer" ? <> {fillIn(atOffer, { offer: labels[which] ?? which })}</> : null;
};

/** The socket at `/desk/{story}/presence`, for pages of this origin alone: a socket asks no other site's leave. */
export const presencePage: DeskPage = {
  method: "get",
  path: "/desk/:story/presence",
  role: "contributor",
  handle: async (c, desk) => {
    const slug = c.req.param("story") ?? "";
    if (!isFromHere(c)) return forgedPage(c, desk);
    const hub = hubOf(c.env, slug);
    const isSocket = c.req.header("Upgrade")?.toLowerCase() === "websocket";
    if (!hub || !isSocket || (await readHeadVersion(c.var.d1, slug)) === 0) return noSuchStoryPage(c, desk);
    const { status, webSocket } = await hub.join({ name: desk.person.name, at: null });
    return new Response(null, { status, webSocket });
  },
};

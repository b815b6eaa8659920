/** Pages that weigh no more than a reader on a poor line can bear, whatever they have to show. */
import type { HtmlEscapedString } from "hono/utils/html";
import { utf8 } from "../../events/bytes.ts";

/** How much of a page's lists is shown: 1 is as much as they show at most, ½ half of it. */
export type Room = number;

/** The most that a page may weigh, gzipped, with what servers' compression may differ by. */
const most = 58 * 1024;
/** With so little room each list shows one item: it comes to less no more. */
const least = 1 / 64;

/** So many items of a list for which `most` are shown where there is all the room. */
export const shownOf = (room: Room, most: number): number => Math.max(1, Math.floor(most * room));

/** Renders a page, with less and less room in its lists as long as it would weigh too much; its HTML in UTF-8. */
export const fitPage = async (render: (room: Room) => HtmlEscapedString): Promise<Uint8Array<ArrayBuffer>> => {
  for (let room = 1; ; ) {
    const page = utf8(`<!doctype html>${render(room)}`);
    if (page.length <= most || room <= least) return page;
    const size = await gzippedSize(page);
    if (size <= most) return page;
    room = Math.max(least, lessRoom(room, most / size));
  }
};

/** Half of the room, or half of that, and so on: the first that has no more than the share which would fit. */
const lessRoom = (room: Room, share: number): Room => room * 2 ** Math.min(-1, Math.floor(Math.log2(share)));

const gzippedSize = async (bytes: Uint8Array<ArrayBuffer>): Promise<number> => {
  let size = 0;
  for await (const chunk of new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"))) size += chunk.length;
  return size;
};

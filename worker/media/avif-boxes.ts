/** The boxes of an AVIF, and what those of them say that tell of its items. */
import { byteReader } from "./byte-reader.ts";
import { damaged } from "./refusal.ts";

/** A box: its type, and what stands in it. */
export type Box = { type: string; data: Uint8Array };

/** The boxes in a row (14496-12, section 4.2). */
export const boxesIn = (bytes: Uint8Array): Box[] => {
  const { u32, name } = byteReader(bytes);
  const boxes: Box[] = [];
  for (let at = 0; at < bytes.length; ) {
    const said = u32(at);
    // 1: the size stands in the next eight bytes. 0: up to the end.
    const head = said === 1 ? 16 : 8;
    const size = said === 1 ? u32(at + 8) * 2 ** 32 + u32(at + 12) : said === 0 ? bytes.length - at : said;
    if (size < head || at + size > bytes.length) throw damaged("AVIF");
    boxes.push({ type: name(at + 4), data: bytes.subarray(at + head, at + size) });
    at += size;
  }
  return boxes;
};

/** The types of all items, by the box `iinf` (section 8.11.6). */
export const itemsOf = ({ data }: Box): string[] => {
  const version = data[0] ?? 0;
  return boxesIn(data.subarray(version === 0 ? 6 : 8)).map((entry) => {
    const entryVersion = entry.data[0] ?? 0;
    if (entry.type !== "infe" || entryVersion < 2) throw damaged("AVIF");
    return byteReader(entry.data).name(entryVersion === 2 ? 8 : 10);
  });
};

/** The item that is the picture, by the box `pitm`. */
export const primaryItemOf = ({ data }: Box): number => (data[0] === 0 ? byteReader(data).u16(4) : byteReader(data).u32(4));

/** All properties, and those of an item, by the box `iprp` (23008-12, section 9.3). */
export const propertiesOf = ({ data }: Box): { all: Box[]; ofItem: (item: number) => Box[] } => {
  const [container, ...associations] = boxesIn(data);
  if (container?.type !== "ipco" || associations.some(({ type }) => type !== "ipma")) throw damaged("AVIF");
  const all = boxesIn(container.data);
  const indices = new Map(associations.flatMap(associated));
  return { all, ofItem: (item) => (indices.get(item) ?? []).flatMap((index) => all[index - 1] ?? []) };
};

const associated = ({ data }: Box): [item: number, indices: number[]][] => {
  const { u8, u16, u32 } = byteReader(data);
  const idBytes = u8(0) < 1 ? 2 : 4;
  const indexBytes = u8(3) & 1 ? 2 : 1;
  const found: [number, number[]][] = [];
  let at = 8;
  for (let entry = 0; entry < u32(4); entry += 1) {
    const item = idBytes === 2 ? u16(at) : u32(at);
    const count = u8(at + idBytes);
    at += idBytes + 1;
    // The first bit says that the property is essential.
    const indices = Array.from({ length: count }, (_, index) =>
      indexBytes === 2 ? u16(at + 2 * index) & 0x7fff : u8(at + index) & 0x7f,
    );
    at += count * indexBytes;
    found.push([item, indices]);
  }
  return found;
};

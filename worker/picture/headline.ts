/** The headline of a picture and the sentence under it: as large as they go. */
import type { Canvas } from "./canvas.ts";
import type { Letters } from "./letters.ts";
import { cutBlock, measureText, setBlock, settableText, type TextBlock } from "./setting.ts";
import { lineMeasure, pictureEdges, printLine } from "./sheet.ts";

/** How large they may be, the largest first, in how many lines; the sentence never comes near the headline's size. */
const smallest = { headline: 44, deck: 26 };
const beside = { headlines: [84, 76, 68, 62, 56, 50, smallest.headline], decks: [36, 33, 30, smallest.deck], deckLines: 2 };
const alone = { headlines: [108, 96, ...beside.headlines], decks: [42, 36, 32, smallest.deck], deckLines: 3 };
const headlineLines = 3;
const mostOfHeadline = 0.6;

const leading = { headline: 1.06, deck: 1.26 };
const gap = 16;

/** The room that they have, and whether they have the picture to themselves. */
type Room = { top: number; bottom: number; alone: boolean };

/** Prints the first two texts that can be set, the first as the headline. */
export const printHeadline = (canvas: Canvas, letters: Letters, texts: readonly string[], room: Room): void => {
  const [headline = "", deck = ""] = texts
    .map((text) => settableText(clip(text), letters.display))
    .filter((text) => text !== undefined);
  const height = room.bottom - room.top;
  const set = largest(headline, deck, letters, height, room.alone);
  let y = room.top + (room.alone ? Math.max(0, height - heightOf(set)) * 0.42 : 0);
  for (const line of set.headline.lines) {
    const { type } = set.headline;
    printLine(canvas, line, type, { x: pictureEdges.left, baseline: y + type.size * 0.78 }, "ink");
    y += type.size * leading.headline;
  }
  y += gap;
  for (const line of set.deck.lines) {
    const { type } = set.deck;
    printLine(canvas, line, type, { x: pictureEdges.left, baseline: y + type.size * 0.8 }, "soft");
    y += type.size * leading.deck;
  }
};

/** A text no longer than what could ever be set. */
const clip = (text: string): string => [...text.slice(0, 800)].slice(0, 400).join("");

type Story = { headline: TextBlock; deck: TextBlock };

/** The largest sizes at which both fit whole, else the smallest, cut to the room that there is. */
const largest = (headline: string, deck: string, { display, text }: Letters, height: number, isAlone: boolean): Story => {
  const { headlines, decks, deckLines } = isAlone ? alone : beside;
  const [above, under] = [measureText(headline, display), measureText(deck, text)];
  const whole = decks.map((size) => setBlock(under, size, lineMeasure, deckLines)).filter((block) => block !== undefined);
  const cut = whole.at(-1) ?? cutBlock(under, smallest.deck, lineMeasure, deckLines);
  for (const size of headlines) {
    const set = setBlock(above, size, lineMeasure, headlineLines);
    const fitting = (whole.length > 0 ? whole : [cut])
      .filter(({ type }) => type.size <= size * mostOfHeadline)
      .find((block) => set && heightOf({ headline: set, deck: block }) <= height);
    if (set && fitting) return { headline: set, deck: fitting };
  }
  const room = height - deckHeight(cut);
  const lines = Math.max(1, Math.min(headlineLines, Math.floor(room / (smallest.headline * leading.headline))));
  return { headline: cutBlock(above, smallest.headline, lineMeasure, lines), deck: cut };
};

const deckHeight = ({ lines, type }: TextBlock): number => gap + lines.length * type.size * leading.deck;
const heightOf = ({ headline: { lines, type }, deck }: Story): number =>
  lines.length * type.size * leading.headline + deckHeight(deck);

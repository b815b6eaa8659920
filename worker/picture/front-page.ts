/**
 * The front page of a story as one picture: nameplate, headline, where it stands, the offers as bars to scale. Where somebody cuts a square
 * out of its middle, the name stays whole.
 */
import { type OfferBar, printBars } from "./bars.ts";
import { blankCanvas, type Canvas, fillRectangle } from "./canvas.ts";
import { printHeadline } from "./headline.ts";
import type { Letters } from "./letters.ts";
import { fitLine, lineWidth, type SizedFace, settableText } from "./setting.ts";
import { lineMeasure, pictureEdges, pictureSize, printLine } from "./sheet.ts";

/** What a front page tells, in the words that it is to be told in. */
export type FrontPage = {
  stage: string;
  dateline: string;
  title: string;
  sentence: string;
  bars: readonly OfferBar[];
  /** How many more offers there are. */
  others?: string | undefined;
  /** What stands at the foot where there are no offers. */
  motto: string;
};

/** Draws it. A text that cannot be set in the letters is left out, and the next one takes its place: nobody is shown boxes. */
export const drawFrontPage = (letters: Letters, page: FrontPage): Canvas => {
  const canvas = blankCanvas(pictureSize.width, pictureSize.height);
  const top = printNameplate(canvas, letters, page);
  const alone = page.bars.length === 0;
  const bottom = alone ? printMotto(canvas, letters, page.motto) : printBars(canvas, letters.label, page.bars, page.others);
  printHeadline(canvas, letters, [page.title, page.sentence, page.stage], { top, bottom, alone });
  return canvas;
};

/** The name in the middle, with the stage and the date for ears, over a double rule. Answers where there is room below. */
const printNameplate = (canvas: Canvas, { display, label }: Letters, { stage, dateline }: FrontPage): number => {
  const name: SizedFace = { face: display, size: 66 };
  const width = lineWidth("Riposte", name);
  const baseline = pictureEdges.top + 52;
  printLine(canvas, "Riposte", name, { x: (pictureSize.width - width) / 2, baseline }, "ink");

  const ear = (lineMeasure - width) / 2 - 40;
  const caps: SizedFace = { face: label, size: 23, tracking: 0.07 };
  const told = fitLine(settableText(stage.toUpperCase(), label) ?? "", caps, ear - 28);
  fillRectangle(
    canvas,
    { x: pictureEdges.left, y: baseline - 32, width: Math.ceil(lineWidth(told, caps)) + 28, height: 40 },
    "accent",
  );
  printLine(canvas, told, caps, { x: pictureEdges.left + 14, baseline: baseline - 4 }, "reversed");
  const plain: SizedFace = { face: label, size: 23 };
  const date = fitLine(settableText(dateline, label) ?? "", plain, ear);
  printLine(canvas, date, plain, { x: pictureEdges.right, baseline: baseline - 4, flush: "right" }, "soft");

  fillRectangle(canvas, { x: pictureEdges.left, y: baseline + 24, width: lineMeasure, height: 4 }, "ink");
  fillRectangle(canvas, { x: pictureEdges.left, y: baseline + 31, width: lineMeasure, height: 1 }, "ink");
  return baseline + 58;
};

/** What Riposte tells of, over a rule of its own. Answers how far down there is room above. */
const printMotto = (canvas: Canvas, { label }: Letters, motto: string): number => {
  const type: SizedFace = { face: label, size: 23 };
  fillRectangle(canvas, { x: pictureEdges.left, y: pictureEdges.bottom - 42, width: lineMeasure, height: 1 }, "line");
  printLine(canvas, fitLine(motto, type, lineMeasure), type, { x: pictureEdges.left, baseline: pictureEdges.bottom - 2 }, "soft");
  return pictureEdges.bottom - 66;
};

/** Pictures in a real browser: each is seen, in its size, with its words, and nothing moves when it comes. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "../../worker/client.ts";
import { axeFaults, keepPicture, openAt, scrollsSideways, startBrowser, views } from "../support/browser.ts";
import { development, scene, statement } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { pictureFile } from "../support/pictures.ts";
import { type Server, startServer, tokens } from "../support/server.ts";

let browser: Browser;
let server: Server;

/** A picture of so many pixels, as Chromium makes it. */
const drawn = async (width: number, height: number): Promise<Uint8Array<ArrayBuffer>> => {
  const page = await browser.newPage();
  const bytes = await page.evaluate(`(async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: ${width}, height: ${height} });
    const brush = canvas.getContext("2d");
    const light = brush.createLinearGradient(0, 0, ${width}, ${height});
    light.addColorStop(0, "#c9a227");
    light.addColorStop(1, "#23395b");
    brush.fillStyle = light;
    brush.fillRect(0, 0, ${width}, ${height});
    brush.fillStyle = "#f4efe6";
    brush.arc(${width} * 0.4, ${height} * 0.3, ${height} * 0.12, 0, 7);
    brush.fill();
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.8));
    return [...new Uint8Array(await blob.arrayBuffer())];
  })()`);
  await page.close();
  return Uint8Array.from(bytes as number[]);
};

beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), startServer()]);
  const { upload } = createClient({ url: server.url, token: tokens.ada });
  const credit = { credit: "Ada Lens / Agence", licence: "CC BY 4.0" };
  const wide = await upload(await drawn(1600, 900));
  const tall = await upload(await drawn(900, 1600));
  const others = await Promise.all(
    ["sideways.jpg", "located.png", "located.webp", "still.avif"].map((name) => upload(pictureFile(name))),
  );
  await server.record(
    "seen",
    paced([
      ...scene,
      {
        ...development("The summit opens"),
        media: [{ image: wide.image, alt: "A sun over the sea", caption: "Paris, on the first morning", ...credit }],
      },
      { ...statement(), media: [{ image: tall.image, alt: "A sun over a valley", ...credit, focus: { x: 0.4, y: 0.2 } }] },
      { ...development("Small ones"), media: others.map(({ image }) => ({ image, alt: "Colours", credit: "Ada Lens" })) },
    ]),
  );
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const sizes = `[...document.querySelectorAll(".picture img")].map((image) => [image.naturalWidth, image.naturalHeight])`;
const heights = `[...document.querySelectorAll(".entry")].map((entry) => Math.round(entry.getBoundingClientRect().height))`;

describe.each(views)("the pictures of a story, $width wide, $scheme, in $language", (view) => {
  const open = () => openAt(browser, view, new URL(`/stories/seen?lang=${view.language}`, server.url));

  it("are seen in their size, and break no rule", async () => {
    const { page, faults } = await open();
    const before = await page.evaluate(heights);
    for (const image of await page.locator(".picture img").all()) {
      await image.scrollIntoViewIfNeeded();
      await image.evaluate("(image) => image.decode()");
    }
    expect(await page.evaluate(sizes)).toEqual(
      expect.arrayContaining([
        [1600, 900],
        [900, 1600],
        [32, 48],
        [48, 32],
      ]),
    );
    expect(await page.evaluate(heights)).toEqual(before);
    expect(await page.locator(".picture img[loading=lazy][width][height][alt]").count()).toBe(6);
    expect(await scrollsSideways(page)).toBe(false);
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await keepPicture(page, "media", view);
  });

  it("say whose they are", async () => {
    const { page } = await open();
    const caption = page.locator("figure.picture figcaption", { hasText: "Paris, on the first morning" });
    expect(await caption.textContent()).toMatch(/(?:Picture|Image)\s?: Ada Lens \/ Agence · CC BY 4\.0$/u);
  });
});

/** Pictures: uploaded, shown by events, served by their hash, and erased by a takedown. */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Picture } from "../../events/attribution.ts";
import { verify } from "../../events/verify.ts";
import type { Entry } from "../../projections/timeline.ts";
import { createClient } from "../../worker/client.ts";
import { movePictures, pictureAddressesOf } from "../../worker/scripts/move-pictures.ts";
import { corrected, development, retracted, scene, statement } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { hugePng, latin1, pictureFile, secrets } from "../support/pictures.ts";
import { problemOf, type Server, startServer, tokens } from "../support/server.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

type Uploaded = { image: string; type: string; width: number; height: number; address: string; removed: string[] };

const sendFile = (file: Uint8Array<ArrayBuffer>, type = "application/octet-stream", token = tokens.ada) =>
  fetch(new URL("/api/media", server.url), {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": type },
    body: file,
  });
const upload = async (file: Uint8Array<ArrayBuffer>): Promise<Uploaded> => {
  const answer = await sendFile(file);
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as Uploaded;
};
/** A picture that differs from all others. */
let made = 0;
const another = (): Promise<Uploaded> => {
  const file = Buffer.from(pictureFile("progressive.jpg"));
  // A value of the first quantization table.
  made += 1;
  file[file.indexOf(Buffer.from([0xff, 0xdb])) + 40] = made;
  return upload(new Uint8Array(file));
};
const shown = ({ image }: { image: string }) => ({ image, alt: "A handshake", credit: "Ada Lens / Agence" });
const entriesOf = async (story: string): Promise<Entry[]> =>
  (await server.read<{ entries: Entry[] }>(`/api/stories/${story}/timeline?order=asc`)).entries;

describe("an upload", () => {
  it("is kept under the hash of what is served, without its place and its camera", async () => {
    const answer = await sendFile(pictureFile("located.jpg"), "image/jpeg");
    expect(answer.status).toBe(201);
    const uploaded = (await answer.json()) as Uploaded;
    expect(uploaded).toMatchObject({ type: "image/jpeg", width: 48, height: 32, removed: ["Exif", "XMP"] });
    expect(answer.headers.get("Location")).toBe(uploaded.address);
    const served = await server.get(uploaded.address);
    const bytes = new Uint8Array(await served.arrayBuffer());
    expect(latin1(bytes)).not.toMatch(secrets);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(uploaded.image);
    expect(uploaded.address).toBe(`/media/${uploaded.image}.jpg`);
    expect(Object.fromEntries(served.headers)).toMatchObject({
      "content-type": "image/jpeg",
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      etag: `"${uploaded.image}"`,
    });
    expect((await server.get(uploaded.address, { "If-None-Match": `"${uploaded.image}"` })).status).toBe(304);
    expect((await server.get(uploaded.address, {}, "HEAD")).status).toBe(200);
  });

  it("is the same picture when it is sent again, as it was or as it is served", async () => {
    const first = await upload(pictureFile("located.webp"));
    const served = new Uint8Array(await (await server.get(first.address)).arrayBuffer());
    for (const file of [pictureFile("located.webp"), served]) {
      const again = await sendFile(file);
      expect([again.status, ((await again.json()) as Uploaded).image]).toEqual([200, first.image]);
    }
  });

  it("of any form is served as what it is", async () => {
    for (const [name, type, ending] of [
      ["located.png", "image/png", "png"],
      ["lossless.webp", "image/webp", "webp"],
      ["still.avif", "image/avif", "avif"],
    ] as const) {
      const { image, address } = await upload(pictureFile(name));
      expect(address).toBe(`/media/${image}.${ending}`);
      expect((await server.get(address)).headers.get("Content-Type")).toBe(type);
      expect((await server.get(`/media/${image}.jpg`)).status).toBe(404);
    }
  });

  it.each<[string, Uint8Array<ArrayBuffer>, string, number, RegExp]>([
    ["a file that lies about its type", pictureFile("located.png"), "image/jpeg", 415, /says image\/jpeg, and the file is a PNG/],
    [
      "a text that says it is a picture",
      new TextEncoder().encode("hello") as Uint8Array<ArrayBuffer>,
      "image/png",
      415,
      /no picture that is known here/,
    ],
    ["30 MiB", new Uint8Array(30 * 1024 * 1024), "image/jpeg", 413, /larger than 10 MiB/],
    ["30 000 × 30 000 pixels", hugePng(30_000, 30_000), "image/png", 422, /30000 × 30000 pixels/],
    [
      "an SVG with a script",
      new TextEncoder().encode(
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
      ) as Uint8Array<ArrayBuffer>,
      "image/svg+xml",
      415,
      /an SVG, which can run scripts/,
    ],
  ])("of %s is refused in a sentence", async (_, file, type, status, sentence) => {
    // Who still sends when the refusal comes may be cut off before it is read, and sends it again.
    const answer = await vi.waitFor(() => sendFile(file, type), { timeout: 60_000 });
    const problem = await problemOf(answer);
    expect([answer.status, problem.detail]).toEqual([status, expect.stringMatching(sentence)]);
    expect(problem.detail).toMatch(/\.$/);
  });

  it("takes an editor", async () => {
    expect((await sendFile(pictureFile("located.jpg"), "image/jpeg", "nobody-000000000000000000000000000000")).status).toBe(401);
  });

  it("is what the client sends", async () => {
    const client = createClient({ url: server.url, token: tokens.ada });
    const { image } = await client.upload(pictureFile("located.jpg"));
    expect(image).toBe((await upload(pictureFile("located.jpg"))).image);
  });
});

describe("an event", () => {
  it("shows a picture by its hash, and tells its form and its size", async () => {
    const picture = await another();
    const media = [{ ...shown(picture), caption: "Paris, in February", licence: "CC BY 4.0", focus: { x: 0.5, y: 0.25 } }];
    await server.record("shows", paced([...scene, { ...development(), media }]));
    const recorded = { ...media[0], type: "image/jpeg", width: 48, height: 32 };
    expect((await server.log("shows")).at(-1)?.media).toEqual([recorded]);
    expect((await entriesOf("shows")).at(-1)?.media).toEqual([recorded]);
    expect(await verify(await server.log("shows"))).toBeUndefined();
  });

  it.each<[string, object, number, RegExp]>([
    [
      "that nobody uploaded",
      { image: "0".repeat(64), alt: "A", credit: "B" },
      409,
      /No picture 000000000000… was uploaded here: send it to POST \/api\/media first\./,
    ],
    ["without words for who does not see it", { image: "0".repeat(64), credit: "B" }, 422, /\/media\/0\/alt is required/],
    ["without a credit", { image: "0".repeat(64), alt: "A" }, 422, /\/media\/0\/credit is required/],
    ["by what is no hash", { image: "../x", alt: "A", credit: "B" }, 422, /64 digits/],
  ])("does not show one %s", async (_, picture, status, sentence) => {
    const answer = await server.post("refused", paced([...scene, { ...development(), media: [picture as Picture] }]));
    expect([answer.status, (await problemOf(answer)).detail]).toEqual([status, expect.stringMatching(sentence)]);
  });

  it("does not show one of another size than was uploaded", async () => {
    const media = [{ ...shown(await another()), width: 4000 }];
    const answer = await server.post("refused", paced([...scene, { ...development(), media }]));
    expect(await problemOf(answer)).toMatchObject({
      status: 409,
      code: "picture-is-other",
      errors: [{ pointer: `/${scene.length}/media/0/width` }],
    });
  });

  it("is given other pictures by a correction, and none by an empty list", async () => {
    const [one, two] = [await another(), await another()];
    const at = scene.length + 1;
    await server.record("corrected", paced([...scene, { ...development(), media: [shown(one)] }]));
    await server.record("corrected", paced([corrected(at, { media: [shown(two)] })], 20));
    expect((await entriesOf("corrected")).at(-1)?.media).toEqual([{ ...shown(two), type: "image/jpeg", width: 48, height: 32 }]);
    await server.record("corrected", paced([corrected(at, { media: [] })], 21));
    expect((await entriesOf("corrected")).at(-1)?.media).toEqual([]);
    // The log still holds it, as it was said.
    expect((await server.get(one.address)).status).toBe(200);
    const unknown = await server.post(
      "corrected",
      paced([corrected(at, { media: [{ ...shown(one), image: "f".repeat(64) }] })], 22),
    );
    expect((await problemOf(unknown)).errors).toEqual([
      { pointer: "/0/data/replacement/media/0/image", detail: expect.any(String) },
    ]);
  });
});

describe("readers", () => {
  it("are shown a picture in its size, with its words and its credit, and told of it elsewhere", async () => {
    const picture = await another();
    const media = [{ ...shown(picture), caption: "Paris, <in> February" }];
    await server.record(
      "readers",
      paced([...scene, { ...development(), media }, { ...statement(), media: [shown(await another())] }]),
    );
    await server.record("readers", paced([retracted(scene.length + 2)], 20));
    const read = async (path: string) => (await server.get(`/stories/readers${path}`)).text();
    const page = await read("?lang=en");
    expect(page).toContain(
      `<img src="${picture.address}" width="48" height="32" alt="A handshake" lang="en" loading="lazy" decoding="async"/>`,
    );
    expect(page).toContain("Paris, &lt;in&gt; February");
    expect(page.match(/<img /g)).toHaveLength(1);
    const { href } = new URL(picture.address, server.url);
    const atom = await read("/feed.atom");
    expect(atom).toContain(`<link rel="enclosure" type="image/jpeg" title="A handshake" href="${href}"/>`);
    expect(atom.match(/enclosure/g)).toHaveLength(1);
    expect((JSON.parse(await read("/feed.json")) as { items: object[] }).items).toContainEqual(
      expect.objectContaining({ image: href, attachments: [{ url: href, mime_type: "image/jpeg", title: "A handshake" }] }),
    );
    const [, graph = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
    expect(graph).toContain(`"image":[{"@type":"ImageObject","url":"${href}","width":"48","height":"32"`);
  });
});

describe("a takedown", () => {
  const event = scene.length + 1;

  it("erases the pictures that the event alone shows, those of its corrections too, and says so", async () => {
    const [own, newer, shared] = [await another(), await another(), await another()];
    await server.record("down", paced([...scene, { ...development(), media: [shown(own), shown(shared)] }]));
    await server.record("down", paced([corrected(event, { media: [shown(newer)] })], 20));
    await server.record("elsewhere", paced([...scene, { ...statement(), media: [shown(shared)] }]));
    const order = { "Idempotency-Key": "down" };
    const answer = await server.takeDown("down", event, order);
    expect(answer.status).toBe(201);
    const receipt = { erased: [own.image, newer.image].toSorted(), kept: [shared.image] };
    expect(await answer.json()).toMatchObject({ media: receipt });
    expect(await (await server.takeDown("down", event, order)).json()).toMatchObject({ media: receipt });
    for (const { address, image } of [own, newer]) {
      expect((await server.get(address)).status).toBe(410);
      expect(await (await server.bucket())?.head(image)).toBeNull();
      expect(await server.db.prepare("SELECT count(*) AS n FROM media WHERE image = ?").bind(image).first("n")).toBe(0);
    }
    expect((await server.get(shared.address)).status).toBe(200);
    expect(JSON.stringify(await server.log("down"))).not.toContain(own.image);
    expect(await verify(await server.log("down"))).toBeUndefined();
  });

  it("of the last event that shows a picture erases it, and it is not taken again", async () => {
    const picture = await another();
    const served = new Uint8Array(await (await server.get(picture.address)).arrayBuffer());
    for (const story of ["first", "second"])
      await server.record(story, paced([...scene, { ...development(), media: [shown(picture)] }]));
    expect(await (await server.takeDown("first", event)).json()).toMatchObject({ media: { erased: [], kept: [picture.image] } });
    expect(await (await server.takeDown("second", event)).json()).toMatchObject({ media: { erased: [picture.image], kept: [] } });
    const again = await sendFile(served);
    expect([again.status, (await problemOf(again)).code]).toEqual([409, "picture-taken-down"]);
    const named = await server.post("third", paced([...scene, { ...development(), media: [shown(picture)] }]));
    expect((await problemOf(named)).code).toBe("unknown-picture");
  });

  it("of an event without a picture says nothing of pictures", async () => {
    await server.record("plain", paced([...scene, development()]));
    expect(await (await server.takeDown("plain", event)).json()).not.toHaveProperty("media");
  });

  it("is finished by the clock where the bytes could not be reached", async () => {
    const picture = await another();
    await (await server.bucket())?.put(picture.image, "left behind");
    await server.db
      .prepare("INSERT INTO media_takedowns (story, version, image, erased) VALUES ('late', 7, ?, 1)")
      .bind(picture.image)
      .run();
    await server.cron();
    expect(await (await server.bucket())?.head(picture.image)).toBeNull();
    expect(
      await server.db.prepare("SELECT count(*) AS n FROM media_takedowns WHERE erased = 1 AND purged_at IS NULL").first("n"),
    ).toBe(0);
  });
});

describe("an import", () => {
  it("holds the hashes, and the pictures come after it", async () => {
    const picture = await another();
    await server.record("moved", paced([...scene, { ...development(), media: [shown(picture)] }]));
    const entries = await server.log("moved");
    const there = await startServer();
    try {
      const client = createClient({ url: there.url, token: tokens.pia });
      await client.import(
        "moved",
        entries.map((entry) => JSON.stringify(entry)),
      );
      expect(await there.log("moved")).toMatchObject(entries.map((entry, index) => ({ ...entry, position: index + 1 })));
      expect((await there.get(picture.address)).status).toBe(404);
      const addresses = new Set(entries.flatMap(pictureAddressesOf));
      expect([...addresses]).toEqual([picture.address]);
      const lost = `/media/${"0".repeat(64)}.jpg`;
      expect(await movePictures(client, server.url.href, addresses.add(lost))).toEqual([lost]);
      expect((await there.get(picture.address)).status).toBe(200);
      const down = await there.takeDown("moved", scene.length + 1);
      expect(await down.json()).toMatchObject({ media: { erased: [picture.image] } });
    } finally {
      await there.close();
    }
  });
});

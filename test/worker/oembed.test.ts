/** How other sites embed a story: what oEmbed answers, and under which headers the embedded parts come. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { embeddableParts } from "../../worker/http/embeds.ts";
import { at, concluded, scene } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { costOf, problemOf, type Server, startServer } from "../support/server.ts";
import { hostile, recordStories, stories } from "../support/stories.ts";
import { unescaped } from "../support/xml.ts";

type Oembed = { html: string; width: number; height: number; thumbnail_url?: string; [property: string]: unknown };

let server: Server;
beforeAll(async () => {
  server = await startServer();
  await recordStories(server);
});
afterAll(() => server?.close());

const whole = (path: string) => new URL(path, server.url).href;
const asking = (path: string, more: Record<string, string> = {}) =>
  `/oembed?${new URLSearchParams({ url: whole(path), ...more })}`;
const sourceOf = ({ html }: Oembed) => unescaped(/ src="([^"]*)"/.exec(html)?.[1] ?? "");
const sample = `/stories/${stories.sample}`;

describe("oEmbed", () => {
  it("answers for a story's page with a sandboxed frame, by version 1.0", async () => {
    const answer = await server.get(asking(`${sample}?lang=fr`, { format: "json", dnt: "1" }));
    expect(answer.headers.get("Content-Type")).toBe("application/json");
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(costOf(answer)).toMatchObject({ trips: 1, written: 0 });
    const title = "Musk, Altman et l’offre sur OpenAI";
    expect(await answer.json()).toEqual({
      version: "1.0",
      type: "rich",
      title,
      provider_name: "Riposte",
      provider_url: whole("/"),
      cache_age: 3600,
      html: `<iframe src="${whole(`/embed/${stories.sample}/status?lang=fr`)}" title="${title} · Riposte" width="600" height="400" loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>`,
      width: 600,
      height: 400,
      thumbnail_url: whole(`${sample}/picture.png?version=18&lang=fr`),
      thumbnail_width: 1200,
      thumbnail_height: 630,
    });
  });

  it("names an event by its headline", async () => {
    const path = asking(`${sample}/events/14?lang=en`);
    const answer = await server.get(path);
    expect(costOf(answer)).toMatchObject({ trips: 1, written: 0 });
    expect(((await answer.json()) as Oembed).title).toBe("Musk insults Altman on X: “Swindler”");
    expect((await server.get(path, { "If-None-Match": answer.headers.get("ETag") ?? "" })).status).toBe(304);
  });

  it("keeps to the largest size that was asked for, the picture's too", async () => {
    const small = await server.read<Oembed>(asking(sample, { maxwidth: "320", maxheight: "200" }));
    expect(small).toMatchObject({ width: 320, height: 200 });
    expect(small.html).toContain('width="320" height="200"');
    expect(small.thumbnail_url).toBeUndefined();
    const large = await server.read<Oembed>(asking(sample, { maxwidth: "5000", maxheight: "5000" }));
    expect(large).toMatchObject({ width: 600, height: 400, thumbnail_width: 1200 });
  });

  it.each([
    ["/stories/musk-openai?version=12", "/embed/musk-openai/status?version=12"],
    ["/stories/musk-openai?order=asc#v3", "/embed/musk-openai/status"],
    ["/embed/musk-openai/timeline?lang=en&version=3", "/embed/musk-openai/timeline?lang=en&version=3"],
    ["/stories/Musk-OpenAI/", "/embed/musk-openai/status"],
    ["/stories/musk-openai/events/12?lang=fr", "/embed/musk-openai/events/12?lang=fr"],
    ["/stories/musk-openai/events/12/", "/embed/musk-openai/events/12"],
    ["/embed/musk-openai/events/12", "/embed/musk-openai/events/12"],
  ])("%s is embedded as %s", async (path, embedded) => {
    expect(sourceOf(await server.read<Oembed>(asking(path)))).toBe(whole(embedded));
  });

  it("answers 404 for what is no story's page of this site", async () => {
    const elsewhere = ["https://elsewhere.example/stories/musk-openai", "musk-openai", "javascript:alert(1)"];
    const here = [
      "/",
      "/stories/nobody-knows",
      "/stories/No_Slug",
      "/embed/musk-openai/secrets",
      `${sample}?version=99`,
      `${sample}?version=x`,
      `${sample}/events/99`,
      `${sample}/events/0`,
    ];
    for (const url of [...elsewhere, ...here.map(whole)]) {
      const answer = await server.get(`/oembed?${new URLSearchParams({ url })}`);
      expect([url, answer.status]).toEqual([url, 404]);
      expect((await problemOf(answer)).type).toBe(whole("/problems/not-found"));
    }
  });

  it("answers 501 for XML, 422 without an address, 304 to who has it", async () => {
    expect((await problemOf(await server.get(asking(sample, { format: "xml" })))).status).toBe(501);
    expect((await problemOf(await server.get("/oembed"))).errors).toMatchObject([{ pointer: "/url" }]);
    expect((await server.get(asking(sample, { maxwidth: "wide" }))).status).toBe(422);
    const etag = (await server.get(asking(sample))).headers.get("ETag") ?? "";
    expect((await server.get(asking(sample), { "If-None-Match": etag })).status).toBe(304);
    const head = await server.get(asking(sample), {}, "HEAD");
    expect([head.status, head.headers.get("ETag")]).toEqual([200, etag]);
  });

  it("lets no hostile title out of its attribute", async () => {
    const { html, title } = await server.read<Oembed>(asking(`/stories/${stories.hostile}`));
    expect(title).toBe(hostile.script);
    expect(html.match(/</g)).toHaveLength(2);
    expect(unescaped(/ title="([^"]*)"/.exec(html)?.[1] ?? "")).toBe(`${hostile.script} · Riposte`);
  });
});

describe("an embedded part", () => {
  /** What loads it anew where no script runs. */
  const anew = /<noscript><meta http-equiv="refresh" content="60"\/><\/noscript>/;
  const policy = async (path: string) => {
    const { headers } = await server.get(path);
    return { csp: headers.get("Content-Security-Policy") ?? "", frame: headers.get("X-Frame-Options") };
  };

  it("may stand in anybody's frame and runs this origin's scripts alone; no other page may", async () => {
    const embedded = await policy(`/embed/${stories.sample}/offers`);
    expect(embedded).toEqual({
      csp: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'self'; frame-ancestors *",
      frame: null,
    });
    for (const path of ["/", sample, `${sample}/feed.json`, asking(sample), "/embedded", "/api/stories"]) {
      const { csp, frame } = await policy(path);
      expect(csp).toContain("frame-ancestors 'none'");
      expect(csp).not.toContain("unsafe");
      expect(frame).not.toBeNull();
    }
  });

  it.each(embeddableParts)("%s is live at the head, in one round trip, and is kept by no search engine", async (part) => {
    const answer = await server.get(`/embed/${stories.long}/${part}`);
    const { status, headers } = answer;
    expect([status, headers.get("Refresh"), headers.get("Cache-Control")]).toEqual([200, null, "public, max-age=0, s-maxage=2"]);
    expect(await answer.text()).toMatch(anew);
    expect(headers.get("X-Robots-Tag")).toBe("noindex");
    const { trips, read } = costOf(answer);
    expect(trips).toBe(1);
    expect(read).toBeLessThanOrEqual(part === "timeline" ? 60 : 4);
    const again = await server.get(`/embed/${stories.long}/${part}`, { "If-None-Match": headers.get("ETag") ?? "" });
    expect([again.status, costOf(again).trips]).toEqual([304, 1]);
    expect(costOf(again).read).toBeLessThanOrEqual(4);
  });

  it.each(embeddableParts)("%s stays as it was after a version, for good", async (part) => {
    const path = `/embed/${stories.mixedUp}/${part}?version=9&lang=en`;
    const answer = await server.get(path);
    expect(answer.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    const told = await answer.text();
    expect(told).not.toMatch(anew);
    expect(told).toContain(`data-erasures="/api/stories/${stories.mixedUp}/live"`);
    expect(told).toContain("This is the story as it was after event 9.");
    expect(told).not.toContain("$9.74bn");
    await server.record(stories.mixedUp, at("18:00", { type: "BackgroundNoted", data: { headline: `After ${part}` } }));
    expect(await (await server.get(path)).text()).toBe(told);
  });

  it("does not load itself anew once the story is over, and goes on following what may be corrected", async () => {
    await server.record("over", [...paced(scene), at("20:00", concluded())]);
    const page = await (await server.get("/embed/over/status")).text();
    expect(page).not.toMatch(anew);
    expect(page).toContain('data-live="/api/stories/over/live"');
  });

  it("may be one event, by its own version or that of what corrected it", async () => {
    for (const version of [8, 10]) {
      const answer = await server.get(`/embed/${stories.mixedUp}/events/${version}?lang=en`);
      expect(costOf(answer)).toMatchObject({ trips: 1, written: 0 });
      const page = await answer.text();
      expect(page.match(/<li class="entry[^>]*/g)).toEqual([expect.stringContaining('id="v8"')]);
      expect(page).toContain("$9.74bn");
      const held = { "If-None-Match": answer.headers.get("ETag") ?? "" };
      expect((await server.get(`/embed/${stories.mixedUp}/events/${version}?lang=en`, held)).status).toBe(304);
    }
  });

  it("leads from the story's page: every link opens outside the frame", async () => {
    const page = await (await server.get(`/embed/${stories.sample}/timeline?lang=fr`)).text();
    expect(page).toContain(`<base href="${sample}?lang=fr" target="_blank"/>`);
    expect(page).toContain('<html lang="fr">');
    expect(page.match(/<li class="entry/g)).toHaveLength(10);
  });

  it.each([
    ["/embed/nobody-knows/status", 404],
    ["/embed/musk-openai/secrets", 404],
    ["/embed/No_Slug/status", 404],
    ["/embed/musk-openai/status?version=99", 404],
    ["/embed/musk-openai/status?version=x", 422],
    ["/embed/musk-openai", 404],
    ["/embed/musk-openai/events/99", 404],
    ["/embed/musk-openai/events/x", 404],
    ["/embed/nobody-knows/events/1", 404],
  ])("%s answers with a page of %i", async (path, status) => {
    const answer = await server.get(path);
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([status, "text/html; charset=UTF-8"]);
  });
});

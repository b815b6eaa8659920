/** A source is proposed by its address; its page is asked for its title only where the deployment says so, and never one that is not public. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sitAtDesk } from "../../support/desk.ts";
import { type Server, startServer, tokens } from "../../support/server.ts";
import { type Site, startSite } from "../../support/site.ts";

const html = (body: BodyInit, headers: Record<string, string> = {}, status = 200) =>
  new Response(body, { status, headers: { "Content-Type": "text/html; charset=utf-8", ...headers } });
const leadTo = (location: string) => html("", { Location: location }, 302);

/** More bytes than anybody wants; `taken` counts them. They end, since what stands between may take all of them. */
let taken = 0;
const endless = () =>
  new ReadableStream({
    pull: (controller) => {
      if (taken >= 64 * 1_048_576) return controller.close();
      taken += 65_536;
      controller.enqueue(new Uint8Array(65_536).fill(97));
    },
  });

/** The web, as the Worker's fetch meets it. */
const web: Record<string, () => Response | Promise<Response>> = {
  "https://www.ft.com/content/offer": () =>
    html(
      '<html><head><title>Musk &amp; Altman | FT</title><meta property="og:title" content="Musk &amp; Altman"></head><body><title>no</title>',
    ),
  "https://plain.com/one": () => html("<title>A  plain\n title</title><p>"),
  "https://short.com/a": () => leadTo("https://www.ft.com/content/offer"),
  "https://bad.com/http": () => leadTo("http://www.ft.com/content/offer"),
  "https://bad.com/inside": () => leadTo("https://169.254.169.254/latest/meta-data"),
  "https://bad.com/loop": () => leadTo("https://bad.com/loop"),
  "https://bad.com/endless": () => html(endless()),
  "https://bad.com/slow": () => new Promise((resolve) => setTimeout(() => resolve(html("<title>late</title>")), 8_000)),
  "https://bad.com/script": () => html("<title>x</title>", { "Content-Type": "application/pdf" }),
  "https://bad.com/gone": () => html("<title>x</title>", {}, 404),
};

let server: Server;
let site: Site;
let ada: Awaited<ReturnType<typeof sitAtDesk>>;
const asked: string[] = [];

beforeAll(async () => {
  const outboundService = async ({ url }: { url: string }) => {
    asked.push(url);
    return (await web[url]?.()) ?? html("<title>secret</title>");
  };
  site = await startSite(new Map([["/", "<title>secret</title>"]]));
  // Miniflare has a Response of its own, which takes that of Node.
  server = await startServer({ variables: { FETCH_SOURCES: "on" }, bindings: { outboundService } as never });
  ada = await sitAtDesk(server, tokens.ada);
});
afterAll(async () => {
  await server?.close();
  await site?.close();
});

type Proposed = { publisher?: string; title?: string; html?: string };
const propose = async (url: string, who = ada): Promise<Proposed> =>
  (await (await who.post("/desk/source", { url })).json()) as Proposed;

describe("the title of a source's page", () => {
  it.each([
    ["https://www.ft.com/content/offer", "Musk &amp; Altman"],
    ["https://plain.com/one", "A  plain\n title"],
    ["https://short.com/a", "Musk &amp; Altman"],
  ])("is read at %s", async (url, title) => {
    expect((await propose(url)).html).toBe(title);
  });

  it.each([
    "http://www.ft.com/content/offer",
    "https://127.0.0.1/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://[::1]/",
    "https://localhost/",
    "https://localhost./",
    "https://printer.local/",
    "https://metadata.google.internal/",
    "https://intranet/",
    "https://www.ft.com:8443/",
    "https://user:pass@www.ft.com/",
    "file:///etc/passwd",
  ])("is not asked for at %s", async (url) => {
    const before = asked.length;
    expect((await propose(url)).html).toBeUndefined();
    expect(asked.slice(before)).toEqual([]);
  });

  it("is not asked of a server beside the Worker", async () => {
    const before = asked.length;
    expect((await propose(site.url.href)).html).toBeUndefined();
    expect((await propose(site.url.href.replace("http:", "https:"))).html).toBeUndefined();
    expect(asked.slice(before)).toEqual([]);
  });

  it.each(["http", "inside"])("is not looked for where a redirect leads elsewhere: %s", async (name) => {
    const before = asked.length;
    expect((await propose(`https://bad.com/${name}`)).html).toBeUndefined();
    expect(asked.slice(before)).toEqual([`https://bad.com/${name}`]);
  });

  it.each(["loop", "script", "gone"])("is none of what is no page: %s", async (name) => {
    const before = asked.length;
    expect((await propose(`https://bad.com/${name}`)).html).toBeUndefined();
    expect(asked.length - before).toBeLessThanOrEqual(5);
  });

  it("is not waited for beyond five seconds, nor looked for beyond a mebibyte", async () => {
    const began = Date.now();
    expect((await propose("https://bad.com/slow")).html).toBeUndefined();
    expect(Date.now() - began).toBeLessThan(7_500);
    expect((await propose("https://bad.com/endless")).html ?? "").toBe("");
    expect(taken).toBeLessThan(16 * 1024 * 1024);
  });
});

it("proposes publisher and title by the address alone where the deployment does not fetch, and to nobody from elsewhere", async () => {
  const before = asked.length;
  const other = await startServer();
  try {
    const bob = await sitAtDesk(other, tokens.bob);
    expect(await propose("https://www.lemonde.fr/economie/article/musk-rejette-une-offre_65_32.html", bob)).toMatchObject({
      publisher: "Le Monde",
      title: "Musk rejette une offre 65 32",
    });
    expect((await bob.post("/desk/source", { url: "https://www.ft.com/" }, { Origin: "https://evil.example" })).status).toBe(403);
  } finally {
    await other.close();
  }
  expect(asked.length).toBe(before);
});

/** Who works at a story is known to those alone who work there: by name, with what they have open, for as long as they are there. */
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { sampleRequests } from "../../../events/sample.ts";
import { fromHere, sitAtDesk } from "../../support/desk.ts";
import { textOf } from "../../support/desk-html.ts";
import { type Server, startServer, tokens } from "../../support/server.ts";

type Present = { name: string; at: string | null };

/** Milliseconds after which a hub looks who has gone. */
const beat = 400;
const markup = "<img src=x onerror=alert(1)>";
const mallory = "mallory-writes-000000000000000000000000000005";

let server: Server;
let ada: Awaited<ReturnType<typeof sitAtDesk>>;
let bob: Awaited<ReturnType<typeof sitAtDesk>>;
const sockets: WebSocket[] = [];

beforeAll(async () => {
  server = await startServer({ variables: { HUB_BEAT: String(beat) } });
  await server.keepToken(mallory, markup);
  [ada, bob] = await Promise.all([sitAtDesk(server, tokens.ada), sitAtDesk(server, tokens.bob)]);
  for (const story of ["musk-openai", "other-story"]) for (const request of sampleRequests) await server.record(story, request);
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close();
});
afterAll(() => server.close());

/** Opens a socket as a browser would, and notes what comes. Node's own takes headers besides. */
const sit = (person: { cookie: string }, { story = "musk-openai", headers = fromHere(server) } = {}) => {
  const address = new URL(`/desk/${story}/presence`, server.url.href.replace("http", "ws"));
  const socket = new WebSocket(address.href, { headers: { Cookie: person.cookie, ...headers } } as never);
  sockets.push(socket);
  const heard: { here?: Present[]; version?: number }[] = [];
  socket.addEventListener("message", ({ data }) => {
    if (data !== "pong") heard.push(JSON.parse(String(data)));
  });
  let sign: ReturnType<typeof setInterval> | undefined;
  const opened = new Promise<boolean>((resolve) => {
    socket.addEventListener("open", () => resolve(true));
    socket.addEventListener("error", () => resolve(false));
    socket.addEventListener("close", () => clearInterval(sign));
  });
  return {
    socket,
    opened,
    heard,
    here: () => heard.findLast(({ here }) => here)?.here ?? [],
    isAlive: () => {
      sign = setInterval(() => socket.readyState === WebSocket.OPEN && socket.send("ping"), beat / 2);
    },
  };
};

const soon = (assert: () => void) => vi.waitFor(assert, { timeout: 2_000, interval: 20 });

it("tells within two seconds who is there and what they have open, and that they have left", async () => {
  const one = sit(ada);
  one.isAlive();
  expect(await one.opened).toBe(true);
  const two = sit(bob);
  two.isAlive();
  await two.opened;
  await soon(() => expect([one.here(), two.here()]).toEqual([[{ name: "bob", at: null }], [{ name: "ada", at: null }]]));
  two.socket.send(JSON.stringify({ at: "entry 7" }));
  await soon(() => expect(one.here()).toEqual([{ name: "bob", at: "entry 7" }]));
  two.socket.send(JSON.stringify({ at: "offer musk-bid" }));
  await soon(() => expect(one.here()).toEqual([{ name: "bob", at: "offer musk-bid" }]));
  two.socket.close();
  await soon(() => expect(one.here()).toEqual([]));
});

it("forgets whoever gives no sign of life", async () => {
  const one = sit(ada);
  one.isAlive();
  await one.opened;
  await sit(bob).opened;
  await soon(() => expect(one.here()).toEqual([{ name: "bob", at: null }]));
  await soon(() => expect(one.here()).toEqual([]));
});

it("brings word of a colleague's post within two seconds", async () => {
  const one = sit(ada);
  one.isAlive();
  await one.opened;
  const { version } = await server.record(
    "musk-openai",
    { type: "BackgroundNoted", occurredAt: "2025-02-10T21:00:00Z", data: { headline: "Meanwhile" } },
    server.signed("bob"),
  );
  await soon(() => expect(one.heard).toContainEqual({ version }));
});

it("hears nothing that is not there to be open, and no name but that of whoever is signed in", async () => {
  const one = sit(ada);
  one.isAlive();
  await one.opened;
  const two = sit(bob);
  two.isAlive();
  await two.opened;
  for (const said of ["{", "[]", JSON.stringify({ at: markup, name: "pia" }), JSON.stringify({ at: `offer ${"x".repeat(300)}` })])
    two.socket.send(said);
  two.socket.send(JSON.stringify({ at: "entry 3", name: "pia" }));
  await soon(() => expect(one.here()).toEqual([{ name: "bob", at: "entry 3" }]));
  expect(JSON.stringify(one.heard)).not.toMatch(/pia|onerror|xxx/);
});

it("tells the stories apart", async () => {
  const [one, two] = [sit(ada), sit(bob, { story: "other-story" })];
  expect(await Promise.all([one.opened, two.opened])).toEqual([true, true]);
  await soon(() => expect(one.heard.length).toBeGreaterThan(0));
  expect([one.here(), two.here()]).toEqual([[], []]);
});

it("opens for nobody who is not signed in, for no other site, and for no story that there is not", async () => {
  const strangers = [
    sit({ cookie: "" }),
    sit({ cookie: "__Host-riposte=guess" }),
    sit(ada, { headers: { Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" } }),
    sit(ada, { headers: { Origin: "https://evil.example", "Sec-Fetch-Site": "same-site" } }),
    sit(ada, { story: "no-such-story" }),
  ];
  expect(await Promise.all(strangers.map(({ opened }) => opened))).toEqual(strangers.map(() => false));
});

it("names without scripts who else has asked for a page just now, with markup as text", async () => {
  const person = await sitAtDesk(server, mallory);
  await person.ask("/desk/other-story/events/8/edit");
  const html = await (await ada.ask("/desk/other-story")).text();
  expect(textOf(html)).toContain(`Also here: ${markup} at entry 8`);
  expect(html).not.toContain("<img src=x");
  await new Promise((resolve) => setTimeout(resolve, 3 * beat + 200));
  expect(await (await ada.ask("/desk/other-story")).text()).not.toContain("onerror");
});

/** What is looked at in a deployment: what it promises, as far as it can be seen from outside. */
import { assertThat, type Check, checkedStory, type Deployment } from "./deployment.ts";

const story = `/api/stories/${checkedStory}`;
const page = `/stories/${checkedStory}`;

/** Text that stands nowhere else. */
const unheardOf = (): string => `Check ${crypto.randomUUID()}`;

/** The tag of an answer, and whether the same address answers 304 to it, as often as it is asked in another encoding. */
const revalidate = async (deployment: Deployment, path: string): Promise<string> => {
  const told: string[] = [];
  for (const encoding of ["identity", "gzip", "br, gzip"]) {
    const headers = { "Accept-Encoding": encoding };
    const etag = (await deployment.expect(200, path, headers)).headers.get("ETag");
    assertThat(etag !== null, `${path} has no ETag (Accept-Encoding: ${encoding})`);
    const again = await deployment.ask(path, { ...headers, "If-None-Match": etag });
    assertThat(again.status === 304, `${path} answered ${again.status} to its own tag ${etag} (Accept-Encoding: ${encoding})`);
    told.push(etag);
  }
  return [...new Set(told)].join(" ");
};

/** Checks that need no token, and write nothing. */
export const readingChecks: readonly Check[] = [
  {
    name: "health: every table, column and trigger of the newest migration",
    run: async (deployment) => (await deployment.expect(200, "/health")).text,
  },
  {
    name: "nobody writes without a token",
    run: async (deployment) => {
      await deployment.expect(401, `${story}/events`, { Authorization: "" }, {});
      return "401";
    },
  },
  {
    name: "pages may run this origin's scripts alone, and be framed by nobody",
    run: async (deployment) => {
      const { headers } = await deployment.expect(200, "/");
      const policy = headers.get("Content-Security-Policy") ?? "";
      assertThat(/default-src 'none'/.test(policy) && /frame-ancestors 'none'/.test(policy), `The policy is “${policy}”`);
      return headers.get("Strict-Transport-Security") ?? "";
    },
  },
  {
    name: "tags hold behind compression",
    run: async (deployment) => `${await revalidate(deployment, "/api/stories")} ${await revalidate(deployment, "/")}`,
  },
  {
    name: "a slug that nobody has taken has no stream",
    run: async (deployment) => {
      await deployment.expect(404, `/api/stories/no-${crypto.randomUUID()}/live`, { Accept: "text/event-stream" });
      return "404";
    },
  },
];

/** Checks that a publisher's token is needed for: they record in a story of their own. */
export const writingChecks: readonly Check[] = [
  {
    name: "an append is recorded once, however often it is sent",
    run: async (deployment) => {
      await deployment.report(unheardOf());
      const event = { type: "DevelopmentReported", occurredAt: new Date().toISOString(), data: { headline: unheardOf() } };
      const headers = { "Idempotency-Key": crypto.randomUUID() };
      const first = await deployment.expect(201, `${story}/events`, headers, event);
      const second = await deployment.expect(200, `${story}/events`, headers, event);
      assertThat(first.text === second.text, "The second answer is another one");
      await deployment.expect(422, `${story}/events`, headers, { ...event, data: { headline: "Another" } });
      return `version ${JSON.parse(first.text).version}`;
    },
  },
  {
    name: "an append goes by the version, weakened by compression or not",
    run: async (deployment) => {
      const version = await deployment.report(unheardOf());
      const event = (headline: string) => ({
        type: "DevelopmentReported",
        occurredAt: new Date().toISOString(),
        data: { headline },
      });
      await deployment.record(event(unheardOf()), { "If-Match": `W/"${version}"` });
      await deployment.record(event(unheardOf()), { "If-Match": `"${version + 1}"` });
      await deployment.expect(412, `${story}/events`, { "If-Match": `"${version}"` }, event(unheardOf()));
      return await revalidate(deployment, `${story}/status`);
    },
  },
  {
    name: "a reader is told while the stream is open",
    run: async (deployment) => {
      const version = await deployment.report(unheardOf());
      const stream = await deployment.ask(`${story}/live?after=${version}`, { Accept: "text/event-stream" });
      assertThat(stream.status === 200 && stream.body !== null, `The stream answered ${stream.status}`);
      const start = performance.now();
      await deployment.report(unheardOf());
      const decoder = new TextDecoder();
      let said = "";
      for await (const bytes of stream.body) {
        said += decoder.decode(bytes, { stream: true });
        if (said.includes(`"version":${version + 1}`)) return `after ${Math.round(performance.now() - start)} ms`;
      }
      throw new Error(`The stream ended after “${said}”`);
    },
  },
  {
    name: "what is taken down leaves every address, caches included",
    run: async (deployment) => {
      const secret = unheardOf();
      const event = await deployment.report(secret);
      const addresses = [page, `${page}?version=${event}`, `${page}/feed.atom`, `${story}/timeline`, `${story}/events/${event}`];
      const tells = async (path: string): Promise<boolean> => (await (await deployment.ask(path)).text()).includes(secret);
      // Read twice, so that whatever keeps answers has them.
      for (const path of [...addresses, ...addresses]) await tells(path);
      for (const path of [page, `${story}/events/${event}`])
        assertThat(await tells(path), `${path} does not tell what was recorded`);
      const order = { event, reason: "A check of this deployment.", legalBasis: "None: nobody was named" };
      await deployment.expect(201, `${story}/takedowns`, {}, order);
      let slowest = 0;
      for (const path of addresses)
        slowest = Math.max(slowest, await deployment.until(20, `${path} forgets`, async () => !(await tells(path))));
      return `within ${slowest} ms, ${addresses.length} addresses`;
    },
  },
];

/** A publisher takes an entry down at the desk: with a legal basis, by a second press that names it, signed in lately, and gets a receipt. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { sampleRequests } from "../../../events/sample.ts";
import { sitAtDesk } from "../../support/desk.ts";
import { carriedIn, textOf } from "../../support/desk-html.ts";
import { type Server, startServer, tokens } from "../../support/server.ts";

const carol = "carol-drafts-00000000000000000000000000000004";

let server: Server;
let pia: Awaited<ReturnType<typeof sitAtDesk>>;

beforeAll(async () => {
  server = await startServer();
  await server.keepToken(carol, "carol", { role: "contributor" });
  pia = await sitAtDesk(server, tokens.pia);
  for (const request of sampleRequests) await server.record("musk-openai", request);
});
afterAll(() => server.close());

const secret = "Zanzibar-4711";
const record = async (): Promise<number> =>
  (
    await server.record("musk-openai", {
      type: "BackgroundNoted",
      occurredAt: "2025-02-10T21:00:00Z",
      data: { headline: `A private matter, ${secret}` },
    })
  ).version;
const at = (version: number): string => `/desk/musk-openai/events/${version}/take-down`;
const grounds = { basis: "Court order", reason: "A <b>judge</b> ordered it." };

it.each([
  ["a contributor", carol],
  ["an editor", tokens.bob],
])("does not let %s take anything down", async (_, token) => {
  const version = await record();
  const person = await sitAtDesk(server, token);
  const before = await server.count();
  expect((await person.ask(at(version))).status).toBe(403);
  const answer = await person.post(at(version), { ...grounds, named: String(version), step: "erase" });
  expect([answer.status, await server.count()]).toEqual([403, before]);
  expect(await (await person.ask("/desk/musk-openai")).text()).not.toContain("/take-down");
});

it("wants a legal basis and a reason, then the number of the entry, and gives a receipt that does not repeat it", async () => {
  const version = await record();
  const asked = await (await pia.ask(at(version))).text();
  expect(textOf(asked)).toContain(`Take entry ${version} down`);
  const nothing = await pia.post(at(version), { step: "confirm" });
  const faulty = await nothing.text();
  expect([nothing.status, faulty.includes('id="basis-error"'), faulty.includes('id="reason-error"')]).toEqual([422, true, true]);
  const before = await server.count();
  const confirm = await (await pia.post(at(version), { ...grounds, step: "confirm" })).text();
  expect(textOf(confirm)).toContain(`Erase entry ${version} for good: A private matter, ${secret}`);
  const wrong = await pia.post(at(version), { ...carriedIn(confirm), named: String(version - 1), step: "erase" });
  expect([wrong.status, await server.count()]).toEqual([422, before]);
  const erase = () => pia.post(at(version), { ...carriedIn(confirm), named: String(version), step: "erase" });
  const answer = await erase();
  const receipt = await answer.text();
  expect(answer.status).toBe(200);
  const newest = (await server.log("musk-openai")).at(-1);
  expect(newest).toMatchObject({
    type: "EventTakenDown",
    recordedBy: "pia",
    data: { event: version, legalBasis: "Court order", reason: grounds.reason },
  });
  for (const told of [
    `entry ${version} was taken down`,
    "Court order",
    grounds.reason,
    newest?.seal.hash,
    `/events/${version}?lang=fr`,
  ])
    expect(textOf(receipt)).toContain(told);
  expect(receipt).not.toContain(secret);
  expect(receipt).not.toContain("<b>judge");
  expect((await server.get(`/api/stories/musk-openai/events/${version}`)).status).toBe(410);
  // The same press again gives the same receipt, and takes nothing more down.
  const again = await erase();
  expect([again.status, await server.count()]).toEqual([200, before + 1]);
});

it("asks for a sign-in that is less than ten minutes old, and keeps what was typed meanwhile", async () => {
  const version = await record();
  await server.db
    .prepare("UPDATE tokens SET signed_in_at = ? WHERE signed_in_at IS NOT NULL")
    .bind(new Date(Date.now() - 11 * 60_000).toISOString())
    .run();
  const before = await server.count();
  const answer = await pia.post(at(version), { ...grounds, named: String(version), step: "erase" });
  const html = await answer.text();
  expect([answer.status, await server.count()]).toEqual([403, before]);
  expect(carriedIn(html)).toMatchObject({ reason: grounds.reason, named: String(version) });
});

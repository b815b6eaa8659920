/** Drafts at the desk, by plain forms: kept by a button, recorded by whoever may, never over what somebody else has typed. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sitAtDesk } from "../../support/desk.ts";
import { scene } from "../../support/drafts.ts";
import { draftsOf, news } from "../../support/kept-drafts.ts";
import { paced } from "../../support/paced.ts";
import { type Server, startServer, tokens } from "../../support/server.ts";

const cleoToken = "cleo-may-draft-0000000000000000000000004";
let server: Server;
let ada: Awaited<ReturnType<typeof sitAtDesk>>;
let bob: typeof ada;
let cleo: typeof ada;
let kept: ReturnType<typeof draftsOf>;
let count = 0;
beforeAll(async () => {
  server = await startServer();
  await server.record("story", paced(scene));
  await server.keepToken(cleoToken, "cleo", { role: "contributor" });
  [ada, bob, cleo] = await Promise.all(
    [tokens.ada, tokens.bob, cleoToken].map((token) => sitAtDesk(server, token)) as [never, never, never],
  );
  kept = draftsOf(server, cleoToken);
});
afterAll(() => server?.close());
beforeEach(async () => {
  count = await server.count();
});

const path = "/desk/story/post";
const fields = (headline: string) => ({ "0.type": "DevelopmentReported", "0.data.headline": headline, "0.occurredAt": "now" });

/** The hidden fields of a page's last form. */
const carriedIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [
      name,
      value.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&"),
    ]),
  );
const idIn = (answer: Response): string => /drafts\/([0-9a-f-]{36})/.exec(answer.headers.get("Location") ?? "")?.[1] ?? "";
const keep = async (by: typeof ada, headline: string, more = {}) =>
  idIn(await by.post(path, { step: "keep", ...fields(headline), ...more }));
/** What an editor does with a draft: opens its form, changes a word perhaps, and previews. */
const preview = async (by: typeof ada, id: string, headline: string) => {
  const form = await (await by.ask(`${path}/DevelopmentReported?draft=${id}`)).text();
  const { draft = "", revision = "" } = carriedIn(form);
  expect(form).toContain(`data-keep="story"`);
  return carriedIn(await (await by.post(path, { step: "preview", ...fields(headline), draft, revision })).text());
};

describe("a form", () => {
  it("is kept by its button, whatever is wrong with it, and comes back as it was typed", async () => {
    const answer = await cleo.post(path, { step: "keep", "0.type": "OfferMade", "0.data.price": "a fortune" });
    expect([answer.status, answer.headers.get("Location")]).toEqual([
      303,
      expect.stringMatching(/^\/desk\/drafts\/[\w-]+\?done=kept$/),
    ]);
    const id = idIn(answer);
    const open = await cleo.ask(`/desk/drafts/${id}/open`);
    expect(open.headers.get("Location")).toBe(`${path}/OfferMade?draft=${id}`);
    const html = await (await cleo.ask(open.headers.get("Location") ?? "")).text();
    expect(html).toContain('value="a fortune"');
    expect(carriedIn(html)).toMatchObject({ draft: id, revision: "1" });
    expect(await (await cleo.ask("/desk/drafts")).text()).toContain("a fortune");
  });

  it("is recorded from its draft by another editor, once, and the draft says who did what", async () => {
    const id = await keep(cleo, "Cleo saw it");
    const submitted = await cleo.post(path, { ...(await preview(cleo, id, "Cleo saw it")), step: "submit" });
    expect(submitted.headers.get("Location")).toBe(`/desk/drafts/${id}?done=submitted`);
    const [first, second] = [await preview(ada, id, "Cleo saw it first"), await preview(bob, id, "Cleo saw it second")];
    const recorded = await ada.post(path, { ...first, forgery: ada.forgery, step: "record" });
    expect(recorded.headers.get("Location")).toBe(`/desk/story?recorded=${(await server.log("story")).length}#recorded`);
    // The answer got lost, and the form is sent again.
    const again = await ada.post(path, { ...first, forgery: ada.forgery, step: "record" });
    expect(again.headers.get("Location")).toBe(`/desk/story?before=${(await server.log("story")).length}#recorded`);
    const late = await bob.post(path, { ...second, forgery: bob.forgery, step: "record" });
    // What Bob typed is a draft of his own now; nothing is recorded twice.
    expect(late.headers.get("Location")).toMatch(/\?done=copied$/);
    expect(await server.count()).toBe(count + 1);
    expect((await server.log("story")).at(-1)).toMatchObject({ recordedBy: "ada", data: { headline: "Cleo saw it first" } });
    expect((await draftsOf(server, tokens.bob).read(idIn(late))).form).toMatchObject({
      "0.data.headline": ["Cleo saw it second"],
    });
    const page = await (await cleo.ask(`/desk/drafts/${id}`)).text();
    expect(page).toContain("cleo submitted it");
    expect(page).toContain("Recorded in the name of ada");
  });

  it("is not recorded over a colleague's post: the page says so, and the draft is there to go on from", async () => {
    const id = await keep(ada, "Ours");
    const carried = await preview(ada, id, "Ours");
    await server.record("story", news("Theirs"), server.signed("bob"));
    const moved = await ada.post(path, { ...carried, step: "record" });
    expect(moved.status).toBe(412);
    const html = await moved.text();
    expect(html).toContain("Theirs");
    expect((await ada.post(path, { ...carriedIn(html), step: "record" })).status).toBe(303);
    expect(await server.count()).toBe(count + 2);
    expect((await draftsOf(server, tokens.ada).read(id)).state).toBe("recorded");
  });

  it("is kept beside what somebody else has typed since", async () => {
    const id = await keep(ada, "First words");
    await draftsOf(server, tokens.ada).change(id, { line: "second words" });
    const answer = await ada.post(path, { step: "keep", ...fields("Third words"), draft: id, revision: "1" });
    expect(answer.headers.get("Location")).toMatch(/\?done=copied$/);
    expect((await draftsOf(server, tokens.ada).read(id)).line).toBe("second words");
  });
});

describe("a draft's page", () => {
  it("is for those alone who may see it, and posts nothing from elsewhere", async () => {
    const id = await keep(cleo, "Hers alone");
    for (const address of [`/desk/drafts/${id}`, `/desk/drafts/${id}/open`])
      expect([address, (await ada.ask(address)).status]).toEqual([address, 404]);
    expect((await ada.ask("/desk/drafts/nothing")).status).toBe(404);
    expect((await ada.post(`/desk/drafts/${id}`, { step: "delete", revision: "1" })).status).toBe(404);
    const form = await (await ada.ask(`${path}/DevelopmentReported?draft=${id}`)).text();
    expect(form).not.toContain("Hers alone");
    expect(
      (await cleo.post(`/desk/drafts/${id}`, { step: "delete", revision: "1" }, { Origin: "https://elsewhere.example" })).status,
    ).toBe(403);
    expect((await cleo.post(`/desk/drafts/${id}`, { step: "scheduled", revision: "1", due: "tomorrow 9am" })).status).toBe(403);
    expect((await kept.read(id)).state).toBe("draft");
  });

  it("hands it over, shares it, takes it back and deletes it, at the revision that it shows", async () => {
    const id = await keep(cleo, "Handed on");
    const act = (step: string, revision: number, more = {}) =>
      cleo.post(`/desk/drafts/${id}`, { step, revision: String(revision), ...more });
    expect((await act("hand", 1, { name: "nobody" })).status).toBe(422);
    expect((await act("hand", 1, { name: "ada" })).status).toBe(303);
    expect((await ada.ask(`/desk/drafts/${id}`)).status).toBe(200);
    expect((await act("share", 1)).status).toBe(412);
    expect((await act("share", 2)).status).toBe(303);
    expect(await (await bob.ask("/desk/story")).text()).toContain("Handed on");
    expect((await act("draft", 3)).status).toBe(303);
    expect((await bob.ask(`/desk/drafts/${id}`)).status).toBe(404);
    expect((await act("delete", 4)).headers.get("Location")).toBe("/desk/drafts?done=deleted");
    expect((await kept.ask(id)).status).toBe(404);
  });

  it("schedules what is complete, for a time ahead, and shows it in the story", async () => {
    const id = await keep(ada, "Tomorrow’s news");
    const due = (text: string) => ada.post(`/desk/drafts/${id}`, { step: "scheduled", revision: "1", due: text, only: "true" });
    expect((await due("yesterday 9am")).status).toBe(422);
    expect((await due("soon")).status).toBe(422);
    // It was kept before anything was made of it.
    expect(await (await due("tomorrow 9am")).text()).toContain("preview it first");
    await ada.post(path, { ...(await preview(ada, id, "Tomorrow’s news")), step: "keep" });
    const scheduled = await ada.post(`/desk/drafts/${id}`, {
      step: "scheduled",
      revision: "2",
      due: "tomorrow 9am",
      only: "true",
    });
    expect(scheduled.headers.get("Location")).toBe(`/desk/drafts/${id}?done=scheduled`);
    expect(await draftsOf(server, tokens.ada).read(id)).toMatchObject({
      state: "scheduled",
      expectedVersion: (await server.log("story")).length,
    });
    expect(await (await bob.ask("/desk/story")).text()).toMatch(/Scheduled by <bdi>ada<\/bdi>/);
  });

  it("carries markup as text alone", async () => {
    const id = await keep(cleo, `</script><img src=x onerror=alert(1)>"'`);
    await cleo.post(`/desk/drafts/${id}`, { step: "submitted", revision: "1" });
    await ada.post(`/desk/drafts/${id}`, { step: "refused", revision: "2", reason: "<img src=y>" });
    for (const address of ["/desk/drafts", `/desk/drafts/${id}`, "/desk/story"])
      expect([address, (await (await cleo.ask(address)).text()).includes("<img")]).toEqual([address, false]);
  });
});

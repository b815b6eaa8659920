/** A story is worked at by plain forms: each event type has one, it is previewed as readers will see it, and recorded once. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseDrafts, postedTypes } from "../../../events/parse.ts";
import { definitionOf } from "../../../events/registry.ts";
import { sampleRequests } from "../../../events/sample.ts";
import { writeForm } from "../../../worker/desk/form/write-form.ts";
import { sitAtDesk } from "../../support/desk.ts";
import { carriedIn, faultsIn } from "../../support/desk-html.ts";
import { type Server, startServer, tokens } from "../../support/server.ts";

let server: Server;
let ada: Awaited<ReturnType<typeof sitAtDesk>>;

beforeAll(async () => {
  server = await startServer();
  ada = await sitAtDesk(server, tokens.ada);
  for (const request of sampleRequests) await server.record("musk-openai", request);
});
afterAll(() => server.close());

const path = "/desk/musk-openai/post";
const rejection = {
  "0.type": "OfferRejected",
  "0.data.offer": "musk-bid",
  "0.data.by": "openai",
  "0.data.reason": "Not for sale.",
  "0.occurredAt": "14 February 2025, 9pm",
  "0.sources.0.url": "https://www.lemonde.fr/economie/article/2025/02/14/openai-rejette-l-offre-de-musk_6540000_3234.html",
};
const preview = (fields: Record<string, string>) => ada.post(path, { step: "preview", ...fields });

describe("the form of an event", () => {
  it.each(postedTypes)("is there for %s, and reads back as its example", async (type) => {
    const definition = definitionOf(type);
    const answer = await ada.ask(`${path}/${type}`);
    expect(answer.status).toBe(200);
    const html = await answer.text();
    const setting = { now: Date.now(), zone: "Europe/Paris", language: "en" as const };
    const form = writeForm(definition, definition.example as never, setting);
    // A browser offers what its choices allow, and the form names every field that the example fills.
    for (const name of form.keys())
      expect([name, html.includes(`name="0.${name.replace(/\.0\./, ".0.")}"`)]).toEqual([name, true]);
    const fields = [...form].flatMap(([name, values]) => values.map((value) => [`0.${name}`, value] as const));
    const posted = await fetch(new URL(path, server.url), {
      method: "POST",
      headers: { Cookie: ada.cookie, Origin: server.url.origin, "Sec-Fetch-Site": "same-origin" },
      body: new URLSearchParams([["forgery", ada.forgery], ["step", "preview"], ["0.type", type], ...fields]),
    });
    const previewed = await posted.text();
    // The rules may refuse an example where the story stands; its form is right all the same.
    expect([type, posted.status, faultsIn(previewed).length > 0 && posted.status === 422]).toEqual([
      type,
      posted.status === 409 ? 409 : 200,
      false,
    ]);
    if (posted.status !== 200) return;
    const parsed = parseDrafts(JSON.parse(carriedIn(previewed).events ?? "null"));
    if ("faults" in parsed) throw new Error(JSON.stringify(parsed.faults));
    expect(parsed.drafts[0]?.data).toEqual(definition.example.data);
  });

  it("says what is wrong beside each field and sums it up, with what was typed", async () => {
    const answer = await preview({
      "0.type": "OfferMade",
      "0.data.price": "a fortune",
      "0.occurredAt": "31 February",
      "0.data.terms": "In “cash”",
    });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(faultsIn(html).sort()).toEqual(["0.data.by", "0.data.price", "0.data.target", "0.occurredAt"]);
    for (const field of ["0.data.by", "0.data.price", "0.occurredAt"]) {
      expect(html).toMatch(new RegExp(`id="${field.replaceAll(".", "\\.")}"[^>]* aria-invalid="true"`));
      expect(html).toContain(`href="#${field}"`);
    }
    expect(html).toContain('value="a fortune"');
    expect(html).toContain("In “cash”");
  });

  it("offers for a rejection only offers that can be rejected", async () => {
    const choices = async (type: string) => {
      const html = await (await ada.ask(`${path}/${type}`)).text();
      const select = /<select id="0\.data\.offer"[\s\S]*?<\/select>/.exec(html)?.[0] ?? "";
      return [...select.matchAll(/<option value="([^"]+)"/g)].map(([, value]) => value);
    };
    expect(await choices("OfferAccepted")).toContain("altman-counter");
    await server.record("musk-openai", {
      type: "OfferWithdrawn",
      occurredAt: "2025-02-13T08:00:00Z",
      data: { offer: "altman-counter" },
    });
    expect(await choices("OfferAccepted")).toEqual(["musk-bid"]);
    expect(await choices("OfferRevised")).toContain("altman-counter");
  });

  it("speaks French", async () => {
    const html = await (await ada.ask(`${path}/OfferRejected?lang=fr`)).text();
    expect(html).toContain("Offre rejetée");
    expect(html).toContain("Comme avant");
    expect(html).toContain('value="maintenant"');
    await ada.ask("/desk?lang=en");
  });
});

describe("a posting", () => {
  it("is previewed as readers will see it, in both languages, recorded by one press, and once", async () => {
    const before = await server.count();
    const previewed = await preview(rejection);
    expect(previewed.status).toBe(200);
    const html = await previewed.text();
    expect(await server.count()).toBe(before);
    expect(html).toMatch(/OpenAI<\/bdi>[^<]* rejects? |OpenAI[\s\S]{0,80}rejects/);
    expect(html).toMatch(/rejette/);
    expect(html).toContain("Le Monde");
    const carried = carriedIn(html);
    const recorded = await ada.post(path, { ...carried, step: "record" });
    expect(recorded.status).toBe(303);
    expect(recorded.headers.get("Location")).toBe(`/desk/musk-openai?recorded=${before + 1}#recorded`);
    const again = await ada.post(path, { ...carried, step: "record" });
    expect(again.headers.get("Location")).toMatch(/\?before=/);
    expect(await server.count()).toBe(before + 1);
    const [event] = (await server.log("musk-openai")).slice(-1);
    expect(event).toMatchObject({
      type: "OfferRejected",
      occurredAt: "2025-02-14T21:00:00+01:00",
      precision: "hour",
      recordedBy: "ada",
      sources: [{ publisher: "Le Monde", title: "Openai rejette l offre de musk" }],
      data: { offer: "musk-bid", by: "openai", reason: "Not for sale." },
    });
    expect(await (await ada.ask(`/desk/musk-openai?recorded=${before + 1}`)).text()).toContain(`version ${before + 1}`);
  });

  it("is of several events, all or none", async () => {
    const html = await (
      await preview({
        "0.type": "QuestionRaised",
        "0.data.text": "Who pays?",
        "0.occurredAt": "now",
        "1.type": "DevelopmentReported",
        "1.data.headline": "The lawyers meet",
        "1.occurredAt": "10 minutes ago",
      })
    ).text();
    const before = await server.count();
    expect((await ada.post(path, { ...carriedIn(html), step: "record" })).status).toBe(303);
    expect(await server.count()).toBe(before + 2);
    expect((await server.log("musk-openai")).at(-2)).toMatchObject({ type: "QuestionRaised", data: { question: "who-pays" } });
  });

  it("is not recorded over a colleague's: it is told who wrote what, and goes on from there", async () => {
    const carried = carriedIn(
      await (await preview({ "0.type": "DevelopmentReported", "0.data.headline": "Ours", "0.occurredAt": "now" })).text(),
    );
    await server.post(
      "musk-openai",
      { type: "DevelopmentReported", occurredAt: "2025-02-15T08:00:00Z", data: { headline: "Theirs" } },
      server.signed("bob"),
    );
    const moved = await ada.post(path, { ...carried, step: "record" });
    expect(moved.status).toBe(412);
    const html = await moved.text();
    expect(html).toContain("bob recorded “Development reported”, just now");
    expect(html).toContain("Theirs");
    const edited = await ada.post(path, { ...carriedIn(html), step: "edit" });
    expect(await edited.text()).toContain('value="Ours"');
    expect((await ada.post(path, { ...carriedIn(html), step: "record" })).status).toBe(303);
    expect((await server.log("musk-openai")).at(-1)).toMatchObject({ data: { headline: "Ours" } });
  });

  it("is told what the rules have against it, at its field", async () => {
    const answer = await preview({
      "0.type": "OfferRejected",
      "0.data.offer": "musk-bid",
      "0.data.by": "elon-musk",
      "0.occurredAt": "now",
    });
    expect(answer.status).toBe(409);
    expect(faultsIn(await answer.text())).toEqual(["0.data.by"]);
  });

  it("is not recorded by a contributor, who may preview it", async () => {
    await server.keepToken("cleo-may-draft-0000000000000000000000004", "cleo", { role: "contributor" });
    const cleo = await sitAtDesk(server, "cleo-may-draft-0000000000000000000000004");
    const fields = { "0.type": "DevelopmentReported", "0.data.headline": "Hers", "0.occurredAt": "now" };
    const previewed = await cleo.post(path, { step: "preview", ...fields });
    expect(previewed.status).toBe(200);
    const html = await previewed.text();
    expect(html).not.toContain('value="record"');
    const before = await server.count();
    expect((await cleo.post(path, { ...carriedIn(html), forgery: cleo.forgery, step: "record" })).status).toBe(403);
    expect(await server.count()).toBe(before);
  });

  it("carries markup as text alone", async () => {
    const markup = `</script><img src=x onerror=alert(1)>"'`;
    const html = await (
      await preview({ "0.type": "DevelopmentReported", "0.data.headline": markup, "0.occurredAt": "now" })
    ).text();
    expect(html).not.toContain("<img");
    const page = await (await ada.ask(`/desk/musk-openai?${new URLSearchParams({ line: `news: ${markup}` })}`)).text();
    expect(page).not.toContain("<img");
  });
});

describe("a story's page", () => {
  it("shows a line as filled forms, one for each event", async () => {
    const html = await (
      await ada.ask(
        `/desk/musk-openai?${new URLSearchParams({ line: "openai rej musk-bid; altman says “no” @reuters yesterday 9pm" })}`,
      )
    ).text();
    expect(html).toContain('name="0.type" value="OfferRejected"');
    expect(html).toContain('name="1.type" value="StatementMade"');
    expect(html).toMatch(/<option value="musk-bid" selected/);
    expect(html).toMatch(/name="1\.data\.by" value="sam-altman" checked/);
    expect(html).toContain('value="Reuters"');
  });

  it("gives scripts what a line is read by", async () => {
    const context = await (await ada.ask("/desk/musk-openai/line.json")).json();
    expect(context).toMatchObject({ story: "musk-openai", zone: "Europe/Paris", currency: "USD" });
    const html = await (await ada.ask("/desk/musk-openai")).text();
    const embedded = /<script type="application\/json" id="line-context">([\s\S]*?)<\/script>/.exec(html)?.[1];
    expect({ ...JSON.parse(embedded ?? "null"), now: 0 }).toEqual({ ...(context as object), now: 0 });
  });

  it("is not there for a story that is not", async () => {
    expect((await ada.ask("/desk/no-such-story")).status).toBe(404);
    expect((await ada.ask(`${path}/NoSuchType`)).status).toBe(404);
  });
});

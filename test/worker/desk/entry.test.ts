/** An entry is worked at by plain forms: edited by one question, retracted and reinstated; what readers see is what was shown. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleRequests } from "../../../events/sample.ts";
import { sitAtDesk } from "../../support/desk.ts";
import { carriedIn, textOf } from "../../support/desk-html.ts";
import { type Server, startServer, tokens } from "../../support/server.ts";

type Person = Awaited<ReturnType<typeof sitAtDesk>>;

let server: Server;
let ada: Person;
let bob: Person;
let slug: string;
let stories = 0;

beforeAll(async () => {
  server = await startServer();
  [ada, bob] = await Promise.all([sitAtDesk(server, tokens.ada), sitAtDesk(server, tokens.bob)]);
});
afterAll(() => server.close());

/** A story of its own, at a version at which the sample has all that is said of it here. */
const openStory = async (): Promise<void> => {
  stories += 1;
  slug = `story-${stories}`;
  for (const request of sampleRequests) await server.record(slug, request);
};

const record = async (event: object): Promise<number> => (await server.record(slug, event)).version;
const note = (text: string) => ({
  type: "BackgroundNoted",
  occurredAt: "2025-02-10T21:00:00Z",
  data: { headline: "Meanwhile", text },
});
const at = (version: number, act: string): string => `/desk/${slug}/events/${version}/${act}`;
const newest = async () => (await server.log(slug)).at(-1);

/** The fields of the form of an entry, as a browser would post them. */
const fieldsOf = async (version: number): Promise<Record<string, string>> => {
  const answer = await ada.ask(at(version, "edit"));
  expect(answer.status).toBe(200);
  const html = await answer.text();
  const texts = [...html.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>\n?([^<]*)<\/textarea>/g)];
  const inputs = [...html.matchAll(/<input type="(?:text|url)"[^>]*? name="([^"]*)"[^>]*? value="([^"]*)"/g)];
  const chosen = [...html.matchAll(/<select[^>]* name="([^"]*)"[^>]*>(.*?)<\/select>/gs)].map(
    ([, name = "", options = ""]) => ["", name, /<option value="([^"]*)" selected/.exec(options)?.[1] ?? ""] as const,
  );
  // Of several boxes that are ticked, a browser posts each, in their order on the page; the desk takes them in one text, too.
  const ticked = Map.groupBy(html.matchAll(/<input type="checkbox" name="([^"]*)" value="([^"]*)" checked/g), ([, name]) => name);
  const parties = [...ticked].map(([name, boxes]) => ["", name, boxes.map(([, , value]) => value).join(",")] as const);
  const typed = [...texts, ...inputs, ...chosen, ...parties].map(([, name = "", value = ""]) => [name, textOf(value)]);
  return { ...carriedIn(html), ...Object.fromEntries(typed) };
};

/** Edits a field of an entry and presses “Preview”: the page that asks of what kind it is. */
const edit = async (version: number, changes: Record<string, string>) => {
  const answer = await ada.post(at(version, "edit"), { ...(await fieldsOf(version)), step: "preview", ...changes });
  return { status: answer.status, html: await answer.text() };
};

const kindIn = (html: string): string | undefined => /name="0\.edit" value="(\w+)" checked/.exec(html)?.[1];

/** The box beneath the entry, as the desk shows it in English. */
const boxIn = (html: string): string => {
  const english = html.slice(html.indexOf('<section lang="en" class="desk-readers"'));
  return textOf(/<div class="desk-amendment">(.*?)<\/div>/s.exec(english)?.[1] ?? "");
};

const readersPage = async (): Promise<string> => textOf(await (await server.get(`/stories/${slug}?lang=en`)).text());

describe("an edit", () => {
  beforeAll(openStory);

  it("asks for nothing where nothing differs, and records nothing", async () => {
    const versions = (await server.log(slug)).map(({ version }) => version);
    for (const version of versions) {
      const before = await newest();
      const { status, html } = await edit(version, {});
      expect([version, status, textOf(html).includes("Nothing differs from what the entry says now.")]).toEqual([
        version,
        422,
        true,
      ]);
      expect((await newest())?.version).toBe(before?.version);
    }
  });

  it("proposes a typo for letters, and readers are told nothing of it", async () => {
    const version = await record(note("The board met on Tusday evening."));
    const { status, html } = await edit(version, { "0.data.text": "The board met on Tuesday evening." });
    expect([status, kindIn(html)]).toEqual([200, "minor"]);
    expect(textOf(html)).toContain("Readers are told of no edit.");
    const recorded = await ada.post(at(version, "edit"), {
      ...carriedIn(html),
      "0.edit": "minor",
      "0.reason": "",
      step: "record",
    });
    expect(recorded.status).toBe(303);
    expect(await newest()).toMatchObject({
      type: "EventCorrected",
      data: { event: version, edit: "minor", replacement: { data: { text: "The board met on Tuesday evening." } } },
    });
    expect(await readersPage()).not.toContain("Tusday");
  });

  it.each([
    ["a number", { "0.data.text": "It cost 41 million." }],
    ["a date", { "0.occurredAt": "9 February 2025" }],
    ["a quotation", { "0.data.text": "It cost 40 million, “no more”." }],
    ["a name", { "0.data.text": "It cost Twitter 40 million." }],
  ])("never lets %s pass for a typo, whatever is posted", async (_, changes) => {
    const version = await record(note("It cost 40 million."));
    const { html } = await edit(version, changes);
    expect(kindIn(html)).not.toBe("minor");
    expect(html).toMatch(/value="minor"[^>]* disabled/);
    const forced = await ada.post(at(version, "edit"), {
      ...carriedIn(html),
      ...changes,
      "0.edit": "minor",
      "0.reason": "",
      step: "preview",
    });
    expect(forced.status).toBe(422);
    const events = JSON.stringify([
      {
        type: "EventCorrected",
        occurredAt: "2025-03-01T00:00:00Z",
        data: { event: version, edit: "minor", replacement: { data: { text: "It cost 41 million." } } },
      },
    ]);
    const carried = {
      ...carriedIn(html),
      version: String((await newest())?.version),
      events,
      key: "typo",
      "0.edit": "minor",
      "0.reason": "",
    };
    expect((await ada.post(at(version, "edit"), { ...carried, step: "record" })).status).toBe(422);
    expect((await newest())?.version).toBe(version);
  });

  it.each([
    ["update", "The deal is worth 40 million. It was signed at 9 pm.", "Updated"],
    ["clarification", "All told, it came to the sum of 40 million over the years.", "Clarified"],
    ["correction", "The deal is worth 44 million.", "Corrected"],
  ] as const)("shows readers' box for a proposed %s before it counts", async (kind, text, label) => {
    const was = kind === "clarification" ? "The deal is worth 40 million." : "The deal is worth 40 million.";
    const version = await record(note(was));
    const asked = await edit(version, { "0.data.text": text });
    expect([asked.status, kindIn(asked.html)]).toEqual([200, kind]);
    const reason = "The “contract” says so, <b>page 2</b> & after.";
    const fields = { ...carriedIn(asked.html), "0.edit": kind };
    const missing = await ada.post(at(version, "edit"), { ...fields, "0.reason": "", step: "preview" });
    expect([missing.status, (await missing.text()).includes('id="0.reason-error"')]).toEqual([422, true]);
    const shown = await ada.post(at(version, "edit"), { ...fields, "0.reason": reason, step: "preview" });
    const html = await shown.text();
    const box = boxIn(html);
    expect(box).toContain(`${label} Why: ${reason} It said: `);
    expect(html).not.toContain("<b>page 2");
    const recorded = await ada.post(at(version, "edit"), {
      ...carriedIn(html),
      "0.edit": kind,
      "0.reason": reason,
      step: "record",
    });
    expect(recorded.status).toBe(303);
    expect(await newest()).toMatchObject({ data: { event: version, edit: kind, reason, replacement: { data: { text } } } });
    const page = await readersPage();
    for (const part of box.split(`${label} `)) expect(page).toContain(part.trim());
  });

  it("tells times as readers are told them: of an entry, and of what was wrong of it", async () => {
    const version = await record({ ...note("The board met."), occurredAt: "2025-02-10T21:11:04Z", precision: "second" });
    const { html } = await edit(version, { "0.occurredAt": "10 February 2025, 8pm" });
    expect(textOf(html)).toContain("10 February 2025, 10.11pm Meanwhile");
    const fields = { "0.edit": "correction", "0.reason": "The minutes say so." };
    const shown = await (await ada.post(at(version, "edit"), { ...carriedIn(html), ...fields, step: "preview" })).text();
    const box = boxIn(shown);
    expect(box).toContain("10.11pm");
    expect((await ada.post(at(version, "edit"), { ...carriedIn(shown), ...fields, step: "record" })).status).toBe(303);
    const page = await readersPage();
    for (const part of box.split("Corrected ")) expect(page).toContain(part.trim());
  });

  it("shows again what was chosen after the preview, and records nothing that was not shown", async () => {
    const version = await record(note("Two of 3 partners agreed."));
    const asked = await edit(version, { "0.data.text": "Two of 4 partners agreed." });
    const shown = await ada.post(at(version, "edit"), {
      ...carriedIn(asked.html),
      "0.edit": "correction",
      "0.reason": "There are four.",
      step: "preview",
    });
    const fields = { ...carriedIn(await shown.text()), "0.edit": "update", "0.reason": "There are four.", step: "record" };
    const again = await ada.post(at(version, "edit"), fields);
    expect([again.status, boxIn(await again.text())]).toEqual([200, expect.stringContaining("Updated")]);
    expect((await newest())?.version).toBe(version);
  });

  it("leaves alone what a colleague has changed meanwhile, and shows who it was", async () => {
    const version = await record({
      ...note("Rumours of 2 bids."),
      sources: [{ publisher: "Reuters" }],
    });
    const fields = await fieldsOf(version);
    await server.post(
      slug,
      {
        type: "EventCorrected",
        occurredAt: "2025-02-11T00:00:00Z",
        data: { event: version, edit: "update", reason: "More.", replacement: { sources: [{ publisher: "AFP" }] } },
      },
      server.signed("bob"),
    );
    const answers = { "0.edit": "correction", "0.reason": "Three." };
    const shown = await ada.post(at(version, "edit"), {
      ...fields,
      ...answers,
      "0.data.text": "Rumours of 3 bids.",
      step: "preview",
    });
    const card = await ada.post(at(version, "edit"), { ...carriedIn(await shown.text()), ...answers, step: "record" });
    const html = await card.text();
    expect([card.status, textOf(html)]).toEqual([412, expect.stringContaining("bob recorded “Event corrected”, just now")]);
    const changed = await (await ada.post(at(version, "edit"), { ...carriedIn(html), step: "edit" })).text();
    expect(textOf(changed)).toContain("Rumours of 3 bids.");
    const again = {
      ...fields,
      ...carriedIn(changed),
      "0.data.text": "Rumours of 3 bids.",
      "0.edit": "correction",
      "0.reason": "",
    };
    const asked = carriedIn(await (await ada.post(at(version, "edit"), { ...again, step: "preview" })).text());
    expect(JSON.parse(asked.events ?? "[]")[0].data.replacement).toEqual({ data: { text: "Rumours of 3 bids." } });
    expect((await ada.post(at(version, "edit"), { ...carriedIn(html), step: "record" })).status).toBe(303);
    expect((await newest())?.data).toMatchObject({ replacement: { data: { text: "Rumours of 3 bids." } } });
    expect((await newest())?.data).not.toHaveProperty("replacement.sources");
  });

  it("says beside its field what is not understood", async () => {
    const version = await record(note("It rained."));
    const { status, html } = await edit(version, { "0.occurredAt": "whenever" });
    expect([status, html.includes('id="0.occurredAt-error"')]).toEqual([422, true]);
  });
});

describe("a retraction", () => {
  beforeAll(openStory);

  it("shows what hangs on the entry, and waits for that", async () => {
    const log = await server.log(slug);
    const offer = log.find(({ type }) => type === "OfferMade");
    const html = await (await ada.ask(at(offer?.version ?? 0, "retract"))).text();
    const { offer: names } = (offer?.data ?? {}) as { offer?: string };
    const referring = log.filter(({ data }) => Object.values(data).includes(names) && data !== offer?.data);
    expect(referring.length).toBeGreaterThan(0);
    for (const { version } of referring) expect(html).toContain(`id="v${version}"`);
    expect(textOf(html)).toContain("would be left hanging");
    expect(html).not.toContain('id="0.reason"');
  });

  it("is previewed with its reason, recorded, and taken back", async () => {
    const version = await record(note("A parody account said so."));
    const path = at(version, "retract");
    expect(textOf(await (await ada.ask(path)).text())).toContain("No entry refers to it.");
    expect((await ada.post(path, { "0.reason": " ", step: "preview" })).status).toBe(422);
    const reason = "It was <i>parody</i>.";
    const shown = await (await ada.post(path, { "0.reason": reason, step: "preview" })).text();
    expect(boxIn(shown)).toBe(`Retracted Why: ${reason}`);
    expect(shown).not.toContain("<i>parody");
    expect((await ada.post(path, { ...carriedIn(shown), "0.reason": reason, step: "record" })).status).toBe(303);
    expect(await newest()).toMatchObject({ type: "EventRetracted", data: { event: version, reason } });
    expect(await readersPage()).toContain(`Why: ${reason}`);
    expect((await ada.ask(at(version, "edit"))).status).toBe(409);
    const back = at(version, "reinstate");
    const again = await (await ada.post(back, { "0.reason": "It was theirs.", step: "preview" })).text();
    expect(boxIn(again)).toBe("Reinstated Why: It was theirs.");
    expect((await ada.post(back, { ...carriedIn(again), "0.reason": "It was theirs.", step: "record" })).status).toBe(303);
    expect(await newest()).toMatchObject({ type: "EventReinstated", data: { event: version } });
    const twice = await ada.ask(back);
    expect(await twice.text()).not.toContain('id="0.reason"');
  });

  it("is no way to record anything else", async () => {
    const version = await record(note("It rained."));
    const events = JSON.stringify([note("Something else.")]);
    const answer = await bob.post(at(version, "retract"), {
      events,
      version: String(version),
      key: "k",
      "0.reason": "Why.",
      step: "record",
    });
    expect([answer.status, (await newest())?.version]).toEqual([200, version]);
  });
});

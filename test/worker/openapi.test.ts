import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signerText } from "../../events/note.ts";
import { postedTypes } from "../../events/parse.ts";
import { definitionOf, type EventType } from "../../events/registry.ts";
import { sampleRequests } from "../../events/sample.ts";
import { routes } from "../../worker/routes/registry.ts";
import { corrected, opened, party, retracted, statement } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { type Server, startServer, tokens } from "../support/server.ts";

type Parameter = { name: string; in: string; description?: string };
type Body = { content: Record<string, { examples?: Record<string, { value: unknown }> }> };
type Operation = {
  description?: string;
  parameters: Parameter[];
  requestBody?: Body;
  responses: Record<string, { content?: Record<string, unknown> }>;
};
type Document = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { properties?: Record<string, unknown> }> };
};

let server: Server;
let document: Document;
/** Checks a value against the schema at a path of the description. */
let faultsAt: (path: readonly string[], value: unknown) => unknown;

beforeAll(async () => {
  server = await startServer({ variables: { CHECKPOINT_KEY: await signerText({ name: "tests", seed: new Uint8Array(32) }) } });
  for (const events of sampleRequests) await server.record("sample", events);
  const [late] = paced([{ ...statement({ by: "elon-musk" }), sources: [{ publisher: "Le Monde", language: "fr" }] }]);
  await server.record("sample", [late, ...paced([corrected(19, { precision: "day" }), retracted(17)], 60)]);
  document = await server.read<Document>("/openapi.json");
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, "openapi", undefined, false);
  faultsAt = (path, value) => {
    const pointer = path.map((step) => `/${encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1"))}`).join("");
    const validate = ajv.compile({ $ref: `openapi#${pointer}` });
    return validate(value) ? [] : validate.errors;
  };
});
afterAll(() => server.close());

describe("the description", () => {
  it("is OpenAPI 3.1 by its own schema", async () => {
    // The validator takes any JSON; its type asks for a record.
    expect(await new Validator().validate(document as unknown as Record<string, unknown>)).toEqual({ valid: true });
  });

  it("has every route and no other", () => {
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    );
    expect(described.sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it("says that an append can be tried first, and what it warns of", () => {
    const append = document.paths["/api/stories/{story}/events"]?.post;
    expect(append?.parameters).toContainEqual(
      expect.objectContaining({ name: "dryRun", in: "query", description: expect.stringMatching(/nothing is written/i) }),
    );
    expect(append?.description).toMatch(/warn/);
    const shapes = ["Appended", "Rehearsed"].map((name) => document.components.schemas[name]?.properties);
    for (const properties of shapes)
      expect(Object.keys(properties ?? {})).toEqual(expect.arrayContaining(["events", "warnings", "notes"]));
    expect(Object.keys(shapes[1] ?? {})).toContain("readers");
  });

  it("has an example of each event type, which is of its schema", () => {
    const { examples = {} } = document.paths["/api/stories/{story}/events"]?.post?.requestBody?.content["application/json"] ?? {};
    expect(Object.keys(examples)).toEqual(postedTypes);
    for (const [type, { value }] of Object.entries(examples)) {
      expect(value).toMatchObject({ type });
      expect([type, faultsAt(["components", "schemas", type], value)]).toEqual([type, []]);
    }
  });
});

type Visit = { status: number; headers?: Record<string, string>; body?: unknown; by?: keyof typeof tokens | "nobody" };
const json = { "Content-Type": "application/json" };
const [said] = paced([statement({ by: "elon-musk" })], 90);

const draft = "/api/drafts/5e4d3c2b-1a09-4876-b543-210fedcba987";

/** Requests that see every operation, and most of what it can answer. */
const visits: Record<string, Record<string, Visit[]>> = {
  "post /api/stories/{story}/events": {
    "/api/stories/fresh/events": [
      { status: 201, by: "ada", body: paced([opened()]), headers: { "Idempotency-Key": "once" } },
      { status: 200, by: "ada", body: paced([opened()]), headers: { "Idempotency-Key": "once" } },
      { status: 422, by: "ada", body: paced([opened({ title: "Two" })]), headers: { "Idempotency-Key": "once" } },
      { status: 409, by: "ada", body: paced([opened()]) },
      { status: 412, by: "ada", body: paced([statement()]), headers: { "If-Match": '"9"' } },
      { status: 422, by: "ada", body: [{}, 7] },
      { status: 400, by: "ada", body: "{" },
      { status: 413, by: "ada", body: " ".repeat(2 ** 20 + 1) },
      { status: 415, by: "ada", body: "{}", headers: { "Content-Type": "text/plain" } },
      { status: 401, by: "nobody", body: "{}" },
    ],
    "/api/stories/sample/events?dryRun=true": [
      { status: 200, by: "ada", body: said },
      { status: 200, by: "ada", body: paced([corrected(12, { precision: "day" })], 90) },
      { status: 409, by: "ada", body: paced([opened()]) },
      { status: 422, by: "ada", body: [{}] },
    ],
    "/api/stories/sample/events?dryRun=perhaps": [{ status: 422, by: "ada", body: said }],
    "/api/stories/sample/events": [{ status: 201, by: "ada", body: said }],
  },
  "post /api/stories/{story}/takedowns": {
    "/api/stories/sample/takedowns": [
      { status: 403, by: "ada", body: {} },
      { status: 422, by: "pia", body: {} },
      { status: 201, by: "pia", body: { event: 14, reason: "It was ordered.", legalBasis: "A court" } },
      { status: 409, by: "pia", body: { event: 1400, reason: "It was ordered.", legalBasis: "A court" } },
    ],
    "/api/stories/nowhere/takedowns": [{ status: 404, by: "pia", body: { event: 1, reason: "Why not", legalBasis: "None" } }],
  },
  "get /api/stories": { "/api/stories": [{ status: 200 }], "/api/stories?limit=0": [{ status: 422 }] },
  "get /api/search": {
    "/api/search?q=musk": [{ status: 200 }, { status: 304, headers: { "If-None-Match": "*" } }],
    "/api/search?q=zzz&lang=fr&limit=3": [{ status: 200 }],
    "/api/search": [{ status: 422 }],
  },
  "post /api/search/index": {
    "/api/search/index": [{ status: 200, by: "pia" }, { status: 403, by: "ada" }, { status: 401 }],
    "/api/search/index?anew=true": [{ status: 200, by: "pia" }],
    "/api/search/index?anew=no": [{ status: 422, by: "pia" }],
  },
  "get /api/stories/{story}": { "/api/stories/sample": [{ status: 200 }], "/api/stories/nowhere": [{ status: 404 }] },
  ...Object.fromEntries(
    ["status", "offers", "cast", "insults", "questions", "corrections", "timeline"].map((name) => [
      `get /api/stories/{story}/${name}`,
      {
        [`/api/stories/sample/${name}`]: [{ status: 200 }, { status: 304, headers: { "If-None-Match": "*" } }],
        [`/api/stories/sample/${name}?version=16&lang=fr`]: [{ status: 200 }],
        [`/api/stories/fresh/${name}`]: [{ status: 200 }],
        [`/api/stories/sample/${name}?version=999`]: [{ status: 404 }],
        [`/api/stories/sample/${name}?lang=de`]: [{ status: 422 }],
      },
    ]),
  ),
  "get /api/stories/{story}/live": {
    "/api/stories/sample/live": [{ status: 200 }, { status: 304, headers: { "If-None-Match": "*" } }],
    "/api/stories/nowhere/live": [{ status: 404 }],
    "/api/stories/sample/live?after=x": [{ status: 422 }],
  },
  "get /api/stories/{story}/events": {
    "/api/stories/sample/events": [{ status: 200 }, { status: 200, headers: { Accept: "application/cloudevents-batch+json" } }],
    "/api/stories/sample/events?limit=2": [{ status: 200 }],
    "/api/stories/sample/events?after=11&limit=1": [{ status: 200, headers: { Accept: "application/x-ndjson" } }],
    "/api/stories/nowhere/events": [{ status: 404 }],
    "/api/stories/sample/events?limit=x": [{ status: 422 }],
  },
  "get /api/stories/{story}/events/{version}": {
    "/api/stories/sample/events/12": [{ status: 200 }, { status: 304, headers: { "If-None-Match": "*" } }],
    "/api/stories/sample/events/99": [{ status: 404 }],
  },
  "get /api/stories/{story}/checkpoint": {
    "/api/stories/sample/checkpoint": [{ status: 200 }],
    "/api/stories/nowhere/checkpoint": [{ status: 404 }],
  },
  "get /api/checkpoint-key": { "/api/checkpoint-key": [{ status: 200 }] },
  "get /api/events": { "/api/events?limit=5": [{ status: 200 }], "/api/events?after=x": [{ status: 422 }] },
  "get /api/editors": { "/api/editors": [{ status: 200, by: "pia" }, { status: 403, by: "ada" }, { status: 401 }] },
  "post /api/editors": {
    "/api/editors": [
      { status: 201, by: "pia", body: { editor: "Eve", role: "editor" } },
      { status: 422, by: "pia", body: { editor: "" } },
      { status: 403, by: "ada", body: {} },
    ],
  },
  "delete /api/editors/{id}": { "/api/editors/000000000000": [{ status: 404, by: "pia" }, { status: 401 }] },
  "post /api/imports": {
    "/api/imports": [
      { status: 422, by: "pia", body: {} },
      { status: 403, by: "ada", body: {} },
    ],
  },
  "put /api/drafts/{id}": {
    [draft]: [
      { status: 201, by: "ada", body: { story: "sample", line: "news: x", events: [said] }, headers: { "If-None-Match": "*" } },
      { status: 412, by: "ada", body: { story: "sample" }, headers: { "If-Match": '"9"' } },
      { status: 200, by: "ada", body: { story: "sample", form: { "0.type": ["OfferMade"] }, events: [said] } },
      { status: 422, by: "ada", body: { story: "fresh" } },
      { status: 413, by: "ada", body: { story: "sample", line: "x".repeat(2 ** 16) } },
      { status: 404, by: "bob", body: { story: "sample" } },
      { status: 401, body: {} },
    ],
  },
  "post /api/drafts": { "/api/drafts": [{ status: 201, by: "ada", body: { story: "sample" } }, { status: 401 }] },
  "get /api/drafts": { "/api/drafts?story=sample": [{ status: 200, by: "ada" }, { status: 401 }] },
  "get /api/drafts/{id}": { [draft]: [{ status: 200, by: "ada" }, { status: 404, by: "bob" }, { status: 401 }] },
  "put /api/drafts/{id}/state": {
    [`${draft}/state`]: [
      { status: 200, by: "ada", body: { state: "draft", shared: true } },
      { status: 200, by: "ada", body: { state: "scheduled", dueAt: new Date(Date.now() + 9e6).toISOString() } },
      { status: 200, by: "ada", body: { state: "refused", reason: "Not yet" } },
      { status: 422, by: "ada", body: { state: "gone" } },
      { status: 409, by: "bob", body: { state: "refused", reason: "Not again" } },
      { status: 412, by: "ada", body: { state: "recorded", expectedVersion: 1 } },
      { status: 200, by: "ada", body: { state: "recorded" } },
    ],
  },
  "delete /api/drafts/{id}": {
    [draft]: [
      { status: 412, by: "ada", headers: { "If-Match": '"1"' } },
      { status: 204, by: "ada" },
    ],
  },
  "get /api/front-page": { "/api/front-page": [{ status: 200, by: "ada" }, { status: 401 }] },
  "put /api/front-page": {
    "/api/front-page": [
      { status: 200, by: "ada", body: { stories: [{ story: "sample", place: "lead", section: "Deals" }] } },
      { status: 412, by: "ada", body: { stories: [] }, headers: { "If-Match": '"1"' } },
      { status: 422, by: "ada", body: { stories: [{ story: "nowhere" }] } },
      { status: 400, by: "ada", body: "{" },
      { status: 401, body: {} },
    ],
  },
  "get /oembed": {
    "/oembed?url=ORIGIN/stories/sample": [{ status: 200 }, { status: 304, headers: { "If-None-Match": "*" } }],
    "/oembed?url=ORIGIN/stories/sample&format=xml": [{ status: 501 }],
    "/oembed?url=https://elsewhere.example/": [{ status: 404 }],
    "/oembed": [{ status: 422 }],
  },
  "post /api/media": {
    "/api/media": [
      { status: 401, body: {} },
      { status: 415, by: "ada", body: {} },
    ],
  },
  "get /media/{name}": { [`/media/${"0".repeat(64)}.png`]: [{ status: 404 }] },
  "get /api/people/{id}": {
    "/api/people/wikidata-Q317521": [{ status: 200 }, { status: 304, headers: { "If-None-Match": "*" } }],
    "/api/people/wikidata-Q1": [{ status: 404 }],
    "/api/people/wikidata-Q317521?lang=xx": [{ status: 422 }],
  },
  "get /health": { "/health": [{ status: 200 }] },
  "get /openapi.json": { "/openapi.json": [{ status: 200 }] },
};

describe("every answer is as the description says", () => {
  it.each(routes.map(({ method, path }) => [`${method} ${path}`, method, path] as const))("%s", async (name, method, path) => {
    const asked = Object.entries(visits[name] ?? {}).flatMap(([address, all]) => all.map((visit) => ({ address, ...visit })));
    expect(asked.length).toBeGreaterThan(0);
    for (const { address, status, headers, body, by = "nobody" } of asked) {
      const signed = by === "nobody" ? {} : { Authorization: `Bearer ${tokens[by]}` };
      const answer = await server.send(
        method.toUpperCase(),
        address.replace("ORIGIN", server.url.origin),
        { ...signed, ...(body === undefined ? {} : json), ...headers },
        body,
      );
      const text = await answer.text();
      expect([address, answer.status, text]).toEqual([address, status, text]);
      const described = document.paths[path]?.[method]?.responses[status];
      expect(described, `${name} ${status}`).toBeDefined();
      const type = answer.headers.get("Content-Type") ?? "";
      expect(Object.keys(described?.content ?? {}), `${name} ${status}`).toEqual(
        type === "" ? [] : expect.arrayContaining([type]),
      );
      if (type === "") continue;
      const value = type.startsWith("text/") ? text : JSON.parse(text);
      expect(faultsAt(["paths", path, method, "responses", String(status), "content", type, "schema"], value)).toEqual([]);
    }
  });
});

/** What has to stand in a story before an example does, in the last places before it. */
const before: Partial<Record<EventType, EventType[]>> = {
  CounterOffered: ["OfferMade"],
  OfferRevised: ["OfferMade"],
  OfferRejected: ["OfferMade"],
  OfferAccepted: ["OfferMade", "CounterOffered"],
  OfferWithdrawn: ["OfferMade"],
  OfferLapsed: ["OfferMade"],
  DealClosed: ["OfferMade", "CounterOffered", "OfferAccepted"],
  DealTerminated: ["OfferMade", "CounterOffered", "OfferAccepted"],
  QuestionAnswered: ["QuestionRaised"],
  DealBlocked: ["OfferMade"],
  DealCleared: ["OfferMade"],
  StoryReopened: ["StoryConcluded"],
};

const [talk] = paced([statement({ by: "elon-musk" })], 8 * 60);
/** The version of the event that an example is about, and what stands there; talk stands before it. */
const about: Partial<Record<EventType, { version: number; events: unknown[] }>> = {
  WordsTakenBack: { version: 14, events: [talk] },
  ReportConfirmed: { version: 11, events: [{ ...talk, certainty: "reported" }] },
  ReportDenied: { version: 11, events: [{ ...talk, certainty: "reported" }] },
  TextTranslated: {
    version: 15,
    events: [{ ...talk, type: "DevelopmentReported", data: { headline: "La querelle", text: "Elle éclipse le sommet." } }],
  },
  EventRetracted: { version: 7, events: [talk] },
  EventReinstated: { version: 7, events: [talk, definitionOf("EventRetracted").example] },
};

describe("the example of each event type", () => {
  it.each(postedTypes)("%s is of its schema, and is admitted where it belongs", async (type) => {
    const { example } = definitionOf(type);
    expect(faultsAt(["components", "schemas", "PostedEvent"], example)).toEqual([]);
    const setting = [definitionOf("StoryOpened").example, definitionOf("PartyIntroduced").example];
    const others = ["sam-altman", "openai", "twitter", "delaware"].map((slug) => ({
      ...party(slug),
      occurredAt: setting[0]?.occurredAt,
    }));
    const story = `example-${type.toLowerCase()}`;
    const { version = 0, events: last = [] } = about[type] ?? {};
    const padding = Array.from({ length: Math.max(version - 7, 0) }, () => talk);
    const stage = (before[type] ?? []).map((one) => definitionOf(one).example);
    const scene = [...setting, ...others, ...stage, ...padding, ...last];
    if (type !== "StoryOpened") await server.record(story, type === "PartyIntroduced" ? scene.slice(0, 1) : scene);
    const { events } = await server.record(story, example);
    expect(events[0]).toMatchObject(JSON.parse(JSON.stringify(example)));
  });

  it("is not of its schema with one field more", () => {
    const { example } = definitionOf("OfferMade");
    expect(faultsAt(["components", "schemas", "PostedEvent"], { ...example, mood: "grim" })).not.toEqual([]);
    expect(faultsAt(["components", "schemas", "PostedEvent"], { ...example, type: "Rumour" })).not.toEqual([]);
  });
});

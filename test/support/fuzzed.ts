/** Requests by the API's own description: mostly such as it describes, and many that it does not. */
import { bySchema, hostileTexts, type Schema } from "./by-schema.ts";
import type { Chance } from "./chance.ts";
import { tokens } from "./server.ts";

type Parameter = { name: string; in: "path" | "query" | "header"; schema: Schema };
type Response = { content?: Record<string, unknown> };
type Operation = {
  parameters: Parameter[];
  requestBody?: { content: { "application/json": { schema: Schema } } };
  responses: Record<string, Response>;
};
/** As much of OpenAPI as is wanted here. */
export type Description = { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, Schema> } };

export type Fuzzed = { method: string; path: string; headers: Record<string, string>; body?: string };

/** What answers have told so far, to be sent back, and the stories that there are. */
export type Told = { etags: string[]; cursors: string[]; ids: string[]; stories: string[] };

/** What an address can hold as it is. */
const hostileSegments = [
  "..",
  "%2e%2e",
  "%2F..%2f",
  "%00",
  "%",
  "%ff",
  "a;b",
  "a%3Bb",
  "constructor",
  "1e3",
  "0",
  "99999999999999999999",
];
const accepts = [
  "application/json",
  "application/x-ndjson",
  "application/cloudevents-batch+json",
  "*/*",
  "text/html",
  "image/*;q=9",
  ",;q",
];
const conditions = ["*", "*", "*", '"1"', '"7"', 'W/"7"', '"7", "8"', "7", '"', '"status.1.7.en"', `"${"x".repeat(2000)}"`];
const others: Record<string, readonly string[]> = {
  "Accept-Language": ["fr", "fr-CA;q=0.8, en", "de, *;q=0", ";;q=", "x".repeat(500)],
  Range: ["bytes=0-10", "bytes=-"],
  Origin: ["https://elsewhere.example", "null"],
  "X-Forwarded-Host": ["elsewhere.example"],
  "X-HTTP-Method-Override": ["DELETE"],
  Cookie: ["lang=fr; token=x"],
};

/** A generator of requests. Headers hold Latin 1 alone: `fetch` sends no other. */
export const requestsBy = ({ paths, components }: Description, told: Told, chance: Chance) => {
  const { below, maybe, pick } = chance;
  const [right, wild] = [bySchema(components.schemas, chance, 0), bySchema(components.schemas, chance, 0.5)];
  const operations = Object.entries(paths).flatMap(([path, taken]) =>
    Object.entries(taken).flatMap(([method, operation]) =>
      Array.from({ length: weight(method, path) }, () => ({ path, method, operation })),
    ),
  );

  const segment = ({ name, schema }: Parameter): string => {
    if (maybe(0.06)) return maybe(0.5) ? pick(hostileSegments) : encodeURIComponent(pick(hostileTexts).toWellFormed());
    // The newest are not concluded yet.
    if (name === "story") return maybe(0.9) ? pick(told.stories.slice(-3)) : pick([...told.stories, "nowhere"]);
    if (name === "id" && told.ids.length > 0 && maybe(0.5)) return pick(told.ids);
    return String(right(schema, name));
  };
  const value = ({ name, schema }: Parameter): string => {
    if (maybe(0.08)) return pick(hostileTexts).toWellFormed();
    if (name === "cursor" && told.cursors.length > 0 && maybe(0.8)) return pick(told.cursors);
    return String(right(schema, name));
  };
  const queryOf = (parameters: readonly Parameter[]): string => {
    const asked = parameters.filter((one) => one.in === "query" && maybe(0.3)).map((one) => [one.name, value(one)]);
    if (maybe(0.03)) asked.push([pick(["x", "__proto__", "lang", "version", ""]), pick(["1", "en", "' --"])]);
    return asked.length > 0 ? `?${new URLSearchParams(asked)}` : "";
  };
  const bodyOf = (schema: Schema): string => {
    const text = JSON.stringify(maybe(0.7) ? right(schema) : wild(schema));
    if (!maybe(0.04)) return text;
    const at = below(text.length);
    return text.slice(0, at) + pick(["", '"', "{", "\u0000", "1e999", "\\ud800", "\ud800"]) + text.slice(at + below(3));
  };
  const headersOf = (writes: boolean): Record<string, string> => {
    const headers: Record<string, string> = {};
    const token = maybe(0.08) ? pick(["forged", ""]) : pick([tokens.ada, tokens.pia, tokens.pia]);
    if (token !== "" && (writes || maybe(0.4))) headers.Authorization = maybe(0.97) ? `Bearer ${token}` : token;
    if (writes)
      headers["Content-Type"] = maybe(0.97) ? "application/json" : pick(["text/plain", "application/json; charset=x", "x"]);
    if (writes && maybe(0.3))
      headers["Idempotency-Key"] = maybe(0.9) ? `key ${below(200)}` : pick(["x".repeat(129), "\u00e9", " "]);
    if (maybe(0.4)) headers.Accept = pick(accepts);
    if (maybe(0.2)) headers["If-None-Match"] = told.etags.length > 0 && maybe(0.3) ? pick(told.etags) : pick(conditions);
    if (writes && maybe(0.1)) headers["If-Match"] = pick(conditions);
    for (const [name, values] of Object.entries(others)) if (maybe(0.04)) headers[name] = pick(values);
    return headers;
  };

  return (): Fuzzed => {
    const { path, method, operation } = pick(operations);
    const given = new Map(operation.parameters.map((one) => [one.name, one]));
    const address = path.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
      const parameter = given.get(name);
      return parameter ? segment(parameter) : whole;
    });
    const sent = maybe(0.03) ? pick(["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"]) : method.toUpperCase();
    // A picture is no JSON: of its route, what is sent is refused by its type.
    const schema = operation.requestBody?.content["application/json"]?.schema;
    const hasBody = sent !== "GET" && sent !== "HEAD" && schema !== undefined;
    return {
      method: sent,
      path: address + queryOf(operation.parameters),
      headers: headersOf(sent !== "GET" && sent !== "HEAD"),
      ...(hasBody ? { body: bodyOf(schema) } : {}),
    };
  };
};

/** Half of all requests write to stories: what is read is made of that. */
const weight = (method: string, path: string): number => {
  if (path.endsWith("/events") && method === "post") return 16;
  return path.endsWith("/takedowns") ? 2 : 1;
};

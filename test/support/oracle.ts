/** Whether an answer is one that the API's description tells of. */
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Description, Fuzzed } from "./fuzzed.ts";

/** What there was of an answer. */
export type Answered = { status: number; type: string; text: string; headers: Headers };

const toPointer = (step: string): string => encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1"));

/** What is wrong with an answer to a request, in a sentence; undefined where nothing is. */
export const oracleOf = (description: Description) => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  ajv.addSchema(description, "openapi", undefined, false);
  const compiled = new Map<string, ValidateFunction>();
  const faultIn = (steps: readonly string[], value: unknown): string | undefined => {
    const $ref = `openapi#${steps.map((step) => `/${toPointer(step)}`).join("")}`;
    const validate = compiled.get($ref) ?? ajv.compile({ $ref });
    compiled.set($ref, validate);
    return validate(value) ? undefined : `is not of its schema: ${ajv.errorsText(validate.errors)}`;
  };

  const patterns = Object.keys(description.paths)
    .map((path) => ({ path, pattern: new RegExp(`^${path.replaceAll(".", "\\.").replaceAll(/\{\w+\}/g, "[^/]+")}$`) }))
    // What is written out comes before what stands for anything.
    .toSorted((a, b) => a.path.split("{").length - b.path.split("{").length);

  const problemFault = ({ type, text, status }: Answered): string | undefined => {
    if (type !== "application/problem+json") return `comes as ${type}, and is a problem`;
    const problem = JSON.parse(text);
    if (problem.status !== status) return `says ${problem.status} of itself`;
    return faultIn(["components", "schemas", "Problem"], problem);
  };

  return ({ method, path }: Fuzzed, answer: Answered): string | undefined => {
    const { status, type, text, headers } = answer;
    // 501 says that what was asked for is not on offer: whether it is, the description says.
    if (status >= 500 && status !== 501) return "is the server's fault";
    if (method === "OPTIONS") return status === 204 || status === 405 || status === 404 ? undefined : "is no answer to OPTIONS";
    if (method === "HEAD" || status === 304 || status === 204) return text === "" ? undefined : "has a body";
    const { pathname } = new URL(path, "http://localhost");
    const found = patterns.find(({ pattern }) => pattern.test(pathname))?.path;
    const operation = found === undefined ? undefined : description.paths[found]?.[method.toLowerCase()];
    if (found === undefined)
      return status !== 404 ? "is found where nothing is" : pathname.startsWith("/api") ? problemFault(answer) : undefined;
    if (operation === undefined)
      return status === 405 && headers.has("Allow") ? problemFault(answer) : "takes a method that nobody told of";
    const described = operation.responses[status];
    if (described === undefined) return "has a status that the description does not list";
    if (status >= 400) return problemFault(answer);
    if (!Object.keys(described.content ?? {}).includes(type)) return `comes as ${type}, which the description does not list`;
    const schema = ["paths", found, method.toLowerCase(), "responses", String(status), "content", type, "schema"];
    const values = type.startsWith("text/") ? [text] : type === "application/x-ndjson" ? linesOf(text) : [JSON.parse(text)];
    return values.map((value) => faultIn(schema, value)).find((fault) => fault !== undefined);
  };
};

const linesOf = (text: string): unknown[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

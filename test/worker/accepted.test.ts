import { describe, expect, it } from "vitest";
import { preferredType, weighedIn } from "../../worker/http/accepted.ts";

const types = ["application/json", "application/x-ndjson", "text/event-stream"] as const;

describe("what a client would rather have", () => {
  it.each([
    [undefined, "application/json"],
    ["", "application/json"],
    ["*/*", "application/json"],
    ["text/html, */*;q=0.8", "application/json"],
    ["APPLICATION/X-NDJSON", "application/x-ndjson"],
    ["application/x-ndjson;charset=utf-8 ; q=0.5, application/json;q=0.4", "application/x-ndjson"],
    ["application/json;q=0.1, text/event-stream", "text/event-stream"],
    ["text/*", "text/event-stream"],
    // A type of its own weighs what it says, whatever its range does.
    ["application/*, application/json;q=0.1", "application/x-ndjson"],
    ["application/*, application/json;q=0", "application/x-ndjson"],
    ["application/*;q=0.5, application/x-ndjson;q=0.5", "application/x-ndjson"],
    ["text/event-stream;q=0", "application/json"],
    ["text/event-stream;q=much, application/x-ndjson;q=0.1", "application/x-ndjson"],
  ])("is, of media types, by Accept: %s", (accept, type) => expect(preferredType(accept, types)).toBe(type));

  it("comes the heaviest first, of equals as they are named", () =>
    expect(weighedIn("de;q=0.3, fr-CA ; q=0.8,en;q=0.8, *;q=0").map(({ name }) => name)).toEqual(["fr-ca", "en", "de", "*"]));
});

/** Members that are named twice in one object, however they are spelled. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { namesTwice } from "../../events/named-twice.ts";

describe("a JSON text", () => {
  it.each([
    '{"a":1,"a":1}',
    '{"a":1,"b":2,"a":3}',
    '{"a":1,"\\u0061":2}',
    '{"data":{"x":{"é":1,"\\u00e9":1}}}',
    '[[{"a":[{"b":1,"b":1}]}]]',
    '{"a":{"b":1},"a":{"c":1}}',
    '{"":1,"":1}',
    '{ "a" : 1 , "a" : 2 }',
    '{"a\\"b":1,"a\\"b":2}',
    '{"\\ud83d\\ude00":1,"😀":1}',
    '{"__proto__":1,"__proto__":2}',
  ])("names a member twice: %s", (text) => expect(namesTwice(text)).toBe(true));

  it.each([
    "{}",
    "[]",
    '"a"',
    "7",
    '{"a":"a"}',
    '{"a":["a","a"]}',
    '{"a":{"a":{"a":1}}}',
    '[{"a":1},{"a":1}]',
    '{"a":"\\"a\\":1,","b":1}',
    '{"a":["{\\"a\\":1,\\"a\\":1}"]}',
    '{"constructor":1,"__proto__":2}',
    '{"a\\\\":1,"a":2}',
  ])("names each member once: %s", (text) => expect(namesTwice(text)).toBe(false));

  it("that was written by any program names each once, and not with one of its members again", () =>
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.json(), { minKeys: 1 }), (members) => {
        const text = JSON.stringify(members);
        expect(namesTwice(text)).toBe(false);
        const [name = ""] = Object.keys(members);
        expect(namesTwice(`${text.slice(0, -1)},${JSON.stringify(name)}:0}`)).toBe(true);
      }),
    ));

  it("may nest as deep as it likes", () => {
    const deep = 100_000;
    expect(namesTwice(`${'{"a":'.repeat(deep)}1${"}".repeat(deep)}`)).toBe(false);
    expect(namesTwice(`${'[{"a":'.repeat(deep)}{"b":1,"b":1}${"}]".repeat(deep)}`)).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import { emptyHead } from "../../worker/store/log.ts";
import { allParts, type KnownLog } from "../../worker/write/known-log.ts";
import { createMemory } from "../../worker/write/writer-memory.ts";

const known = (bytes: number): KnownLog => ({ head: emptyHead, isCurrent: true, parts: allParts, bytes });

describe("what writers remember", () => {
  it("is handed out once: whoever has it may change it, and puts it back or not", () => {
    const memory = createMemory(100, 1_000);
    const story = known(40);
    memory.put("story", story, 0);
    expect([memory.take("story", 1), memory.take("story", 1), memory.bytes()]).toEqual([story, undefined, 0]);
  });

  it("fits together: the stories that were not used for longest make room", () => {
    const memory = createMemory(100, 1_000);
    for (const [at, story] of ["first", "second", "third"].entries()) memory.put(story, known(45), at);
    expect(memory.bytes()).toBe(90);
    expect([memory.take("first", 5), memory.take("second", 5)?.bytes, memory.take("third", 5)?.bytes]).toEqual([
      undefined,
      45,
      45,
    ]);
  });

  it("is nothing of a story that is larger than all that fits, and forgets what was known of it before", () => {
    const memory = createMemory(100, 1_000);
    memory.put("story", known(10), 0);
    memory.put("story", known(101), 1);
    expect([memory.take("story", 2), memory.bytes()]).toEqual([undefined, 0]);
  });

  it("counts a story once, however often it is put back", () => {
    const memory = createMemory(100, 1_000);
    for (let at = 0; at < 50; at += 1) memory.put("story", known(30), at);
    expect(memory.bytes()).toBe(30);
  });

  it("is forgotten where nobody has asked for it for a while", () => {
    const memory = createMemory(100, 1_000);
    memory.put("quiet", known(10), 0);
    memory.put("busy", known(10), 900);
    expect([memory.take("busy", 1_500)?.bytes, memory.bytes(), memory.take("quiet", 1_500)]).toEqual([10, 0, undefined]);
  });
});

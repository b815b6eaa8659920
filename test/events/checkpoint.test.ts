import { describe, expect, it } from "vitest";
import { type Checkpoint, openCheckpoint, signCheckpoint } from "../../events/checkpoint.ts";
import { type Signer, signNote, verifierOf } from "../../events/note.ts";

const signer: Signer = { name: "riposte.example", seed: new Uint8Array(32).fill(3) };
const checkpoint: Checkpoint = { story: "musk-openai", size: 18, hash: "10".repeat(32) };
const verifier = await verifierOf(signer);
const base64 = `${"EBAQ".repeat(10)}EBA=`;

describe("a checkpoint", () => {
  it("says in three lines where the log stands, its size and its head, and is signed", async () => {
    const note = await signCheckpoint(checkpoint, signer);
    expect(note).toMatch(/^riposte\.example\/stories\/musk-openai\n18\n(?:EBAQ){10}EBA=\n\n— riposte\.example [\w+/]{91}=\n$/);
    expect(await openCheckpoint(note, verifier)).toEqual(checkpoint);
  });

  it("is the same, byte for byte, as often as it is signed", async () => {
    expect(await signCheckpoint(checkpoint, signer)).toBe(await signCheckpoint(checkpoint, signer));
  });

  it.each([1, 2, 16, 32])("does not open where any byte of it is another: %i away", async (away) => {
    const note = new TextEncoder().encode(await signCheckpoint(checkpoint, signer));
    for (const [at, byte] of note.entries()) {
      const changed = new TextDecoder().decode(note.with(at, byte ^ away));
      expect([at, await openCheckpoint(changed, verifier)]).toEqual([at, undefined]);
    }
  });

  it("does not open where it was cut, or where something stands before it", async () => {
    const note = await signCheckpoint(checkpoint, signer);
    for (let length = 0; length < note.length; length += 1)
      expect(await openCheckpoint(note.slice(0, length), verifier)).toBeUndefined();
    expect(await openCheckpoint(`\n${note}`, verifier)).toBeUndefined();
  });

  it("opens with the key that signed it alone", async () => {
    const note = await signCheckpoint(checkpoint, signer);
    expect(await openCheckpoint(note, await verifierOf({ ...signer, name: "another.example" }))).toBeUndefined();
    expect(await openCheckpoint(note, await verifierOf({ ...signer, seed: new Uint8Array(32).fill(4) }))).toBeUndefined();
  });

  it.each([
    ["another's log", `another.example/stories/musk-openai\n18\n${base64}\n`],
    ["no story", `riposte.example/stories/\n18\n${base64}\n`],
    ["no event", `riposte.example/stories/musk-openai\n0\n${base64}\n`],
    ["a size that is spelt otherwise", `riposte.example/stories/musk-openai\n018\n${base64}\n`],
    ["a hash that is too short", "riposte.example/stories/musk-openai\n18\nEBAQ\n"],
    ["nothing", "\n"],
  ])("does not open where what was signed is of %s", async (_, text) => {
    expect(await openCheckpoint(await signNote(text, signer), verifier)).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import {
  isKeyName,
  openNote,
  parseSigner,
  parseVerifier,
  type Signer,
  signerText,
  signNote,
  verifierOf,
  verifierText,
} from "../../events/note.ts";

/** A key of whatever name; its seed is a byte, 32 times. */
const signerOf = (name: string, byte: number): Signer => ({ name, seed: new Uint8Array(32).fill(byte) });
const known = <Key>(key: Key | undefined): Key => {
  if (!key) throw new Error("This was to be a key");
  return key;
};

/** The example of C2SP's signed notes, from the module that the specification was taken from: golang.org/x/mod/sumdb/note. */
const published = {
  verifier: "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  signature: "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n",
};

describe("a note that others have signed", () => {
  const note = `${published.text}\n${published.signature}`;

  it("opens with their key", async () => {
    const verifier = known(await parseVerifier(published.verifier));
    expect(verifier.name).toBe("PeterNeumann");
    expect(await verifierText(verifier)).toBe(published.verifier);
    expect(await openNote(note, verifier)).toBe(published.text);
  });

  it("does not open with a key of the same name", async () => {
    expect(await openNote(note, await verifierOf(signerOf("PeterNeumann", 1)))).toBeUndefined();
  });
});

describe("a note", () => {
  const signer = signerOf("riposte.example", 7);

  it("opens with the key that signed it, whoever has signed it besides", async () => {
    const verifier = await verifierOf(signer);
    const note = await signNote("One line\nand another\n\nand one more\n", signer);
    const [, other = ""] = (await signNote("Something else\n", signerOf("other.example", 8))).split("\n\n");
    const again = note.slice(0, note.lastIndexOf("\n\n") + 2) + other + note.slice(note.lastIndexOf("\n\n") + 2);
    for (const signed of [note, note + other, again])
      expect(await openNote(signed, verifier)).toBe("One line\nand another\n\nand one more\n");
  });

  it.each(["", "\n", "\n\n", "no note at all", "a text\n\n— nobody\n", "a text\n\n— riposte.example AAAA\n"])(
    "is not %j",
    async (note) => expect(await openNote(note, await verifierOf(signer))).toBeUndefined(),
  );

  it("is of whole lines", async () => {
    await expect(signNote("half a line", signer)).rejects.toThrow();
  });
});

describe("a key", () => {
  const signer = signerOf("riposte.example", 9);

  it("comes back from its text", async () => {
    expect(await parseSigner(await signerText(signer))).toEqual(signer);
    const verifier = await verifierOf(signer);
    expect(await parseVerifier(`${await verifierText(verifier)}\n`)).toEqual(verifier);
  });

  it("is not known by a text in which any character is another", async () => {
    const texts = [
      { text: await signerText(signer), parse: parseSigner },
      { text: await verifierText(await verifierOf(signer)), parse: parseVerifier },
    ];
    for (const { text, parse } of texts)
      for (let at = 0; at < text.length; at += 1) {
        const changed = `${text.slice(0, at)}${text[at] === "b" ? "c" : "b"}${text.slice(at + 1)}`;
        expect([changed, await parse(changed)]).toEqual([changed, undefined]);
      }
  });

  it("is not known by the text of the other part", async () => {
    expect(await parseVerifier(await signerText(signer))).toBeUndefined();
    expect(await parseSigner(await verifierText(await verifierOf(signer)))).toBeUndefined();
  });

  it.each(["", "a b", "a+b", "a\n", "x".repeat(101)])("has no name like %j", (name) => expect(isKeyName(name)).toBe(false));
});

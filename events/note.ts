/** Signed notes (https://c2sp.org/signed-note), with Ed25519 (RFC 8032) by WebCrypto. */
import { fromBase64, joined, sha256, toBase64, toHex, utf8 } from "./bytes.ts";

const ed25519 = 0x01;

/** A key that signs: its name, and 32 random bytes. As a text: `PRIVATE+KEY+<name>+<id>+<base64>`. */
export type Signer = { name: string; seed: Uint8Array<ArrayBuffer> };

/** A key that verifies. As a text, a C2SP vkey: `<name>+<id>+<base64>`. */
export type Verifier = { name: string; publicKey: Uint8Array<ArrayBuffer> };

/** Whether a key can have that name: no spaces, no plus. */
export const isKeyName = (name: string): boolean => /^[^\s+]{1,100}$/u.test(name);

/** Says which key a signature is by: the first four bytes of a hash of its name and its public part. */
const idOf = async ({ name, publicKey }: Verifier): Promise<Uint8Array> =>
  (await sha256(joined(utf8(`${name}\n`), Uint8Array.of(ed25519), publicKey))).slice(0, 4);

/** RFC 8410: an Ed25519 private key in PKCS #8 is these bytes and the seed. */
const pkcs8 = Uint8Array.from([0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20]);

const privateKey = ({ seed }: Signer): Promise<CryptoKey> =>
  crypto.subtle.importKey("pkcs8", joined(pkcs8, seed), { name: "Ed25519" }, true, ["sign"]);

/** The public part of a key. */
export const verifierOf = async (signer: Signer): Promise<Verifier> => {
  const jwk = (await crypto.subtle.exportKey("jwk", await privateKey(signer))) as { x?: string };
  // RFC 7515, section 2: base64url of 32 bytes, without the padding.
  const publicKey = fromBase64(`${(jwk.x ?? "").replaceAll("-", "+").replaceAll("_", "/")}=`);
  if (publicKey?.length !== 32) throw new Error("WebCrypto did not tell the public part of an Ed25519 key");
  return { name: signer.name, publicKey };
};

/** A key that verifies, as a text. */
export const verifierText = async (verifier: Verifier): Promise<string> =>
  `${verifier.name}+${toHex(await idOf(verifier))}+${toBase64(joined(Uint8Array.of(ed25519), verifier.publicKey))}`;

/** A key that signs, as a text: a secret. */
export const signerText = async (signer: Signer): Promise<string> => {
  const id = toHex(await idOf(await verifierOf(signer)));
  return `PRIVATE+KEY+${signer.name}+${id}+${toBase64(joined(Uint8Array.of(ed25519), signer.seed))}`;
};

const keyIn = (name: string, base64: string): Uint8Array<ArrayBuffer> | undefined => {
  const bytes = fromBase64(base64);
  return bytes?.length === 33 && bytes[0] === ed25519 && isKeyName(name) ? bytes.slice(1) : undefined;
};

/** The key of such a text; undefined where it is none, or its id is not its own. */
export const parseVerifier = async (text: string): Promise<Verifier | undefined> => {
  const [, name = "", id, base64 = ""] = /^([^+]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(text.trim()) ?? [];
  const publicKey = keyIn(name, base64);
  return publicKey && toHex(await idOf({ name, publicKey })) === id ? { name, publicKey } : undefined;
};

/** The key of such a text; undefined where it is none, or its id is not its own. */
export const parseSigner = async (text: string): Promise<Signer | undefined> => {
  const [, name = "", id, base64 = ""] = /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(text.trim()) ?? [];
  const seed = keyIn(name, base64);
  return seed && toHex(await idOf(await verifierOf({ name, seed }))) === id ? { name, seed } : undefined;
};

/** Signs a text of whole lines. */
export const signNote = async (text: string, signer: Signer): Promise<string> => {
  if (!text.endsWith("\n")) throw new Error("A note's text ends with a line's end");
  const signature = new Uint8Array(await crypto.subtle.sign("Ed25519", await privateKey(signer), utf8(text)));
  const id = await idOf(await verifierOf(signer));
  return `${text}\n— ${signer.name} ${toBase64(joined(id, signature))}\n`;
};

/** The text of a note, where that key has signed it; else undefined. Other keys' signatures are passed over. */
export const openNote = async (note: string, verifier: Verifier): Promise<string | undefined> => {
  const end = note.lastIndexOf("\n\n");
  if (end < 0 || !note.endsWith("\n")) return undefined;
  const text = note.slice(0, end + 1);
  const key = await crypto.subtle.importKey("raw", verifier.publicKey, { name: "Ed25519" }, false, ["verify"]);
  const id = toHex(await idOf(verifier));
  for (const line of note.slice(end + 2).split("\n")) {
    const [, name, base64 = ""] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
    const bytes = name === verifier.name ? fromBase64(base64) : undefined;
    if (bytes?.length !== 68 || toHex(bytes.slice(0, 4)) !== id) continue;
    if (await crypto.subtle.verify("Ed25519", key, bytes.slice(4), utf8(text))) return text;
  }
  return undefined;
};

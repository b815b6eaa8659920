/**
 * A checkpoint of a story: how many events it has and the hash of the newest, signed. Two readers who hold one can see whether they were
 * shown the same log, and whether it only grew. Three lines: where the log stands, its size, its head's hash in base64.
 */
import { fromBase64, fromHex, toBase64, toHex } from "./bytes.ts";
import { openNote, type Signer, signNote, type Verifier } from "./note.ts";

/** What a checkpoint says. `hash` is the seal's, in hexadecimal. */
export type Checkpoint = { story: string; size: number; hash: string };

/** Signs a checkpoint. */
export const signCheckpoint = ({ story, size, hash }: Checkpoint, signer: Signer): Promise<string> =>
  signNote(`${signer.name}/stories/${story}\n${size}\n${toBase64(fromHex(hash))}\n`, signer);

/** What a checkpoint says, where that key has signed it; else undefined. */
export const openCheckpoint = async (note: string, verifier: Verifier): Promise<Checkpoint | undefined> => {
  const text = await openNote(note, verifier);
  const [origin = "", size = "", base64 = ""] = text?.split("\n") ?? [];
  const story = origin.startsWith(`${verifier.name}/stories/`) ? origin.slice(`${verifier.name}/stories/`.length) : "";
  const hash = fromBase64(base64);
  if (!/^[1-9]\d{0,15}$/.test(size) || !/^[a-z0-9-]{3,80}$/.test(story) || hash?.length !== 32) return undefined;
  return { story, size: Number(size), hash: toHex(hash) };
};

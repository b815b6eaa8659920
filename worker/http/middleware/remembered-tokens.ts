/**
 * Whose tokens were good a while ago, by their SHA-256, in the memory of this isolate: so many of them, the last used. Nothing is granted by
 * it: D1 is asked in the transaction that writes, or before the answer.
 */
import type { SignedIn } from "../../store/sign-in.ts";

const most = 1_000;
const remembered = new Map<string, SignedIn>();

/** Remembers whose token it is. */
export const rememberToken = (signedIn: SignedIn): void => {
  remembered.delete(signedIn.tokenHash);
  remembered.set(signedIn.tokenHash, signedIn);
  const [oldest] = remembered.keys();
  if (remembered.size > most && oldest !== undefined) remembered.delete(oldest);
};

/** Whose token that was; undefined where nobody remembers. */
export const recallToken = (tokenHash: string): SignedIn | undefined => remembered.get(tokenHash);

/** Forgets a token that is good no more. */
export const forgetToken = (tokenHash: string): void => {
  remembered.delete(tokenHash);
};

/** Editors' tokens: how they are made, whom they are made for, what they allow. */
import * as z from "zod/mini";
import { toBase64 } from "../../events/bytes.ts";
import { instant, text } from "../../events/values.ts";

/** What a token lets its editor do: an `editor` records; a `publisher` records, takes events down and manages editors. */
export const roles = ["editor", "publisher"] as const;
/** The name of a role. */
export type Role = (typeof roles)[number];

/** A role as it is kept. Whatever is not said to be a publisher's has the lesser one. */
export const roleOf = (kept: unknown): Role => (kept === "publisher" ? kept : "editor");

/** Whether somebody in a role may do what another role is asked for. */
export const roleAllows = (as: Role, wanted: Role): boolean => as === "publisher" || as === wanted;

/** Whom a token is made for. */
export const tokenHolder = z
  .strictObject({
    editor: text(80).check(z.meta({ description: "The editor's name: readers see it at `recordedBy`." })),
    role: z.enum(roles),
    expiresAt: z
      // What is no instant was refused already: it compares as false.
      .optional(instant.check(z.refine((at) => !(Date.parse(at) <= Date.now()), "must be in the future")))
      .check(
        z.meta({
          format: "date-time",
          description: "From then on the token is good no more; without it, it is good until revoked.",
        }),
      ),
  })
  .check(z.meta({ id: "Bearer" }));
/** An editor's name and role, and until when the token is good. */
export type TokenHolder = z.infer<typeof tokenHolder>;

/** What a token is known by where it must not be told: the first 12 digits of its SHA-256. */
export const tokenId = z.string().check(z.regex(/^[0-9a-f]{12}$/, "must be a token's id: 12 digits of 0-9 and a-f"));

/** The id of a token whose SHA-256 that is. */
export const tokenIdOf = (hash: string): string => hash.slice(0, 12);

/** A token as it is listed: neither it nor its whole hash. */
export const listedToken = z
  .strictObject({
    id: tokenId,
    editor: z.string(),
    role: z.enum(roles),
    addedAt: instant,
    expiresAt: z.optional(instant),
    revokedAt: z.optional(instant),
  })
  .check(z.meta({ id: "ListedToken" }));
/** A token in a list. */
export type ListedToken = z.infer<typeof listedToken>;

/** A new token: 32 random bytes, in base64url. It is nowhere but in the answer to whoever asked for it. */
export const newToken = (): string => {
  const random = toBase64(crypto.getRandomValues(new Uint8Array(32)));
  return `riposte_${random.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
};

/** Whether a row of `tokens` that goes by the name `t` is a token's that is good by the clock of D1, as SQL: `hash` is the parameter that has its SHA-256. */
export const isGoodToken = (hash: string): string =>
  `t.hash = ${hash} AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`;

/** Editors' tokens: how they are made, whom they are made for, what they allow. */

import * as z from "zod/mini";
import { toBase64Url } from "../../events/bytes.ts";
import { describes } from "../../events/describes.ts";
import { instant, text } from "../../events/values.ts";

/**
 * What a token lets its editor do, from the least: a `contributor` drafts and submits, an `editor` records, a `publisher` also takes events
 * down, imports and manages people.
 */
export const roles = ["contributor", "editor", "publisher"] as const;
/** The name of a role. */
export type Role = (typeof roles)[number];

/** A role as it is kept. Whatever is none has the least. */
export const roleOf = (kept: unknown): Role => roles.find((role) => role === kept) ?? "contributor";

/** Whether somebody in a role may do what another role is asked for: roles are a ladder. */
export const roleAllows = (as: Role, wanted: Role): boolean => roles.indexOf(as) >= roles.indexOf(wanted);

/** What a token is kept for: a program sends it, a `session` is in a browser's cookie, and a `link` is signed in by, once. */
export const tokenKinds = ["token", "session", "link"] as const;
/** The kind of a token. */
export type TokenKind = (typeof tokenKinds)[number];

/** Whom a token is made for. */
export const tokenHolder = z
  .strictObject({
    editor: text(80).check(z.meta({ description: describes && "The editor's name: readers see it at `recordedBy`." })),
    role: z.enum(roles),
    expiresAt: z
      // What is no instant was refused already: it compares as false.
      .optional(instant.check(z.refine((at) => !(Date.parse(at) <= Date.now()), "must be in the future")))
      .check(
        z.meta({
          format: "date-time",
          description: describes && "From then on the token is good no more; without it, it is good until revoked.",
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
export const listedToken =
  describes &&
  z
    .strictObject({
      id: tokenId,
      editor: z.string(),
      role: z.enum(roles),
      kind: z.enum(tokenKinds),
      addedAt: instant,
      expiresAt: z.optional(instant),
      revokedAt: z.optional(instant),
      signedInAt: z.optional(instant).check(z.meta({ description: describes && "Of a session: when its editor signed in." })),
      label: z.optional(z.string()).check(z.meta({ description: describes && "Of a session: the browser that it is in." })),
    })
    .check(z.meta({ id: "ListedToken" }));
/** A token in a list. */
export type ListedToken = z.infer<typeof listedToken>;

/** A new token: 32 random bytes, in base64url. It is nowhere but in the answer to whoever asked for it. */
export const newToken = (): string => `riposte_${toBase64Url(crypto.getRandomValues(new Uint8Array(32)))}`;

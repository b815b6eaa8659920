/** What the platform gives the Worker. */
import { once } from "../events/once.ts";
import type { Language } from "../events/tell/languages.ts";
import { timeZone } from "../events/values.ts";
import { type MeteredDatabase, meterDatabase, type Row } from "./store/d1.ts";
import type { ReadByToken } from "./store/sign-in.ts";
import type { Role, TokenKind } from "./store/token.ts";

/** The bindings of `wrangler.toml`. The limits may be missing: nothing is limited then. */
export type Bindings = {
  DB: D1Database;
  /** The files of `worker/public`. */
  ASSETS: Fetcher;
  /** The pictures: without it none are taken. */
  MEDIA?: R2Bucket;
  FAILED_SIGN_INS?: RateLimit;
  EDITOR_REQUESTS?: RateLimit;
  STREAMS?: RateLimit;
  SEARCHES?: RateLimit;
  /** The stories' writers: without them each request goes straight to D1. */
  WRITER?: DurableObjectNamespace;
  /** How long a writer may take for a request, in milliseconds, before that goes straight to D1; 15 000 where it is not said. */
  WRITER_PATIENCE?: string;
  /** The stories' hubs: without them readers poll. */
  HUB?: DurableObjectNamespace;
  /** Milliseconds between two beats of a hub, how many streams one holds, and how many hubs a story has: 10 000, 2 000 and 64 where it is not said. */
  HUB_BEAT?: string;
  HUB_MOST?: string;
  HUB_SHARDS?: string;
  /** `off` in `.dev.vars`. */
  RATE_LIMITS?: string;
  /** `on`: browsers are to ask every subdomain of the domain by TLS too. */
  HSTS_SUBDOMAINS?: string;
  /** How long D1 may take for a round trip, in milliseconds; 10 000 where it is not said. */
  D1_PATIENCE?: string;
  /** The zone (IANA) in which pages tell times, of stories that have none of their own; UTC where it is not said, or is none. */
  TIME_ZONE?: string;
  /** `on`: the desk asks the page of a source, at an address that an editor pastes, for its title. */
  FETCH_SOURCES?: string;
  /** A secret, the text of a `Signer`: without it no checkpoints are signed. */
  CHECKPOINT_KEY?: string;
};

/** What the middleware gives every handler. */
type Variables = {
  /** D1, and what this request has asked of it. */
  d1: MeteredDatabase;
  /** A random UUID: the answer's `X-Request-Id`, and a problem's `instance`. */
  requestId: string;
  /** `en` or `fr`: the language asked for. */
  language: Language;
  /** Who writes, in what role, and the id of the token; set where a route wants a role. */
  editor: string;
  role: Role;
  tokenId: string;
  /** The token's SHA-256. */
  tokenHash: string;
  /** Whether it was sent as a token or by a session's cookie, and when that session was begun. */
  kind: TokenKind;
  signedInAt: string | undefined;
  /** Set where the route lets its callers in late. */
  entrance: Entrance;
};

/** How a handler lets its caller in, where the route leaves that to it. */
export type Entrance = {
  /** Whether somebody knows without asking D1 whose token it is. */
  isRemembered: boolean;
  /** Lets the caller in, or says what to answer. Where D1 has to be asked, the rows are those of the statements that are read alongside. */
  enter: (alongside?: ReadByToken) => Promise<{ rows: Row[][] } | { denied: Response }>;
  /** Says what D1 has said of the token since. */
  confirm: (isGood: boolean) => void;
};

/** What Hono knows of the app: its bindings, and what the middleware sets. */
export type App = { Bindings: Bindings; Variables: Variables };

/** The zone in which pages tell times, of stories that have none of their own. */
export const timeZoneOf = (env: Pick<Bindings, "TIME_ZONE"> | undefined): string => knownZone(env?.TIME_ZONE ?? "UTC");

const knownZone = once((name: string): string => timeZone.safeParse(name).data ?? "UTC");

/** The database, metered: for one request, or for what follows it. */
export const d1Of = ({ DB, D1_PATIENCE }: Bindings): MeteredDatabase => meterDatabase(DB, Number(D1_PATIENCE) || undefined);

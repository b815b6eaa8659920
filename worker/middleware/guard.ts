/** The headers that tell browsers what a page may do, and who may frame it. */
import { createMiddleware } from "hono/factory";
import { secureHeaders } from "hono/secure-headers";
import type { App } from "../env.ts";

const shared = { referrerPolicy: "strict-origin-when-cross-origin", crossOriginResourcePolicy: false } as const;
const none = ["'none'"];
const own = ["'self'"];
const looks = { styleSrc: own, imgSrc: [...own, "data:"], fontSrc: own };

/** Everything but what follows: its own scripts, nobody's frame. */
const page = secureHeaders({
  ...shared,
  contentSecurityPolicy: {
    defaultSrc: none,
    scriptSrc: own,
    ...looks,
    connectSrc: own,
    formAction: own,
    baseUri: none,
    frameAncestors: none,
  },
});

/** What other sites embed: anybody's frame, and no script at all. Its links lead from the story's own address. */
const embedded = secureHeaders({
  ...shared,
  // It knows no list of origins: `frame-ancestors` does, and stands in its place.
  xFrameOptions: false,
  // In a sandbox it has no origin that could be keyed, and Chromium says so on the console of whoever embeds it.
  originAgentCluster: false,
  contentSecurityPolicy: { defaultSrc: none, ...looks, formAction: none, baseUri: own, frameAncestors: ["*"] },
});

/** Guards every answer. */
export const guard = createMiddleware<App>((c, next) => (c.req.path.startsWith("/embed/") ? embedded : page)(c, next));

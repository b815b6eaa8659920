/** The language of an answer: the one that `lang` names, else the first that `Accept-Language` prefers, else English. */
import { accepts } from "hono/accepts";
import { createMiddleware } from "hono/factory";
import { type Language, languages } from "../../events/tell.ts";
import type { App } from "../env.ts";

/** The language that a tag begins with (RFC 4647, section 3.4: `fr-CA` comes down to `fr`); undefined where Riposte does not speak it. */
const spoken = (tag: string | undefined): Language | undefined => {
  const [wanted] = tag?.trim().toLowerCase().split("-") ?? [];
  return languages.find((language) => language === wanted);
};

export const language = createMiddleware<App>((c, next) => {
  const preferred = accepts(c, {
    header: "Accept-Language",
    supports: [...languages],
    default: "en",
    match: (tags) =>
      tags
        .toSorted((a, b) => b.q - a.q)
        .filter(({ q }) => q > 0)
        .map(({ type }) => spoken(type))
        .find((one) => one !== undefined) ?? "en",
  });
  c.set("language", spoken(c.req.query("lang")) ?? spoken(preferred) ?? "en");
  return next();
});

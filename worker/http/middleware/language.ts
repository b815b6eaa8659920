/** The language of an answer: the one that `lang` names, else the first that `Accept-Language` prefers, else English. */
import { createMiddleware } from "hono/factory";
import { parseAccept } from "hono/utils/accept";
import { type Language, languages } from "../../../events/tell/languages.ts";
import type { App } from "../../env.ts";

/** The language that a tag begins with (RFC 4647, section 3.4: `fr-CA` comes down to `fr`); undefined where Riposte does not speak it. */
const spoken = (tag: string | undefined): Language | undefined => {
  const [wanted] = tag?.trim().toLowerCase().split("-") ?? [];
  return languages.find((language) => language === wanted);
};

/** Sets the language of the answer. */
export const negotiateLanguage = createMiddleware<App>((c, next) => {
  const preferred = parseAccept(c.req.header("Accept-Language") ?? "")
    .toSorted((a, b) => b.q - a.q)
    .filter(({ q }) => q > 0)
    .map(({ type }) => spoken(type))
    .find((one) => one !== undefined);
  c.set("language", spoken(c.req.query("lang")) ?? preferred ?? "en");
  return next();
});

/** The language of an answer: the one that `lang` names, else the first that `Accept-Language` prefers, else English. */
import { createMiddleware } from "hono/factory";
import { type Language, languages } from "../../../events/tell/languages.ts";
import type { App } from "../../env.ts";
import { weighedIn } from "../accepted.ts";

/** The language that a tag begins with (RFC 4647, section 3.4: `fr-CA` comes down to `fr`); undefined where Riposte does not speak it. */
const spoken = (tag: string | undefined): Language | undefined => {
  const [wanted] = tag?.trim().toLowerCase().split("-") ?? [];
  return languages.find((language) => language === wanted);
};

/** Sets the language of the answer. */
export const negotiateLanguage = createMiddleware<App>((c, next) => {
  const preferred = weighedIn(c.req.header("Accept-Language"))
    .filter(({ weight }) => weight > 0)
    .map(({ name }) => spoken(name))
    .find((one) => one !== undefined);
  c.set("language", spoken(c.req.query("lang")) ?? preferred ?? "en");
  return next();
});

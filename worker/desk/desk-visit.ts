/** In which language somebody works at the desk: it is remembered, so that no link has to carry it. */
import type { Context } from "hono";
import { type Language, languages } from "../../events/tell/languages.ts";
import type { App } from "../env.ts";
import { hostCookie, setCookie } from "../http/session.ts";
import type { DeskVisit } from "./desk-page.ts";
import { readDeskWords } from "./words/read-words.ts";

const cookie = /(?:^|;\s*)__Host-riposte-language=(\w+)/;
const year = 365 * 24 * 60 * 60;

/** A request to the desk. A language that the address names is remembered by this browser from then on. */
export const deskVisitOf = async (c: Context<App>, form: FormData): Promise<DeskVisit> => {
  const named = languageOf(c.req.query("lang"));
  const language = named ?? languageOf(cookie.exec(c.req.header("Cookie") ?? "")?.[1]) ?? c.var.language;
  c.set("language", language);
  if (named) setCookie(c, hostCookie("__Host-riposte-language", named, year));
  return { language, words: await readDeskWords(c, language), url: new URL(c.req.url), form };
};

const languageOf = (name: string | undefined): Language | undefined => languages.find((language) => language === name);

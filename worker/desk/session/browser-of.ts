/** What a browser says that it is, in two words that its owner knows it by. */

/** In the order in which they are looked for: most say that they are several. */
const browsers = [
  ["Edg", "Edge"],
  ["OPR/", "Opera"],
  ["SamsungBrowser", "Samsung Internet"],
  ["Firefox", "Firefox"],
  ["FxiOS", "Firefox"],
  ["Chrome", "Chrome"],
  ["CriOS", "Chrome"],
  ["Safari", "Safari"],
] as const;

const systems = [
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Android", "Android"],
  ["Windows", "Windows"],
  ["Mac OS X", "Mac"],
  ["CrOS", "ChromeOS"],
  ["Linux", "Linux"],
] as const;

/** The browser and the system of a `User-Agent`: `Firefox · Linux`; empty where neither is known. */
export const browserOf = (userAgent: string): string =>
  [browsers, systems].flatMap((known) => known.find(([mark]) => userAgent.includes(mark))?.[1] ?? []).join(" · ");

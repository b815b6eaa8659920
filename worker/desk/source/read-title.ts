/** Reads what a page of the web is called, through the one fetch that leaves the Worker: guarded at each step. */
import { isPublicAddress } from "./public-address.ts";

const mostBytes = 1024 * 1024;
const mostRedirects = 4;
const patienceMs = 5_000;

/** The title of the page at an address, `og:title` before `<title>`; undefined where it may not be asked for, is no HTML, or tells none in time. */
export const readTitle = async (address: string): Promise<string | undefined> => {
  try {
    const signal = AbortSignal.timeout(patienceMs);
    const page = await fetchPage(address, signal);
    return page?.body ? await titleIn(page.body, signal) : undefined;
  } catch {
    // It cannot be reached, or takes too long: the address alone has to do.
    return undefined;
  }
};

/** Follows redirects by hand: each of them is an address that somebody else has chosen. */
const fetchPage = async (address: string, signal: AbortSignal): Promise<Response | undefined> => {
  for (let url = address, hop = 0; hop <= mostRedirects && isPublicAddress(url); hop += 1) {
    const answer = await fetch(url, { redirect: "manual", signal, headers: { Accept: "text/html", "User-Agent": "Riposte" } });
    const location = answer.status >= 300 && answer.status < 400 ? answer.headers.get("Location") : null;
    if (location === null) {
      const isHtml = /^text\/html\b/i.test(answer.headers.get("Content-Type") ?? "");
      if (answer.ok && isHtml) return answer;
    }
    await answer.body?.cancel();
    if (location === null) return undefined;
    url = new URL(location, url).href;
  }
  return undefined;
};

const titleIn = async (body: ReadableStream, signal: AbortSignal): Promise<string | undefined> => {
  let [title, shared, isIn] = ["", "", true];
  const rewriter = new HTMLRewriter()
    .on("head > title", {
      text: ({ text }) => {
        title += text;
      },
    })
    .on('meta[property="og:title"]', {
      element: (element) => {
        shared ||= element.getAttribute("content") ?? "";
      },
    })
    .on("body", {
      element: () => {
        isIn = false;
      },
    });
  const reader = rewriter.transform(new Response(body)).body?.getReader();
  signal.addEventListener("abort", () => reader?.cancel().catch(() => undefined), { once: true });
  // The title stands in the head: what comes after it is not read, and a head that never ends is left.
  for (let length = 0; isIn && length <= mostBytes; ) {
    const read = await reader?.read();
    if (!read || read.done) break;
    length += read.value.length;
  }
  await reader?.cancel();
  return plain(shared) || plain(title) || undefined;
};

const entities: Readonly<Record<string, string>> = { amp: "&", quot: '"', apos: "'", lt: "<", gt: ">", nbsp: " " };

/** A title as plain text of one line: entities are read, and what is no text in it is left out; nothing where it is of another charset. */
const plain = (html: string): string => {
  const text = html
    .slice(0, 3000)
    .replace(/&(?:#(x?)([0-9a-f]{1,6})|([a-z]{2,5}));/gi, (whole, hex, code, name) => {
      const point = Number.parseInt(code, hex ? 16 : 10);
      return name ? (entities[name.toLowerCase()] ?? whole) : point <= 0x10ffff ? String.fromCodePoint(point) : "";
    })
    .replace(/[\p{C}\p{Z}\s]+/gu, " ")
    .normalize("NFC")
    .trim();
  return text.includes("\ufffd") ? "" : [...text].slice(0, 300).join("").trim();
};

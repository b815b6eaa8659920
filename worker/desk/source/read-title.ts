/** Reads what a page of the web is called, through the one fetch that leaves the Worker: guarded at each step. */
import { isPublicAddress } from "./public-address.ts";

const mostBytes = 1024 * 1024;
const mostRedirects = 4;
const patienceMs = 5_000;

/** The title of the page at an address, as HTML; undefined where the page may not be asked for, is no HTML, or tells of none in time. */
export const readTitle = async (address: string): Promise<string | undefined> => {
  try {
    const signal = AbortSignal.timeout(patienceMs);
    const page = await fetchPage(address, signal);
    return page?.body ? await titleIn(page.body) : undefined;
  } catch {
    // It cannot be reached, or takes too long: the address alone has to do.
    return undefined;
  }
};

/** Follows redirects by hand: each of them is an address that somebody else has chosen. */
const fetchPage = async (address: string, signal: AbortSignal): Promise<Response | undefined> => {
  let url = address;
  for (let hop = 0; hop <= mostRedirects && isPublicAddress(url); hop += 1) {
    const answer = await fetch(url, { redirect: "manual", signal, headers: { Accept: "text/html", "User-Agent": "Riposte" } });
    if (answer.ok && /^text\/html\b/i.test(answer.headers.get("Content-Type") ?? "")) return answer;
    await answer.body?.cancel();
    url = new URL(answer.headers.get("Location") ?? "", url).href;
    if (answer.status < 300 || answer.status > 399) break;
  }
  return undefined;
};

/** `og:title`, which has no publisher behind it, before `<title>`. What comes after the head is not read, and a head that never ends is left. */
const titleIn = async (body: ReadableStream): Promise<string> => {
  let [title, shared, isHead] = ["", "", true];
  const rewriter = new HTMLRewriter()
    .on("head > title", {
      text: ({ text }) => {
        title += text;
      },
    })
    .on('meta[property="og:title"]', {
      element: (element) => {
        shared = element.getAttribute("content") ?? "";
      },
    })
    .on("body", {
      element: () => {
        isHead = false;
      },
    });
  let length = 0;
  // To stop reading cancels the stream, and the request with it.
  for await (const chunk of rewriter.transform(new Response(body)).body ?? []) {
    length += chunk.length;
    if (!isHead || length > mostBytes) break;
  }
  return shared || title;
};

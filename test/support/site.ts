/** Another site, on a port and so of an origin of its own: pages as they are given, and files of a folder. */

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const types: Record<string, string> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
};

/** Starts it. `pages`: HTML by its path; it can be added to. What is no page is looked for in `folder`. */
export const startSite = async (pages: Map<string, string>, folder?: string) => {
  const server = createServer(async ({ url = "/" }, response) => {
    const { pathname } = new URL(url, "http://site");
    const page = pages.get(pathname);
    if (page !== undefined) return response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(page);
    const file = folder && !pathname.includes("..") ? await readFile(join(folder, pathname)).catch(() => undefined) : undefined;
    const type = types[extname(pathname)] ?? "application/octet-stream";
    return file ? response.writeHead(200, { "Content-Type": type }).end(file) : response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // It listens on a port, not on a pipe.
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://127.0.0.1:${port}/`),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

export type Site = Awaited<ReturnType<typeof startSite>>;

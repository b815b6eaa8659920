/** Stands between a script and a deployment, and holds back what the test wants held back. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";

/** What is done with a request: passed on, passed on and never answered, or neither. */
type Manner = "pass" | "keep the answer" | "keep the request";

/** Starts it. `manner` is asked of each request in turn; `seen` counts them by method. */
export const goBetween = async (target: URL) => {
  const seen: Record<string, number> = {};
  let manner: (request: { method: string; count: number }) => Manner = () => "pass";
  let held: () => void = () => undefined;

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = "GET", url = "/", headers } = request;
    seen[method] = (seen[method] ?? 0) + 1;
    const chosen = manner({ method, count: seen[method] });
    if (chosen === "keep the request") return held();
    const sent = ["accept", "authorization", "content-type"].flatMap((name) =>
      headers[name] === undefined ? [] : [[name, String(headers[name])] as [string, string]],
    );
    const body = method === "POST" ? { body: await text(request) } : {};
    const answer = await fetch(new URL(url, target), { method, headers: sent, ...body });
    const told = await answer.text();
    if (chosen === "keep the answer") return held();
    response.writeHead(answer.status, { "Content-Type": answer.headers.get("Content-Type") ?? "" }).end(told);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    /** Chooses what is done from now on, and counts anew. Resolves once something is held back. */
    hold: (chosen: typeof manner): Promise<void> => {
      for (const method of Object.keys(seen)) delete seen[method];
      manner = chosen;
      return new Promise((resolve) => {
        held = resolve;
      });
    },
    close: (): void => {
      server.closeAllConnections();
      server.close();
    },
  };
};

/** Requests as bytes on the wire: what `fetch` would mend or refuse is sent as it is. */
import { connect } from "node:net";

export type Raw = { status: number; head: string; body: string };

/** Sends a request's head as it is (Latin 1), and answers with what comes back: status 0 where the line is cut without a word. */
export const sendRaw = (
  url: URL,
  target: string,
  { method = "GET", host = url.host, lines = [] as string[], body = "" } = {},
): Promise<Raw> =>
  new Promise((resolve) => {
    const socket = connect(Number(url.port), url.hostname);
    const chunks: Buffer[] = [];
    socket.setTimeout(10_000, () => socket.destroy());
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", () => socket.destroy());
    socket.on("close", () => resolve(rawOf(Buffer.concat(chunks).toString("latin1"))));
    // What comes in chunks says of itself how long it is.
    const isWithoutLength = body === "" || lines.some((line) => /^Transfer-Encoding:/i.test(line));
    const length = isWithoutLength ? [] : [`Content-Length: ${Buffer.byteLength(body)}`];
    const head = [`${method} ${target} HTTP/1.1`, `Host: ${host}`, ...lines, ...length, "Connection: close"];
    socket.write(Buffer.from(`${head.join("\r\n")}\r\n\r\n`, "latin1"));
    socket.write(body);
  });

const rawOf = (text: string): Raw => {
  const [head = "", ...rest] = text.split("\r\n\r\n");
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0), head, body: rest.join("\r\n\r\n") };
};

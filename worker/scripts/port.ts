/** Whether a port of this machine is free. */
import { createServer } from "node:net";

/** The addresses that a browser may find `localhost` at, and all addresses: somebody may listen at one of them alone. */
const addresses = ["127.0.0.1", "::1", "0.0.0.0", "::"];

const isFreeAt = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    // A machine without IPv6 has nobody listening there either.
    probe.once("error", ({ code }: NodeJS.ErrnoException) => resolve(code !== "EADDRINUSE" && code !== "EACCES"));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });

/** True where nobody listens there, at any address of this machine, and this user may. */
export const isPortFree = async (port: number): Promise<boolean> => {
  for (const host of addresses) if (!(await isFreeAt(port, host))) return false;
  return true;
};

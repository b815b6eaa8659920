/** Servers of Node that a test file opens, on free ports of this machine. They go with the process. */
import type { Server } from "node:http";

/** Opens them. */
export const openServers = {
  /** Starts one, and answers with its address. */
  add: async (server: Server): Promise<string> => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    server.unref();
    const address = server.address();
    return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  },
};

/** A gate before a server: closed, nobody gets through, and whoever was on the way is cut off, as where a server stops or a network fails. */
import { connect, createServer, type Socket } from "node:net";

/** Starts it, open. Its address is an origin of its own. */
export const openGate = async (target: URL) => {
  const sockets = new Set<Socket>();
  let isOpen = true;
  const server = createServer((near) => {
    if (!isOpen) return void near.destroy();
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: new URL(`http://127.0.0.1:${port}/`),
    shut: (): void => {
      isOpen = false;
      cut();
    },
    open: (): void => {
      isOpen = true;
    },
    close: (): void => {
      cut();
      server.close();
    },
  };
};

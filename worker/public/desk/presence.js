// @ts-check
/** A line to all who work at a story: who they are, what they have open, and each new version. */

/** @typedef {{ name: string, at: string | null }} Present Somebody else, and what they have open: `entry 7`, `offer musk-bid`. */

/** Milliseconds between two signs of life. */
const pause = 8_000;

/**
 * Opens it, again and again where it breaks. `onBack`: it was broken, and what came meanwhile was missed.
 * @param {string} path
 * @param {{ onHere: (here: Present[]) => void, onVersion: (version: number) => void, onBack: () => void }} hooks
 */
export const sitDown = (path, { onHere, onVersion, onBack }) => {
  /** @type {WebSocket | undefined} */
  let socket;
  /** @type {string | null} */
  let at = null;
  let [failures, opened, isLeaving] = [0, 0, false];

  /** @param {string} message */
  const send = (message) => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(message);
  };

  const open = () => {
    const address = new URL(path, location.href);
    address.protocol = address.protocol.replace("http", "ws");
    socket = new WebSocket(address);
    socket.addEventListener("open", () => {
      failures = 0;
      opened += 1;
      if (at !== null) send(JSON.stringify({ at }));
      if (opened > 1) onBack();
    });
    socket.addEventListener("message", ({ data }) => {
      if (data === "pong") return;
      const { here, version } = JSON.parse(data);
      if (here) onHere(here);
      if (version) onVersion(version);
    });
    socket.addEventListener("close", () => {
      if (isLeaving) return;
      setTimeout(open, Math.min(2 ** failures, 60) * (500 + Math.random() * 500));
      failures += 1;
    });
  };

  open();
  setInterval(send, pause, "ping");
  addEventListener("pagehide", () => {
    isLeaving = true;
    socket?.close();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    isLeaving = false;
    open();
  });

  return {
    /** Says what is open now. @param {string | null} place */
    open: (place) => {
      if (place === at) return;
      at = place;
      send(JSON.stringify({ at }));
    },
  };
};

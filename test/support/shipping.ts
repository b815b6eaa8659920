/** Logs that move from one deployment to another. */
import type { Recorded } from "../../events/recorded.ts";
import { sealed } from "./sealed.ts";
import type { Server } from "./server.ts";

/** Sends entries to be imported, as the publisher. A text is sent as it is. */
export const ship = (server: Server, story: string, entries: unknown, headers = {}, said = {}): Promise<Response> =>
  server.send("POST", "/api/imports", { ...server.signed("pia"), ...headers }, { story, entries, ...said });

/** Imports a whole log, so many entries at a time. */
export const shipAll = async (server: Server, story: string, log: readonly unknown[], most = 100): Promise<void> => {
  for (let from = 0; from < log.length; from += most) {
    const answer = await ship(server, story, log.slice(from, from + most), {}, { more: from + most < log.length });
    if (answer.status !== 200) throw new Error(`These were to be imported: ${answer.status} ${await answer.text()}`);
  }
};

/** A log that somebody made up: every event sealed after the one before it, as any deployment would. */
export const forged = async (log: readonly unknown[]) =>
  // What somebody makes up may be anything; it is sealed as what it says it is.
  (await sealed(log as Recorded[])).map((event) => ({ ...event, position: event.version }));

/** A log without what is the deployment's own: positions, and who imported it. */
export const withoutPositions = (log: readonly { position?: number; importedBy?: string }[]): unknown[] =>
  log.map(({ position: _position, importedBy: _importedBy, ...entry }) => entry);

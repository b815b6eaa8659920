/** What verification makes of logs that tests have made. */
import { type Audit, audit } from "../../events/audit.ts";

async function* bytesOf(lines: readonly unknown[]): AsyncGenerator<Uint8Array> {
  for (const line of lines) yield new TextEncoder().encode(`${JSON.stringify(line)}\n`);
}

/** Audits entries as the lines of an export. */
export const auditedLog = (log: readonly unknown[], story?: string): Promise<Audit> => audit(bytesOf(log), { story });

/** Why a story's log does not hold: the version and the code; nothing where all of it holds. */
export const brokenIn = async (log: readonly unknown[]): Promise<string | undefined> => {
  const { findings, unreadable } = await auditedLog(log);
  const broken = findings.find((finding) => finding.broken)?.broken;
  return unreadable ? `${unreadable.line} ${unreadable.code}` : broken && `${broken.version} ${broken.code}: ${broken.why}`;
};

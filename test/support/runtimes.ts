/** The processes of workerd that this process has started: those of the test files that it runs, one after another. */
import { readdirSync, readFileSync } from "node:fs";

/** Their ids. */
export const runtimes = (): number[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === process.pid)
    .filter((name) => readOf(`/proc/${name}/cmdline`).includes("workerd\0serve"))
    .map(Number);

/** The fourth field of `stat`: the second is a name in parentheses, which may hold anything. */
const parentOf = (pid: string): number => Number(readOf(`/proc/${pid}/stat`).split(") ").at(-1)?.split(" ")[1]);

/** The text of a file of a process; empty where the process has ended meanwhile. */
const readOf = (path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
};

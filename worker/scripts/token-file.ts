/** The local editor's token, kept beside the local database so that it stays the same from one start to the next. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { newToken } from "../store/token.ts";
import { stateFolder } from "./wrangler.ts";

/** Where the local editor's token is kept. */
export const tokenFile = join(stateFolder, "editor-token");

/** The local token: the one that is kept, else a new one, readable by this user alone. */
export const localToken = (): string => {
  if (!existsSync(tokenFile)) {
    mkdirSync(dirname(tokenFile), { recursive: true });
    writeFileSync(tokenFile, `${newToken()}\n`, { mode: 0o600 });
  }
  return readFileSync(tokenFile, "utf8").trim();
};

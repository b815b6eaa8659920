import type { Runs } from "./runs.ts";
export type Headline<_Name, Data> = (data: Data, teller: never) => Runs;

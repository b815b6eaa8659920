/** The line in the browser: what `vendor.ts` bundles for the desk's scripts is what the Worker reads a line by. */
export { labelOf } from "../desk/form/labels.ts";
export { completeLine } from "../desk/line/complete-line.ts";
export { understandLine } from "../desk/line/understand-line.ts";
export { entryTime } from "../desk/story/told-time.ts";
export { readMoment } from "../desk/typed/moment.ts";
export { readMoney } from "../desk/typed/money.ts";
export { scriptWords } from "../desk/words/script/registry.ts";

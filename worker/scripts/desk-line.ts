/** The line in the browser: what `vendor.ts` bundles for the desk's scripts is what the Worker reads a line by. */
export { completeLine } from "../desk/line/complete-line.ts";
export { understandLine } from "../desk/line/understand-line.ts";
export { readMoment } from "../desk/typed/moment.ts";
export { readMoney } from "../desk/typed/money.ts";

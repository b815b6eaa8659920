// @ts-check
/** What every page with entries does in the reader's browser: times as the reader wants them, and entries that can be shared. */
import "./share.js";

export { tellTimes } from "./clock.js";

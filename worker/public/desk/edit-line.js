// @ts-check
/** Changes of a line by its parts: one that was typed is put another way or taken out, one that was proposed is said. */

/** @typedef {import("../../desk/line/chip.ts").Chip} Chip @typedef {import("../../desk/line/chip.ts").ChipKind} ChipKind */

/** How a part is written where it did not stand in the line. @param {ChipKind} kind @param {string} value */
const spelled = (kind, value) => {
  const text = value.trim();
  if (text === "") return "";
  if (kind === "source" && !/^(?:@|https?:)/.test(text)) return /\s/.test(text) ? `@"${text}"` : `@${text}`;
  if (kind === "quote" && !/^["“«]/.test(text)) return `“${text}”`;
  if (kind === "target" && !/^(?:for|pour)\s/i.test(text)) return `for ${text}`;
  if (kind === "until" && !/^(?:until|jusqu)/i.test(text)) return `until ${text}`;
  return text;
};

/** What of a line stands for a part, as it was typed; what was proposed for it where nothing was. @param {string} line @param {Chip} chip */
export const typedOf = (line, { given, text }) => (given ? line.slice(given.from, given.to) : text);

/**
 * The line with one part put another way; without a value, without it.
 *
 * @param {string} line @param {readonly Chip[]} chips Those of its clause. @param {Chip} chip @param {string} value
 */
export const withPart = (line, chips, chip, value) => {
  if (chip.given) {
    const { from, to } = chip.given;
    const needs = value.trim() !== "" && (chip.kind === "source" || chip.kind === "quote");
    const said = needs ? spelled(chip.kind, value) : value.trim();
    return `${line.slice(0, from)}${said}${said === "" ? line.slice(to).trimStart() : line.slice(to)}`;
  }
  const said = spelled(chip.kind, value);
  if (said === "") return line;
  const places = chips.flatMap(({ given }) => given ?? []);
  const first = Math.min(...places.map(({ from }) => from), line.length);
  if (chip.kind === "who") return `${line.slice(0, first)}${said} ${line.slice(first)}`;
  const last = Math.max(...places.map(({ to }) => to), 0);
  // A text goes on to the end of its clause: a time after it stands behind a comma.
  const joint = chip.kind === "when" && chips.some(({ kind }) => kind === "text") ? ", " : " ";
  return `${line.slice(0, last)}${joint}${said}${line.slice(last)}`;
};

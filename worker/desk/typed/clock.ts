/** The time of day in what is typed: “14:05”, “2.30pm”, “14h30”, “9pm”, “21 h”, “noon”, “midi”. */

/** A time of day, how exactly it is known, and the text without it. */
export type Clock = { hours: number; minutes: number; seconds: number; precision: "second" | "minute" | "hour"; rest: string };

const meridiem = "(?:([ap])\\.? ?m\\b\\.?)";
const patterns: readonly RegExp[] = [
  new RegExp(`(?<![\\d:.-])(\\d{1,2})[:.h](\\d{2})(?::(\\d{2})(?:\\.\\d+)?)? ?${meridiem}`),
  /(?<![\d:.-])(\d{1,2}):(\d{2})(?::(\d{2}))?(?![\d:])/,
  /(?<![\d:.-])(\d{1,2}) ?h(?:eures?)? ?(\d{2})\b(?: ?(\d{2}) ?s\b)?/,
  /(?<=\b(?:at|a) )(\d{1,2})\.(\d{2})(?![\d.])/,
  new RegExp(`(?<![\\d:.-])(\\d{1,2})()() ?${meridiem}`),
  /(?<![\d:.-])(\d{1,2})()() ?(?:h(?:eures?)?|o'clock)\b/,
];

/** Reads the time of day in a folded text; undefined where there is none, `no-such-time` where it is none that a clock shows. */
export const readClock = (text: string): Clock | "no-such-time" | undefined => {
  const word = /\b(?:(?:at |a )?(?:(noon|midday|midi)|midnight|minuit))\b/.exec(text);
  if (word) return { hours: word[1] ? 12 : 0, minutes: 0, seconds: 0, precision: "minute", rest: without(text, word) };
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (!found) continue;
    const [, hour = "", minute = "", second = "", half] = found;
    const given = Number(hour);
    if (half !== undefined && (given < 1 || given > 12)) return "no-such-time";
    const hours = half === undefined ? given : (given % 12) + (half === "p" ? 12 : 0);
    const [minutes, seconds] = [Number(minute), Number(second)];
    if (hours > 23 || minutes > 59 || seconds > 59) return "no-such-time";
    return { hours, minutes, seconds, precision: second ? "second" : minute ? "minute" : "hour", rest: without(text, found) };
  }
  return undefined;
};

const without = (text: string, { index, 0: found }: RegExpExecArray): string =>
  `${text.slice(0, index)} ${text.slice(index + found.length)}`.replace(/\b(?:at|a|vers)\s+$|\b(?:at|a|vers)(?=\s*,?\s*$)/, " ");

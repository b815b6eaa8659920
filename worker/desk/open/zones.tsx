/** The time zones that a story may be told in. */

/** Where most of those work who open stories in a language. */
const likely: Readonly<Record<string, readonly string[]>> = {
  en: ["Europe/London", "America/New_York", "America/Los_Angeles"],
  fr: ["Europe/Paris", "Europe/Brussels", "America/Toronto"],
};

/** The choice of one: `here`, where whoever asks seems to be, and the likely ones stand first. */
export const ZoneOptions = ({ language, here, chosen }: { language: string; here?: string | undefined; chosen: string }) => {
  const first = [...new Set([...(here ? [here] : []), ...(likely[language] ?? []), "UTC"])];
  const all = Intl.supportedValuesOf("timeZone").filter((zone) => !first.includes(zone));
  const shown = chosen || first[0];
  return [...first, ...all].map((zone) => (
    <option value={zone} selected={zone === shown}>
      {zone.replaceAll("_", " ")}
    </option>
  ));
};

/** The words of dates and times, in English and in French, as `foldText` leaves them. */

/** Names of the months, January first: the beginnings that they are known by, three or four letters and more. */
export const months: readonly RegExp[] = [
  /^jan(?:uary|v|vier)?$/,
  /^(?:feb(?:ruary)?|fev(?:r|rier)?)$/,
  /^(?:mar(?:ch|s)?)$/,
  /^(?:apr(?:il)?|avr(?:il)?)$/,
  /^(?:may|mai)$/,
  /^(?:june?|juin)$/,
  /^(?:july?|juil(?:let)?)$/,
  /^(?:aug(?:ust)?|aout?)$/,
  /^(?:sept?(?:ember|embre)?)$/,
  /^(?:oct(?:ober|obre)?)$/,
  /^(?:nov(?:ember|embre)?)$/,
  /^(?:dec(?:ember|embre)?)$/,
];

/** Names of the days, Sunday first. */
export const weekdays: readonly RegExp[] = [
  /^(?:sun(?:day)?|dim(?:anche)?)$/,
  /^(?:mon(?:day)?|lun(?:di)?)$/,
  /^(?:tue(?:s|sday)?|mardi)$/,
  /^(?:wed(?:nesday)?|mer(?:credi)?)$/,
  /^(?:thu(?:rs?|rsday)?|jeu(?:di)?)$/,
  /^(?:fri(?:day)?|ven(?:dredi)?)$/,
  /^(?:sat(?:urday)?|sam(?:edi)?)$/,
];

/** Words for a day, by how many days it is from today. */
export const relativeDays: readonly [RegExp, number][] = [
  [/\b(?:the )?day before yesterday\b|\bavant-? ?hier\b/, -2],
  [/\b(?:the )?day after tomorrow\b|\bapres-? ?demain\b/, 2],
  [/\byesterday\b|\bhier\b|\blast night\b/, -1],
  [/\btomorrow\b|\bdemain\b/, 1],
  [/\btoday\b|\baujourd'hui\b|\btonight\b|\bthis (?=morning|afternoon|evening)|\bce (?=matin|soir|midi)|\bcet (?=apres-midi)/, 0],
];

/** Parts of a day, which are no hour: the day is known, and no more. */
export const partsOfDay = /\b(?:(?:in the )?(?:morning|afternoon|evening|night)|matin|apres-midi|soir|soiree|nuit)\b/;

/** A unit of time: its milliseconds or months, and how exactly a time that is told in it is known. */
export type Unit = { pattern: RegExp; ms?: number; months?: number; precision: "minute" | "hour" | "day" | "month" | "year" };

/** The units in which it is told how long ago something was. */
export const units: readonly Unit[] = [
  { pattern: /^s(?:ec(?:ond(?:e)?)?s?)?$/, ms: 1000, precision: "minute" },
  { pattern: /^(?:m|min(?:ute)?s?|mn)$/, ms: 60_000, precision: "minute" },
  { pattern: /^h(?:(?:ou)?rs?|eures?)?$/, ms: 3_600_000, precision: "hour" },
  { pattern: /^(?:d|days?|j|jours?)$/, ms: 86_400_000, precision: "day" },
  { pattern: /^(?:w|wks?|weeks?|semaines?)$/, ms: 604_800_000, precision: "day" },
  { pattern: /^(?:months?|mois)$/, months: 1, precision: "month" },
  { pattern: /^(?:y|yrs?|years?|ans?|annees?)$/, months: 12, precision: "year" },
];

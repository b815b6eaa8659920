/** The words of forms, in English. What has no word here goes by the name of its type or field: “In reply to”. */
import type { TypedProblem, Understood } from "../../../form/typed-form.ts";

const problems: Record<TypedProblem, string> = {
  required: "is missing",
  "no-amount": "This is no amount. Write it as in “97.4bn”, “$54.20 a share”, “30–35bn EUR” or “up to 5bn”.",
  "no-currency": "Say in which currency: “97.4bn USD”, “€20bn”.",
  "two-currencies": "There are two currencies here. Write one price; another is an equivalent.",
  "too-exact": "An amount has at most 15 digits, then at most 4.",
  "not-a-range": "The second amount has to be more than the first.",
  "no-time": "This is no time. Write it as in “now”, “14:05”, “yesterday 9pm”, “3 May”, “May 2024” or “10 minutes ago”.",
  "no-such-day": "There is no such day.",
  "no-such-time": "There is no such time of day.",
  names: "Write one language a line: “fr: Name | Short name”.",
  json: "This cannot be read as JSON.",
  deadline: "Say on which day.",
};

const notes: Record<Understood["notes"][number], string> = {
  separator: "a point or comma before three digits could part thousands or decimals",
  currency: "the currency is the story’s",
  dollar: "the dollar is the story’s",
  scale: "both amounts are of one scale",
  billion: "a billion is a thousand millions",
  year: "the year was not said",
  weekday: "the nearest such day",
  "day-month": "the day comes first",
  "part-of-day": "the day alone: of a part of the day no hour is known",
  day: "the nearest such time",
  gap: "the clocks went forward over that time",
  fold: "that hour came twice: this is the first",
  ahead: "this lies ahead",
  "end-of-day": "the end of that day",
  proposed: "proposed",
};

/** What types and fields are called where their own names do not say it. */
const names: Readonly<Record<string, string>> = {
  occurredAt: "When",
  by: "Who",
  offer: "Offer",
  to: "Made to (whoever decides)",
  of: "Belongs to",
  at: "At whom, or when",
  aside: "A side deal",
  short: "Short name",
  names: "Names in other languages",
  nameLanguage: "Language of the name",
  plural: "Takes a plural verb",
  sameAs: "Addresses that tell who this is",
  subject: "What is proposed, where nothing is bought",
  subjectTo: "Who else has to agree",
  target: "What is to be bought",
  expiresAt: "Open until",
  solicited: "Was it asked for?",
  upTo: "Up to",
  text: "Text",
  translationOf: "Translation of",
  url: "Address",
  key: "A key moment",
  thing: "At what, where it is no party",
  event: "Entry",
  how: "How",
  what: "What",
  as: "As",
  timeZone: "Time zone",
  quote: "In their words",
};

const help: Readonly<Record<string, string>> = {
  occurredAt: "“now”, “14:05”, “yesterday 9pm”, “3 May”, “May 2024”: as exactly as it is known.",
  price: "“97.4bn USD”, “$54.20 a share”, “30–35bn”, “up to 5bn”.",
  expiresAt: "“Friday 5pm”, “10 November”.",
  points: "One a line.",
  sameAs: "One a line.",
  names: "One a line: “fr: Name | Short name”.",
  language: "A language tag: en, fr, de … Left open, it is proposed.",
  timeZone: "Europe/Paris, America/New_York …",
};

const choices: Readonly<Record<string, string>> = {
  "equity-value": "equity value",
  "enterprise-value": "enterprise value",
  apologised: "they apologised",
  clarified: "they clarified",
  denied: "they deny having said it",
  deleted: "they deleted it",
  reported: "only reported",
};

/** The words of forms. */
export const form = {
  form: {
    names,
    help,
    choices,
    problems,
    notes,
    missing: "{field}: this is missing",
    tooLong: "At most {most} characters.",
    yes: "Yes",
    no: "No",
    unsaid: "Not said",
    more: "More",
    name: "Its name in addresses",
    nameHelp: "Left open, it follows from what you write.",
    takeAway: "Take this away",
    asBefore: "As before: {publisher}",
    addressHelp: "Paste the address: publisher and title follow from it.",
    sources: "Sources",
    row: "No {number}",
    noOffer: "There is no offer on which this can be done now: all are shown.",
    understood: "Understood",
    preview: "Preview",
    several: "ctrl or cmd and click for several",
    version: "The number of an entry, if it is not in the list",
  },
};

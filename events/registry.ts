/** The event types. A new one is a file under `types/` and a line here. */
import type { Definition } from "./define.ts";
import type { Draft, Recorded, Tombstone } from "./recorded.ts";
import { backgroundNoted } from "./types/background-noted.ts";
import { counterOffered } from "./types/counter-offered.ts";
import { dateAnnounced } from "./types/date-announced.ts";
import { dealBlocked } from "./types/deal-blocked.ts";
import { dealCleared } from "./types/deal-cleared.ts";
import { dealClosed } from "./types/deal-closed.ts";
import { dealTerminated } from "./types/deal-terminated.ts";
import { developmentReported } from "./types/development-reported.ts";
import { eventCorrected } from "./types/event-corrected.ts";
import { eventReinstated } from "./types/event-reinstated.ts";
import { eventRetracted } from "./types/event-retracted.ts";
import { eventTakenDown } from "./types/event-taken-down.ts";
import { insultPosted } from "./types/insult-posted.ts";
import { offerAccepted } from "./types/offer-accepted.ts";
import { offerLapsed } from "./types/offer-lapsed.ts";
import { offerMade } from "./types/offer-made.ts";
import { offerRejected } from "./types/offer-rejected.ts";
import { offerRevised } from "./types/offer-revised.ts";
import { offerWithdrawn } from "./types/offer-withdrawn.ts";
import { partyChanged } from "./types/party-changed.ts";
import { partyIntroduced } from "./types/party-introduced.ts";
import { questionAnswered } from "./types/question-answered.ts";
import { questionRaised } from "./types/question-raised.ts";
import { reportConfirmed } from "./types/report-confirmed.ts";
import { reportDenied } from "./types/report-denied.ts";
import { statementMade } from "./types/statement-made.ts";
import { storyConcluded } from "./types/story-concluded.ts";
import { storyOpened } from "./types/story-opened.ts";
import { storyReopened } from "./types/story-reopened.ts";
import { storySummarised } from "./types/story-summarised.ts";
import { textTranslated } from "./types/text-translated.ts";
import { wordsTakenBack } from "./types/words-taken-back.ts";

const registry = {
  StoryOpened: storyOpened,
  StorySummarised: storySummarised,
  PartyIntroduced: partyIntroduced,
  PartyChanged: partyChanged,
  OfferMade: offerMade,
  CounterOffered: counterOffered,
  OfferRevised: offerRevised,
  OfferRejected: offerRejected,
  OfferAccepted: offerAccepted,
  OfferWithdrawn: offerWithdrawn,
  OfferLapsed: offerLapsed,
  DealBlocked: dealBlocked,
  DealCleared: dealCleared,
  DealClosed: dealClosed,
  DealTerminated: dealTerminated,
  InsultPosted: insultPosted,
  StatementMade: statementMade,
  WordsTakenBack: wordsTakenBack,
  DevelopmentReported: developmentReported,
  BackgroundNoted: backgroundNoted,
  DateAnnounced: dateAnnounced,
  ReportConfirmed: reportConfirmed,
  ReportDenied: reportDenied,
  QuestionRaised: questionRaised,
  QuestionAnswered: questionAnswered,
  StoryConcluded: storyConcluded,
  StoryReopened: storyReopened,
  TextTranslated: textTranslated,
  EventCorrected: eventCorrected,
  EventRetracted: eventRetracted,
  EventReinstated: eventReinstated,
  EventTakenDown: eventTakenDown,
};

export type EventType = keyof typeof registry;
type DataOf<Type extends EventType> = (typeof registry)[Type] extends Definition<Type, infer Data> ? Data : never;

/** A recorded event of one type. */
export type EventOf<Type extends EventType> = Recorded<Type, DataOf<Type>>;
/** A recorded event of any type. */
export type StoryEvent = { [Type in EventType]: EventOf<Type> }[EventType];

/** What a log holds of one event: all of it, or what a takedown has left. */
export type LogEntry = StoryEvent | Remains;
export type Remains = Omit<Tombstone, "type" | "position" | "seal"> & { type: EventType };

/** Whether an event was taken down. */
export const isTakenDown = (entry: LogEntry): entry is Remains => "takenDown" in entry;

/** An event of any type as an editor posts it. */
export type PostedEvent = { [Type in EventType]: Draft<Type, DataOf<Type>> }[EventType];

/** Every event type, in the order in which the documentation lists them. */
export const eventTypes = Object.keys(registry) as EventType[];

// The registry's key is its definition's type: a definition only meets data of its own, which `never` stands for here.
const definitions = new Map(Object.entries(registry) as [string, unknown][]) as Map<string, Definition<EventType, never>>;

/** What is known of an event type. */
export const definitionOf = (type: string): Definition<EventType, never> => {
  const definition = definitions.get(type);
  if (!definition) throw new Error(`No such event type: ${type}`);
  return definition;
};

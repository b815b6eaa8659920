/** Fourteen stories and more for the front page: real ones, one with an Arabic title, and one whose names are long. */
import { adobeFigma, krogerAlbertsons } from "../stories/blocked-mergers.ts";
import { carrefour } from "../stories/carrefour.ts";
import { ceasefire } from "../stories/ceasefire.ts";
import { manchesterUnited } from "../stories/manchester-united.ts";
import { mbappe } from "../stories/mbappe.ts";
import { microsoftActivision } from "../stories/microsoft-activision.ts";
import { paramount } from "../stories/paramount.ts";
import { rapFeud } from "../stories/rap-feud.ts";
import { sky } from "../stories/sky.ts";
import type { Telling } from "../stories/telling.ts";
import { tiffany } from "../stories/tiffany.ts";
import { twitter } from "../stories/twitter.ts";
import { veoliaSuez } from "../stories/veolia-suez.ts";
import { writersStrike } from "../stories/writers-strike.ts";
import { announced, at, concluded, insult, offer, opened, type Posted, party, usd } from "./drafts.ts";
import { pictureFile } from "./pictures.ts";
import { type Server, tokens } from "./server.ts";

/** A title that takes more than three lines on any screen. */
export const longTitle =
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft against all who would buy it, sell it, break it up, merge it, or merely pronounce its name in a telephone conference";

const long = [
  at("08:00", opened({ title: longTitle, language: "de" })),
  at("08:00", party("a", { name: "The Worshipful Company of Gold and Silver Wyre Drawers of the City of London" })),
  at("08:00", party("t", { name: "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" })),
  at("09:00", offer("bid", { price: { ...usd("31"), basis: "per-share" }, expiresAt: "2099-12-10T22:00:00Z" })),
];
const arabic = [
  at("08:00", opened({ title: "من يشتري البنك؟ عرضان ورفض واحد", language: "ar" })),
  at("08:00", party("a", { name: "بنك الشرق", nameLanguage: "ar" })),
  at("08:00", party("b", { name: "בנק המערב", nameLanguage: "he" })),
  at("09:00", insult({ quote: { text: "محتال", language: "ar" } })),
  at("10:00", announced("اجتماع مجلس الإدارة", "2099-12-12")),
];
const over = [at("08:00", opened({ title: "The quarrel that ended" })), at("10:00", concluded("Both shook hands."))];

const tellings: Record<string, Telling> = {
  "adobe-figma": adobeFigma,
  "kroger-albertsons": krogerAlbertsons,
  carrefour,
  ceasefire,
  "manchester-united": manchesterUnited,
  mbappe,
  "microsoft-activision": microsoftActivision,
  sky,
  tiffany,
  "veolia-suez": veoliaSuez,
  "rap-feud": rapFeud,
  "writers-strike": writersStrike,
  twitter,
  paramount,
};

/** The drafts of a telling, each on its day. */
const draftsOf = ({ title, language, cast, steps }: Telling): Posted[] => {
  const opening: Posted = { type: "StoryOpened", data: { title, language } };
  const on = (day: string | undefined, drafts: readonly Posted[]): Posted[] =>
    drafts.map((draft) => ({ occurredAt: `${day}T00:00:00Z`, precision: "day", ...draft }));
  return [...on(steps[0]?.on, [opening, ...cast]), ...steps.flatMap((step) => on(step.on, step.posts))];
};

/** Records all of them, the last one named moving last; one has a picture. */
export const recordFrontStories = async (server: Server): Promise<void> => {
  await server.record("ended-quarrel", over);
  for (const [slug, telling] of Object.entries(tellings)) await server.record(slug, draftsOf(telling));
  await server.record("long-names", long);
  await server.record("bank-al-sharq", arabic);
  const uploaded = await fetch(new URL("/api/media", server.url), {
    method: "POST",
    headers: { Authorization: `Bearer ${tokens.ada}`, "Content-Type": "image/jpeg" },
    body: pictureFile("progressive.jpg"),
  });
  const { image } = (await uploaded.json()) as { image: string };
  const shown = [{ image, alt: "A square of colours", credit: "Ada Lens" }];
  await server.record("tiffany", {
    type: "DevelopmentReported",
    occurredAt: "2021-02-01T00:00:00Z",
    data: { headline: "The boxes stay blue" },
    media: shown,
  });
};

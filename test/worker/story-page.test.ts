/** What a story's page says of entries and offers: nothing on it says otherwise than the status does. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at, draft, party, usd } from "../support/drafts.ts";
import { fullStory, hebrew, longWords } from "../support/full-story.ts";
import { type Server, startServer } from "../support/server.ts";
import { recordStories, stories } from "../support/stories.ts";
import { unescaped } from "../support/xml.ts";

let server: Server;
const pages: Record<string, string> = {};
beforeAll(async () => {
  server = await startServer();
  await recordStories(server);
  await server.record("full", fullStory);
  for (const language of ["en", "fr"]) pages[language] = await html(`/stories/full?lang=${language}`);
});
afterAll(() => server?.close());

const html = async (path: string) => (await server.get(path)).text();

/** The text that a part of a page shows, its marks left out. */
const textOf = (part: string): string =>
  unescaped(
    part
      .replaceAll(/(?=<(?:p|li|d[dt]|div|small|t[dh]|h\d)[ >])|<\/(?:p|li|d[dt]|div|small|t[dh]|h\d)>/g, " ")
      .replaceAll(/<[^>]*>/g, ""),
  )
    .replaceAll(/[\s\u00a0\u202f]+/g, " ")
    .trim();
const between = (page: string, from: string, to: string): string => {
  const start = page.indexOf(from);
  if (start < 0) throw new Error(`${from} is not on the page`);
  return page.slice(start, page.indexOf(to, start + from.length));
};
const entryIn = (page: string, version: number): string =>
  between(page, `<li class="entry entry-`.concat(kindOf(page, version)), "</article></li>");
const kindOf = (page: string, version: number): string =>
  new RegExp(`<li class="entry entry-([a-z]+" id="v${version}")`).exec(page)?.[1] ?? `none" id="v${version}"`;
const headingOf = (entry: string): string => between(entry, "<h4", "</h4>");
const entry = (version: number, language = "en"): string => entryIn(pages[language] ?? "", version);
const told = (version: number, language = "en"): string => textOf(entry(version, language));
const offer = (slug: string, language = "en"): string =>
  textOf(between(pages[language] ?? "", `<tr id="offer-${slug}"`, "</tr>"));
const factsIn = (language: string): string => textOf(between(pages[language] ?? "", '<dl class="facts">', "</dl>"));

describe("headlines", () => {
  it("have names and quotations isolated, each with its language", () => {
    expect(headingOf(entry(14))).toContain('<bdi lang="fr">Bêta</bdi>');
    expect(headingOf(entry(14))).toContain(`<bdi lang="he">${hebrew}</bdi>`);
    expect(entry(21, "fr")).toContain('<blockquote lang="en" dir="auto"><p><q>Vultures</q></p></blockquote>');
    const deck = between(pages.en ?? "", '<p class="deck">', "</p>");
    expect(deck).toContain('<bdi lang="fr">Bêta</bdi>');
  });

  it("are of runs in lists, corrections and the latest too", async () => {
    expect(await html("/?lang=en")).toMatch(/<p class="listed-sentence">.*<bdi lang="fr">Bêta<\/bdi>/);
    expect(await html("/stories/full/corrections?lang=en")).toMatch(/<del><bdi>Alpha<\/bdi>/);
    expect(between(pages.en ?? "", '<section class="section latest"', "</section>")).toContain("<bdi");
  });

  it("are plain in titles and descriptions, where only what runs the other way is isolated", () => {
    const [, description = ""] = /<meta name="description" content="([^"]*)"/.exec(pages.en ?? "") ?? [];
    expect(description).not.toContain("<");
    expect(description.replaceAll("\u2068", "").replaceAll("\u2069", "")).toBe(
      unescaped(between(pages.en ?? "", '<p class="deck">', "</p>").replaceAll(/<[^>]*>/g, "")),
    );
    expect(description.includes(hebrew)).toBe(description.includes(`\u2068${hebrew}\u2069`));
  });
});

describe("what was retracted", () => {
  it("says so inside its heading, and repeats no quotation", () => {
    expect(textOf(headingOf(entry(29)))).toBe("Retracted: Ann Chief insults Alpha");
    expect(textOf(headingOf(entry(29, "fr")))).toBe("Rétracté : Ann Chief insulte Alpha");
    expect(headingOf(entry(29))).toContain("<del>");
    expect(entry(29)).toContain("She never said so.");
    // What it said is there for who opens it, and nowhere else.
    for (const page of Object.values(pages))
      expect(page.replace(/<details class="said">.*?<\/details>/gs, "")).not.toContain("Pirates");
    expect(between(entry(29), '<details class="said">', "</details>")).toContain("Pirates of a bad kind");
  });

  it("quotes nobody on the page of corrections and in the embedded timeline either", async () => {
    for (const path of ["/stories/full/corrections", "/embed/full/timeline", "/embed/full/corrections"])
      expect((await html(path)).replace(/<details class="said">.*?<\/details>/gs, "")).not.toContain("Pirates");
  });

  it("stands again once it is reinstated, and says that", () => {
    expect(textOf(headingOf(entry(31)))).toBe("Talks resume");
    expect(told(31)).toContain("Reinstated");
    expect(told(31, "fr")).toContain("Rétabli");
  });

  it("was taken down: its heading says so, and nothing is left", async () => {
    await server.record("erased", fullStory.slice(0, 11));
    await server.takeDown("erased", 11);
    const gone = entryIn(await html("/stories/erased?lang=en"), 11);
    expect(textOf(headingOf(gone))).toBe("This entry was taken down");
    expect(gone).not.toContain("Not for that");
  });
});

describe("an entry", () => {
  it("tells a quotation once: its headline paraphrases, and the words follow, whole", () => {
    expect(told(21).match(/Vultures/g)).toHaveLength(1);
    expect(headingOf(entry(21))).not.toContain("Vultures");
    expect(between(entry(21), "<blockquote", "</blockquote>")).toContain("Vultures");
    for (const part of [longWords.slice(0, 40), longWords.slice(-20)]) expect(told(24).split(part)).toHaveLength(2);
    expect(textOf(headingOf(entry(24)))).toBe("Ann Chief says");
    expect(told(11).match(/Not for that/g)).toHaveLength(1);
  });

  it("keeps the translation beneath the quotation", async () => {
    const page = await html(`/stories/${stories.sample}?lang=fr`);
    const shown = textOf(entryIn(page, 14));
    expect(shown.match(/Swindler/g)).toHaveLength(1);
    expect(shown).toContain("En français (traduction : presse française) : escroc");
  });

  it("has the names in its headline lead to who is who", () => {
    expect(headingOf(entry(21))).toContain('<a class="name" href="#party-alpha"><bdi>Alpha</bdi></a>');
    expect(pages.en).toContain('id="party-alpha"');
  });

  it("has links to its sources wherever there is an address, and text where there is none", () => {
    expect(entry(10)).toContain('<a href="https://wire.example/alpha" rel="nofollow noopener"><bdi>The Wire</bdi></a>');
    expect(told(10)).toContain("Sources: The Wire · A fax");
  });

  it("names who wrote it, and is marked where it is a key moment", () => {
    expect(told(10)).toContain("By Iris Reporter");
    expect(told(10)).toContain("Key moment");
    expect(told(11)).not.toContain("Key moment");
    expect(told(10, "fr")).toContain("Moment clé");
  });

  it("says that it is only reported, and who has denied or confirmed it", () => {
    expect(told(25)).toContain("Not confirmed");
    expect(told(25)).toMatch(/Denied by Alpha plc, 10 February 2025, 4.10pm/);
    expect(told(27)).toContain("Confirmed by Target");
    expect(told(27)).not.toContain("Not confirmed");
    expect(told(25, "fr")).toContain("Non confirmé");
    expect(told(25, "fr")).toContain("Démenti par Alpha plc");
    expect(told(27, "fr")).toContain("Confirmé par Target");
  });

  it("says at the quotation that the words were taken back, in the ledger of insults too", async () => {
    expect(told(21)).toContain("Deleted since by Alpha plc, 10 February 2025, 3.10pm");
    expect(told(21, "fr")).toContain("Supprimé depuis par Alpha plc");
    expect(textOf(between(pages.en ?? "", '<section class="section insults"', "</section>"))).toContain(
      "Deleted since by Alpha plc",
    );
    expect(textOf(await html("/embed/full/insults?lang=en"))).toContain("Deleted since by Alpha plc");
  });

  it("tells an update as one, a correction as one, and a minor edit nowhere", () => {
    expect(told(30)).toContain("Updated");
    expect(told(30)).toContain("It said: Talks end It says: Talks pause");
    expect(told(30)).not.toContain("Corrected");
    expect(told(30).match(/Nobody (?:spoke|talked)/g)).toEqual(["Nobody talked"]);
    expect(entry(30).match(/class="amendment"/g)).toHaveLength(1);
    expect(told(12)).toContain("Corrected");
    expect(told(30, "fr")).toContain("Mis à jour");
  });

  it("is not changed, for who comes back, by a minor edit alone", async () => {
    const since = await html("/stories/full?since=34&lang=en");
    expect(between(since, 'id="since"', ">")).toMatch(/data-added="0" data-amended="2"/);
    expect(entryIn(since, 30)).not.toContain('class="mark"');
  });
});

describe("the ladder of offers", () => {
  it("tells addressees, deadline, and whom it is subject to", () => {
    expect(offer("alpha-bid")).toContain("Addressed to Target");
    expect(offer("alpha-bid")).toMatch(/(?:Open until|Deadline:) ?10 March 2025, 5pm/);
    expect(offer("beta-bid")).toContain("Subject to the agreement of the shareholders");
    expect(offer("beta-bid", "fr")).toContain("Sous réserve de l’accord de the shareholders");
    expect(offer("alpha-bid", "fr")).toContain("Adressée à Target");
  });

  it("tells who accepted, rejected, advised, blocked and withdrew, when and why", () => {
    expect(offer("alpha-bid")).toContain("Rejected by Target, 10 February 2025, 10am (on earlier terms): Too low.");
    expect(offer("alpha-bid")).toContain("Against: Glass Lewis, 10 February 2025, 11.30am: Holders deserve more.");
    expect(offer("beta-bid")).toContain("Accepted by Target, 10 February 2025, 1pm: The best there is.");
    expect(offer("beta-bid")).toContain(
      "Blocked by Competition and Markets Authority, 10 February 2025, 2pm: It would have no rival.",
    );
    expect(offer("euros")).toContain("Withdrawn by Glass Lewis, 10 February 2025, 12.30pm: Nobody asked.");
    expect(offer("alpha-bid", "fr")).toContain("Rejetée par Target");
    expect(offer("alpha-bid", "fr")).toContain("Contre : Glass Lewis");
    expect(offer("beta-bid", "fr")).toContain("Bloquée par Competition and Markets Authority");
  });

  it("tells who cleared and who terminated", async () => {
    await server.record("ended", [
      ...fullStory.slice(0, 19),
      at("15:00", draft("DealCleared", { offer: "beta-bid", by: "cma", conditions: "It sells its mill." })),
      at("16:00", draft("DealTerminated", { offer: "beta-bid", by: ["beta", "target"], reason: "Money ran out." })),
    ]);
    const page = await html("/stories/ended?lang=en");
    const row = textOf(between(page, '<tr id="offer-beta-bid"', "</tr>"));
    expect(row).toContain("Cleared by Competition and Markets Authority, 10 February 2025, 3pm · Conditions: It sells its mill.");
    expect(row).toContain("Terminated by Société Bêta and Target, 10 February 2025, 4pm: Money ran out.");
  });

  it("marks what is aside, and tells what is proposed in words", () => {
    expect(offer("seat")).toContain("Side deal");
    expect(offer("seat")).toContain("Société Bêta: a seat on the board");
    expect(offer("seat", "fr")).toContain("Accord annexe");
  });

  it("draws to scale what can be compared, and nothing else", async () => {
    const row = (slug: string) => between(pages.en ?? "", `<tr id="offer-${slug}"`, "</tr>");
    expect(row("alpha-bid")).toContain('width="95.83%"');
    expect(row("beta-bid")).toContain('width="100.00%"');
    for (const slug of ["seat", "euros"]) expect(row(slug)).not.toContain("<svg");
    const sample = await html(`/stories/${stories.sample}`);
    expect(between(sample, '<table class="ladder">', "</table>")).not.toContain("<svg");
  });

  it("does not hold two targets, two currencies or two bases against each other", async () => {
    const bid = (offer: string, more: object) =>
      draft("OfferMade", { offer, by: "alpha", target: "target", price: usd("100"), ...more });
    await server.record("apart", [
      ...fullStory.slice(0, 9),
      at("10:00", bid("one", {})),
      at("10:01", bid("two", { target: "lewis" })),
      at("10:02", bid("three", { price: { amount: "90", currency: "EUR" } })),
      at("10:03", bid("four", { price: { ...usd("9"), basis: "per-share" } })),
    ]);
    expect(between(await html("/stories/apart"), '<table class="ladder">', "</table>")).not.toContain("<svg");
    await server.record("apart", at("10:04", bid("five", { price: usd("50") })));
    expect(between(await html("/stories/apart"), '<table class="ladder">', "</table>").match(/<svg/g)).toHaveLength(2);
  });
});

describe("where it stands", () => {
  it("tells what is agreed, who still has to agree, who blocks it, and what comes next", () => {
    const facts = factsIn("en");
    expect(facts).toContain(`Agreed Société Bêta with ${hebrew}`);
    expect(facts).toMatch(/\$12bn for Target/);
    expect(facts).toContain("Still to agree: the shareholders");
    expect(facts).toContain("Blocked by Competition and Markets Authority");
    const next = (language: string) => textOf(between(pages[language] ?? "", '<section class="section next"', "</section>"));
    expect(next("en")).toBe("What comes next 2 April The shareholders vote");
    expect(next("fr")).toBe("Prochaines échéances 2 avril The shareholders vote");
    expect(factsIn("fr")).toContain("Bloqué par Competition and Markets Authority");
  });

  it("tells who owes an answer, to whom, on what", async () => {
    const page = await html(`/stories/${stories.sample}?lang=fr`);
    expect(textOf(between(page, '<dl class="facts">', "</dl>"))).toContain(
      "Réponse attendue d’Elon Musk à Sam Altman : 9,74 Md$ sur Twitter",
    );
  });

  it("counts no minor edit among the corrections", () => {
    expect(factsIn("en")).toContain("6 corrections");
  });

  it("has a word for a quarrel, in lists too", async () => {
    await server.record("quarrel", [
      ...fullStory.slice(0, 1),
      at("08:00", party("a")),
      at("08:00", party("b")),
      at("09:00", draft("InsultPosted", { by: "a", at: "b", quote: { text: "Fool", language: "en" } })),
    ]);
    expect(await html("/stories/quarrel?lang=en")).toContain('<p class="label stage">War of words</p>');
    expect(await html("/?lang=fr")).toContain('<p class="label"><span>Passe d’armes</span></p>');
  });
});

it("tells insults at several, and at a thing, as the ledger has them", () => {
  const ledger = textOf(between(pages.en ?? "", '<section class="section insults"', "</section>"));
  expect(ledger).toContain(`Alpha plc and Glass Lewis to Société Bêta and ${hebrew} on X`);
  expect(ledger).toContain("Ann Chief to the regulator’s paper");
});

it("tells in the cast what each did, what kind it is and whom it belongs to", () => {
  const cast = textOf(between(pages.en ?? "", '<section class="section cast"', "</section>"));
  expect(cast).toContain("the shareholders Group of Target");
  expect(cast).toMatch(/Alpha plc Organization 1 offer · 1 raise · /);
  expect(cast).toMatch(/Glass Lewis Organization .*1 withdrawal/);
  expect(cast).toMatch(/Target Organization 1 acceptance · 1 rejection/);
});

/** Names after « de » and « à » in French: elision, contraction, articles; verbs that agree. */
import { describe, expect, it } from "vitest";
import { french } from "../../../events/tell/fr/grammar.ts";
import { plain, textOf } from "../../../events/tell/runs.ts";
import type { Who } from "../../../events/tell/who.ts";

type Kind = Who["facts"]["kind"];
const party = (name: string, kind: Kind = "organization", more: Partial<Who["facts"]> = {}): Who => ({
  party: "p",
  facts: { name, kind, ...more },
});

/** A name, « de » and the name, « à » and the name. */
const organizations: [string, string, string][] = [
  ["Alpha", "d’Alpha", "à Alpha"],
  ["BHP", "de BHP", "à BHP"],
  ["OpenAI", "d’OpenAI", "à OpenAI"],
  ["Orange", "d’Orange", "à Orange"],
  ["Uber", "d’Uber", "à Uber"],
  ["UBS", "d’UBS", "à UBS"],
  ["U.S. Steel", "d’U.S. Steel", "à U.S. Steel"],
  ["IBM", "d’IBM", "à IBM"],
  ["EDF", "d’EDF", "à EDF"],
  ["E.ON", "d’E.ON", "à E.ON"],
  ["eBay", "d’eBay", "à eBay"],
  ["xAI", "de xAI", "à xAI"],
  ["X", "de X", "à X"],
  ["LVMH", "de LVMH", "à LVMH"],
  ["SFR", "de SFR", "à SFR"],
  ["M6", "de M6", "à M6"],
  ["RTL", "de RTL", "à RTL"],
  ["FDJ", "de FDJ", "à FDJ"],
  ["Nippon Steel", "de Nippon Steel", "à Nippon Steel"],
  ["3M", "de 3M", "à 3M"],
  ["20 Minutes", "de 20 Minutes", "à 20 Minutes"],
  ["1001pneus", "de 1001pneus", "à 1001pneus"],
  ["8x8", "de 8x8", "à 8x8"],
  ["Onze Mondial", "de Onze Mondial", "à Onze Mondial"],
  ["Oui Care", "de Oui Care", "à Oui Care"],
  ["Ouigo", "d’Ouigo", "à Ouigo"],
  ["Hermès", "d’Hermès", "à Hermès"],
  ["Hachette", "d’Hachette", "à Hachette"],
  ["Havas", "d’Havas", "à Havas"],
  ["Harvard", "d’Harvard", "à Harvard"],
  ["HEC", "d’HEC", "à HEC"],
  ["Herbalife", "d’Herbalife", "à Herbalife"],
  ["Hydro-Québec", "d’Hydro-Québec", "à Hydro-Québec"],
  ["Hollywood", "d’Hollywood", "à Hollywood"],
  ["Haïti", "d’Haïti", "à Haïti"],
  ["Histoire d’Or", "d’Histoire d’Or", "à Histoire d’Or"],
  ["Habitat", "d’Habitat", "à Habitat"],
  ["HSBC", "de HSBC", "à HSBC"],
  ["H&M", "de H&M", "à H&M"],
  ["HBO", "de HBO", "à HBO"],
  ["Honda", "de Honda", "à Honda"],
  ["Huawei", "de Huawei", "à Huawei"],
  ["Hyundai", "de Hyundai", "à Hyundai"],
  ["Hyatt", "de Hyatt", "à Hyatt"],
  ["Hertz", "de Hertz", "à Hertz"],
  ["Heineken", "de Heineken", "à Heineken"],
  ["Home Depot", "de Home Depot", "à Home Depot"],
  ["Hongkong", "de Hongkong", "à Hongkong"],
  ["Hambourg", "de Hambourg", "à Hambourg"],
  ["Human Rights Watch", "de Human Rights Watch", "à Human Rights Watch"],
  ["Yahoo!", "de Yahoo!", "à Yahoo!"],
  ["YouTube", "de YouTube", "à YouTube"],
  ["Yves Rocher", "d’Yves Rocher", "à Yves Rocher"],
  ["YPF", "d’YPF", "à YPF"],
  ["Écoplus", "d’Écoplus", "à Écoplus"],
  ["Ørsted", "d’Ørsted", "à Ørsted"],
  ["Œuvres du Rhin", "d’Œuvres du Rhin", "à Œuvres du Rhin"],
  ["Ångström", "d’Ångström", "à Ångström"],
  ["« Elle »", "d’« Elle »", "à « Elle »"],
  ["“Time”", "de “Time”", "à “Time”"],
  ["le Real Madrid", "du Real Madrid", "au Real Madrid"],
  ["le Hamas", "du Hamas", "au Hamas"],
  ["la BCE", "de la BCE", "à la BCE"],
  ["la Redoute", "de la Redoute", "à la Redoute"],
  ["l’ONU", "de l’ONU", "à l’ONU"],
  ["l’Allemagne", "de l’Allemagne", "à l’Allemagne"],
  ["l'Île", "de l'Île", "à l'Île"],
  ["les Pays-Bas", "des Pays-Bas", "aux Pays-Bas"],
  ["les Etats-Unis", "des Etats-Unis", "aux Etats-Unis"],
  ["Les Échos", "des Échos", "aux Échos"],
  ["Le Monde", "du Monde", "au Monde"],
  ["Le Havre", "du Havre", "au Havre"],
  ["Les Républicains", "des Républicains", "aux Républicains"],
  ["La Poste", "de La Poste", "à La Poste"],
  ["La Haye", "de La Haye", "à La Haye"],
  ["L’Oréal", "de L’Oréal", "à L’Oréal"],
  ["L’Équipe", "de L’Équipe", "à L’Équipe"],
  ["Leroy Merlin", "de Leroy Merlin", "à Leroy Merlin"],
  ["Lesieur", "de Lesieur", "à Lesieur"],
  ["El País", "d’El País", "à El País"],
  ["Los Angeles FC", "de Los Angeles FC", "à Los Angeles FC"],
  ["the union", "de the union", "à the union"],
];

const people: [string, string, string][] = [
  ["Elon Musk", "d’Elon Musk", "à Elon Musk"],
  ["Musk", "de Musk", "à Musk"],
  ["Marine Le Pen", "de Marine Le Pen", "à Marine Le Pen"],
  ["Le Pen", "de Le Pen", "à Le Pen"],
  ["Les Moonves", "de Les Moonves", "à Les Moonves"],
  ["le pape", "du pape", "au pape"],
  ["la reine", "de la reine", "à la reine"],
  ["Hillary Clinton", "d’Hillary Clinton", "à Hillary Clinton"],
  ["Hugo Lloris", "d’Hugo Lloris", "à Hugo Lloris"],
  ["Henri Proglio", "d’Henri Proglio", "à Henri Proglio"],
  ["Hassan Rohani", "de Hassan Rohani", "à Hassan Rohani"],
  ["Harris", "de Harris", "à Harris"],
  ["Xi Jinping", "de Xi Jinping", "à Xi Jinping"],
  ["Øystein", "d’Øystein", "à Øystein"],
  ["@alice", "de @alice", "à @alice"],
];

const groups: [string, string, string][] = [
  ["les actionnaires de Target", "des actionnaires de Target", "aux actionnaires de Target"],
  ["les frères Beta", "des frères Beta", "aux frères Beta"],
  ["les héritiers", "des héritiers", "aux héritiers"],
  ["la famille Dumas", "de la famille Dumas", "à la famille Dumas"],
  ["actionnaires", "d’actionnaires", "à actionnaires"],
  ["hauts fonctionnaires", "de hauts fonctionnaires", "à hauts fonctionnaires"],
  ["hommes d’affaires", "d’hommes d’affaires", "à hommes d’affaires"],
];

const all: [Kind, string, string, string][] = [
  ...organizations.map(([...row]): [Kind, string, string, string] => ["organization", ...row]),
  ...people.map(([...row]): [Kind, string, string, string] => ["person", ...row]),
  ...groups.map(([...row]): [Kind, string, string, string] => ["group", ...row]),
];

describe("a name in French", () => {
  it.each(all)("(%s) %s: « %s », « %s »", (kind, name, of, to) => {
    expect(textOf(french.of([party(name, kind)]))).toBe(of);
    expect(textOf(french.to([party(name, kind)]))).toBe(to);
  });

  it("elides and contracts in a template by itself", () => {
    const { say, name } = french;
    expect(textOf(say`la main de ${name(party("le Real Madrid"))}`)).toBe("la main du Real Madrid");
    expect(textOf(say`De ${name(party("les membres", "group"))}`)).toBe("Des membres");
    expect(textOf(say`ce que ${name(party("Orange"))} dit`)).toBe("ce qu’Orange dit");
    expect(textOf(say`ce que ${name(party("Hermès"))} dit`)).toBe("ce qu’Hermès dit");
    expect(textOf(say`ce que ${name(party("Honda"))} dit`)).toBe("ce que Honda dit");
    expect(textOf(say`près de ${"onze millions"}, l'offre de ${"environ onze millions"}`)).toBe(
      "près de onze millions, l’offre d’environ onze millions",
    );
  });

  it("leaves the article of another language alone", () => {
    expect(textOf(french.of([party("Les Schwab Tire", "organization", { nameLanguage: "en" })]))).toBe("de Les Schwab Tire");
    expect(textOf(french.of([party("le Chiffre", "person", { nameLanguage: "en" })]))).toBe("de le Chiffre");
  });

  it("keeps the party, and only the name, in the run of the name", () => {
    expect(french.of([party("le Real Madrid")])).toEqual([{ text: "du " }, { text: "Real Madrid", as: "name", party: "p" }]);
    expect(french.to([party("Les Échos")])).toEqual([{ text: "aux " }, { text: "Échos", as: "name", party: "p" }]);
  });

  it("isolates a name that runs the other way, and elides nothing before it", () => {
    expect(plain(french.of([party("عبد العزيز", "person", { nameLanguage: "ar" })]))).toBe("de \u2068عبد العزيز\u2069");
  });

  it("repeats « de » and « à » in a list, and joins names by commas and « et »", () => {
    const three = [party("Alpha"), party("le Real Madrid"), party("les membres", "group")];
    expect(textOf(french.names(three))).toBe("Alpha, le Real Madrid et les membres");
    expect(textOf(french.of(three))).toBe("d’Alpha, du Real Madrid et des membres");
    expect(textOf(french.to(three))).toBe("à Alpha, au Real Madrid et aux membres");
    expect(textOf(french.by(three))).toBe("par Alpha, le Real Madrid et les membres");
    expect(textOf(french.names([party("Alpha"), party("Beta")]))).toBe("Alpha et Beta");
    expect([french.names([]), french.of([])]).toEqual([[], []]);
  });

  it("takes the name that it has in French, the short one where there is one", () => {
    const nl = party("the Netherlands", "organization", { plural: false, names: { fr: { name: "les Pays-Bas" } } });
    expect(textOf(french.of([nl]))).toBe("des Pays-Bas");
    const iam = party("IAM District 751", "organization", { names: { fr: { name: "IAM", short: "le syndicat" } } });
    expect(textOf(french.of([iam]))).toBe("du syndicat");
  });
});

describe("a verb in French", () => {
  const agrees = (...whos: Who[]): string => french.verb(whos, "a", "ont");

  it("is plural after several parties and after a plural name", () => {
    expect(agrees(party("Alpha"))).toBe("a");
    expect(agrees(party("Alpha"), party("Beta"))).toBe("ont");
    expect(agrees(party("the members", "group", { plural: true }))).toBe("ont");
    expect(agrees(party("the members", "group"))).toBe("ont");
    expect(agrees(party("Target’s shareholders", "group"))).toBe("ont");
    expect(agrees(party("actionnaires de Target", "group"))).toBe("ont");
    expect(agrees(party("la famille Dumas", "group"))).toBe("a");
    expect(agrees(party("l’équipe", "group"))).toBe("a");
  });

  it("is plural after « les », whatever the name is in its own language, and not after a person who is called so", () => {
    expect(agrees(party("the Netherlands", "organization", { plural: false, names: { fr: { name: "les Pays-Bas" } } }))).toBe(
      "ont",
    );
    expect(agrees(party("Les Échos"))).toBe("ont");
    expect(agrees(party("Les Moonves", "person"))).toBe("a");
    expect(agrees(party("les jumeaux", "person"))).toBe("ont");
    expect(agrees(party("Les Schwab Tire", "organization", { nameLanguage: "en" }))).toBe("a");
  });
});

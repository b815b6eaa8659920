/** What an editor says in French becomes a part of a French sentence; what is said in another language stands between guillemets. */
import { describe, expect, it } from "vitest";
import { plain } from "../../../events/tell/runs.ts";
import { renderSituation } from "../../../projections/sentence/render.ts";
import * as s from "../../support/situations.ts";
import { styleFaults } from "../../support/style.ts";

const { alpha, beta, union, boeing, musk, proposal, offered, countered, usd } = s;
const truce = s.french("Une trêve.");
const pay = { subject: s.french("un accord salarial"), terms: s.french("25 % sur quatre ans") };

describe("a French sentence with an editor’s words", () => {
  it.each<[s.SentenceRow["situation"], string]>([
    [offered(proposal(alpha, beta, "", { subject: truce })), "Alpha propose une trêve à Beta, qui n’a pas encore répondu."],
    [
      countered(proposal(alpha, beta, "", { subject: truce, counter: true, awaiting: [] })),
      "Alpha propose en retour une trêve à Beta.",
    ],
    [offered(proposal(alpha, beta, "", { ...s.rumour, subject: truce })), "Alpha aurait proposé une trêve à Beta."],
    [
      offered(proposal(boeing, union, "", { ...pay, awaiting: [] })),
      "Boeing propose un accord salarial (25 % sur quatre ans) au syndicat des machinistes.",
    ],
    [
      offered(proposal(boeing, union, "", { ...pay, price: usd("5000000"), awaiting: [] })),
      "Boeing propose un accord salarial (5 millions de dollars) au syndicat des machinistes.",
    ],
    [
      offered(proposal(boeing, union, "", { subject: s.french("nouveau contrat"), awaiting: [] })),
      "Boeing fait une proposition (nouveau contrat) au syndicat des machinistes.",
    ],
    [
      offered(proposal(boeing, union, "a pay deal", { terms: s.french("Une hausse de 25 %"), awaiting: [] })),
      "Boeing propose une hausse de 25 % au syndicat des machinistes.",
    ],
    [
      offered(proposal(boeing, union, "", { subject: s.french("Un contrat : le meilleur"), awaiting: [] })),
      "Boeing fait une proposition (un contrat : le meilleur) au syndicat des machinistes.",
    ],
    [
      offered(proposal(boeing, union, "", { subject: s.french("Un contrat (le meilleur)"), awaiting: [] })),
      "Boeing fait une proposition [un contrat (le meilleur)] au syndicat des machinistes.",
    ],
    [s.rejected(proposal(alpha, beta, "", { subject: truce })), "Beta a rejeté la proposition d’Alpha (une trêve)."],
    [s.agreed(proposal(alpha, beta, "", { subject: truce })), "Beta a accepté la proposition d’Alpha (une trêve)."],
    [
      s.quarrel([s.insults(musk, s.french("Le projet de loi"), 1)], 1, s.day("2025-06-03")),
      "Musk a proféré une insulte contre le projet de loi le 3 juin.",
    ],
    [
      s.quarrel([s.insults(musk, s.french("loi budgétaire"), 2)], 2, s.day("2025-06-03")),
      "Musk a proféré deux insultes contre « loi budgétaire », la dernière le 3 juin.",
    ],
    [s.concluded(s.french("l’accord est signé.")), "L’accord est signé."],
    [s.concluded(s.french("Qui l’eût cru ?")), "Qui l’eût cru ?"],
  ])("%#: %s", (situation, sentence) => {
    const told = plain(renderSituation(situation, "fr", 2025));
    expect(told.replace(/[\u00a0\u202f]/g, " ")).toBe(sentence);
    expect(styleFaults(told, "fr")).toEqual([]);
  });
});

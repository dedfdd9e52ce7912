// What results may be narrowed by, and how many each choice would leave. Each answer is yes, no or unknown: what a record
// does not say is no refusal, so those are counted, and shown to who asks for them.

import { repond } from "../../scripts/lib/repond.js";
import { nombres } from "./colonnes.js";

export const LISTES = ["theme", "public", "langue", "commune", "quartier"];
/* Choices of one id among several, in the order in which they are shown. */
export const CASES = ["ouvert", "acces", "gratuit", "pmr", "inconditionnel", "place"];
/* Choices that are made or not; `acces` stands in addresses for without an appointment. */
const VALEURS = { acces: "sans-rendez-vous" };
const GRATUITS = ["gratuit", "appel-gratuit"];

/** The value that a choice has in the address when it is made. */
export const valeurDe = (cle) => VALEURS[cle] || "1";

/** The criteria of every record: `ids[key](rank)` for lists, `libelles[key]` as [[id, words]]; `quand`, then `repond`. */
export class Criteres {
  constructor(moteur, criteres) {
    const { buts } = moteur.lexique;
    const listes = (sorte) => buts.filter((but) => but.sorte === sorte).map(({ id, nom }) => [id, nom]);
    const quartiers = new Map(buts.filter((but) => but.sorte === "quartier").map((but) => [but.rang, but.id]));
    this.libelles = { theme: listes("theme"), public: listes("public"), commune: listes("commune"), quartier: listes("quartier"), langue: criteres.mots.langues };
    const lire = (colonne) => (moteur.nombre ? nombres(criteres[colonne]) : []);
    const par = (rangs, mots) => (rang) => rangs[rang].map((n) => mots[n][0]);
    this.ids = {
      theme: par(moteur.themes, this.libelles.theme),
      public: par(moteur.publics, this.libelles.public),
      commune: par(moteur.communes, this.libelles.commune),
      quartier: (rang) => moteur.quartiers[rang].map((code) => quartiers.get(code)),
      langue: par(lire("langues"), criteres.mots.langues),
      acces: par(lire("acces"), criteres.mots.acces),
    };
    const recent = (dates) => dates.length > 0 && this.jour - dates[0] <= this.age;
    const [frais, pmr] = [par(lire("frais"), criteres.mots.frais), par(lire("pmr"), criteres.mots.pmr)];
    const [sansCondition, places, complets] = ["sans_condition", "de_la_place", "complet"].map(lire);
    this.cases = {
      ouvert: (rang) => this.ouvert(rang),
      acces: (rang) => repond(this.ids.acces(rang), "acces", VALEURS.acces),
      gratuit: (rang) => repond(frais(rang).map((id) => (GRATUITS.includes(id) ? "oui" : id)), "gratuit", "oui"),
      pmr: (rang) => repond(pmr(rang).filter((id) => id !== "partiel"), "pmr", "oui"),
      inconditionnel: (rang) => (sansCondition[rang].length ? (sansCondition[rang][0] ? "oui" : "non") : "inconnu"),
      place: (rang) => (recent(places[rang]) ? "oui" : recent(complets[rang]) ? "non" : "inconnu"),
    };
  }

  /** Answer for a moment: `ouvert(rank)` gives a state, `jour` is today, `age` the days that room is believed. */
  quand({ ouvert, jour, age }) {
    return Object.assign(this, { ouvert, jour, age });
  }

  repond(cle, voulu, rang) {
    return this.cases[cle] ? this.cases[cle](rang) : repond(this.ids[cle](rang), cle, voulu);
  }
}

/**
 * What choices leave of some records ([{ rang }]): { gardees, muettes, comptes }. `muettes` say nothing of a choice and
 * are kept with `inconnus`; `comptes[key][id]` (or `comptes[key]` for a choice made or not) is how many answer yes to it
 * beside the other choices.
 */
export function filtrer(fiches, choix, criteres, inconnus) {
  const actifs = [...LISTES, ...CASES].filter((cle) => choix[cle]);
  const comptes = Object.fromEntries([...LISTES.map((cle) => [cle, {}]), ...CASES.map((cle) => [cle, 0])]);
  const [gardees, muettes] = [[], []];
  for (const fiche of fiches) {
    const reponses = actifs.map((cle) => criteres.repond(cle, choix[cle], fiche.rang));
    const refus = actifs.filter((_cle, i) => reponses[i] === "non" || (reponses[i] === "inconnu" && !inconnus));
    if (!reponses.includes("non")) (reponses.includes("inconnu") ? muettes : gardees).push(fiche);
    if (refus.length > 1) continue;
    const compter = refus.length ? refus : [...LISTES, ...CASES];
    for (const cle of compter)
      if (criteres.cases[cle]) comptes[cle] += criteres.cases[cle](fiche.rang) === "oui" ? 1 : 0;
      else for (const id of new Set(criteres.ids[cle](fiche.rang))) comptes[cle][id] = (comptes[cle][id] || 0) + 1;
  }
  return { gardees, muettes, comptes };
}

// What results may be narrowed by, and how many each choice would leave. Each answer is yes, no or unknown: what a record
// does not say is no refusal, so those are counted, and shown to who asks for them.

import { repond } from "../../scripts/lib/repond.js";
import { nombres } from "./colonnes.js";

export const LISTES = ["theme", "public", "langue", "commune", "quartier"];
/* Choices of one id among several, in the order in which they are shown. */
export const VALEURS = {
  ouvert: ["1", "soir", "week-end"],
  acces: ["sans-rendez-vous"], gratuit: ["1"], pmr: ["1"], inconditionnel: ["1"], place: ["1"],
  rayon: ["300", "500", "1000"],
};
/* The others, and the values that they have in addresses. */
export const CASES = Object.keys(VALEURS).filter((cle) => VALEURS[cle].length === 1);
export const CLES = [...LISTES, "ouvert", ...CASES];
/* What asks for something by itself; `rayon` narrows what is around a point. */
const TOUTES = [...CLES, "rayon"];
const GRATUITS = ["gratuit", "appel-gratuit"];

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
      ouvert: (rang, valeur) => this.ouvert(rang, valeur),
      rayon: (rang, valeur) => this.dansLeRayon(this.loin(rang), Number(valeur)),
      acces: (rang, valeur) => repond(this.ids.acces(rang), "acces", valeur),
      gratuit: (rang) => repond(frais(rang).map((id) => (GRATUITS.includes(id) ? "oui" : id)), "gratuit", "oui"),
      pmr: (rang) => repond(pmr(rang).filter((id) => id !== "partiel"), "pmr", "oui"),
      inconditionnel: (rang) => (sansCondition[rang].length ? (sansCondition[rang][0] ? "oui" : "non") : "inconnu"),
      place: (rang) => (recent(places[rang]) ? "oui" : recent(complets[rang]) ? "non" : "inconnu"),
    };
  }

  /**
   * Answer at a moment [day, minute], `dit` where it was chosen: `ouvert(rank, value)` gives a state, `age` the days that
   * room is believed, `loin(rank)` the metres to a point where there is one.
   */
  quand({ moment, dit, ouvert, age, loin }) {
    return Object.assign(this, { moment, dit, jour: moment[0], ouvert, age, loin });
  }

  /* A place that is not known is not known to be far. */
  dansLeRayon(metres, rayon) {
    if (metres === Infinity || !(rayon > 0)) return "inconnu";
    return metres <= rayon ? "oui" : "non";
  }

  repond(cle, voulu, rang) {
    return this.cases[cle] ? this.cases[cle](rang, voulu) : repond(this.ids[cle](rang), cle, voulu);
  }
}

/**
 * What choices leave of some records ([{ rang }]): { gardees, muettes, raisons, comptes, tus }. `muettes` say nothing of a
 * choice (`raisons`: of which ones) and are kept with `inconnus`. `comptes[key][value]` is how many answer yes to it beside
 * the other choices; `tus[key][value]` how many more may, but do not say so of it or of another choice.
 */
export function filtrer(fiches, choix, criteres, inconnus) {
  const cles = TOUTES.filter((cle) => cle !== "rayon" || criteres.loin);
  const actifs = cles.filter((cle) => choix[cle]);
  const [comptes, tus] = [zeros(cles), zeros(cles)];
  const [gardees, muettes, raisons] = [[], [], new Set()];
  for (const fiche of fiches) {
    const reponses = actifs.map((cle) => criteres.repond(cle, choix[cle], fiche.rang));
    const refusent = actifs.filter((_cle, i) => reponses[i] === "non");
    const taisent = actifs.filter((_cle, i) => reponses[i] === "inconnu");
    if (!refusent.length) {
      (taisent.length ? muettes : gardees).push(fiche);
      taisent.forEach((cle) => raisons.add(cle));
    }
    if (refusent.length > 1) continue;
    for (const cle of refusent.length ? refusent : cles) {
      const sure = inconnus || taisent.every((autre) => autre === cle);
      compter(cle, fiche.rang, criteres, sure ? comptes[cle] : tus[cle], tus[cle]);
    }
  }
  return { gardees, muettes, raisons, comptes, tus };
}

const zeros = (cles) => Object.fromEntries(cles.map((cle) => [cle, Object.fromEntries((VALEURS[cle] || []).map((valeur) => [valeur, 0]))]));

/** Count a record under the values of a key that it answers yes to, and under those of which it says nothing. */
function compter(cle, rang, criteres, oui, inconnu) {
  if (LISTES.includes(cle)) for (const id of new Set(criteres.ids[cle](rang))) oui[id] = (oui[id] || 0) + 1;
  for (const valeur of VALEURS[cle] || []) {
    const reponse = criteres.repond(cle, valeur, rang);
    if (reponse !== "non") (reponse === "oui" ? oui : inconnu)[valeur] += 1;
  }
}

// What results may be narrowed by, and how many each choice would leave. Each answer is yes, no or unknown: what a record
// does not say is no refusal, so those are counted, and shown to who asks for them.

import { repond } from "../../scripts/lib/repond.js";
import { nombres, parServices } from "./colonnes.js";

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
const DU_SERVICE = ["theme", "public", "langue", "acces", "gratuit", "inconditionnel", "place"];
/* What one service of a record may answer where another does not: whoever needs one thing comes to the one that does it. */
const ENSEMBLE = [undefined];

/**
 * The criteria of every record: `ids[key](rank, service)` for lists, of all services where none is asked, `libelles[key]`
 * as [[id, words]], `services(rank, themes)`, those that differ, and do one of some themes (a Set); `quand`, then `repond`.
 */
export class Criteres {
  constructor(moteur, criteres) {
    const { buts } = moteur.lexique;
    const listes = (sorte) => buts.filter((but) => but.sorte === sorte).map(({ id, nom }) => [id, nom]);
    const quartiers = new Map(buts.filter((but) => but.sorte === "quartier").map((but) => [but.rang, but.id]));
    this.libelles = { theme: listes("theme"), public: listes("public"), commune: listes("commune"), quartier: listes("quartier"), langue: criteres.mots.langues };
    const lire = (colonne) => (moteur.nombre ? parServices(criteres[colonne]) : []);
    const dit = ({ tous, parts }, service) => (service === undefined ? tous : parts[service]);
    const par = (rangs, mots) => (rang, service) => dit(rangs[rang], service).map((n) => mots[n][0]);
    const ou = (tous, lus, mots) => (rang, service) => (service === undefined ? tous[rang] : lus[rang].parts[service]).map((n) => mots[n][0]);
    const themes = lire("themes");
    this.ids = {
      theme: ou(moteur.themes, themes, this.libelles.theme),
      public: ou(moteur.publics, lire("publics"), this.libelles.public),
      commune: (rang) => moteur.communes[rang].map((n) => this.libelles.commune[n][0]),
      quartier: (rang) => moteur.quartiers[rang].map((code) => quartiers.get(code)),
      langue: par(lire("langues"), criteres.mots.langues),
      acces: par(lire("acces"), criteres.mots.acces),
    };
    const recent = (dates) => dates.some((date) => this.jour - date <= this.age);
    const [frais, pmr] = [par(lire("frais"), criteres.mots.frais), par(lire("pmr"), criteres.mots.pmr)];
    const [sansCondition, places, complets] = ["sans_condition", "de_la_place", "complet"].map((nom) => {
      const lus = lire(nom);
      return (rang, service) => dit(lus[rang], service);
    });
    this.cases = {
      ouvert: (rang, service, valeur) => this.ouvert(rang, valeur),
      rayon: (rang, service, valeur) => this.dansLeRayon(this.loin(rang), Number(valeur)),
      acces: (rang, service, valeur) => repond(this.ids.acces(rang, service), "acces", valeur),
      gratuit: (...qui) => repond(frais(...qui).map((id) => (GRATUITS.includes(id) ? "oui" : id)), "gratuit", "oui"),
      pmr: (rang) => repond(pmr(rang).filter((id) => id !== "partiel"), "pmr", "oui"),
      inconditionnel: (...qui) => (sansCondition(...qui).length ? (sansCondition(...qui).includes(1) ? "oui" : "non") : "inconnu"),
      place: (...qui) => (recent(places(...qui)) ? "oui" : recent(complets(...qui)) ? "non" : "inconnu"),
    };
    this.services = (rang, vises) => {
      const tous = themes[rang].parts.length > 1 ? [...themes[rang].parts.keys()] : ENSEMBLE;
      const siens = vises && tous !== ENSEMBLE ? tous.filter((service) => this.ids.theme(rang, service).some((id) => vises.has(id))) : [];
      return siens.length ? siens : tous;
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

  repond(cle, voulu, rang, service) {
    return this.cases[cle] ? this.cases[cle](rang, service, voulu) : repond(this.ids[cle](rang, service), cle, voulu);
  }
}

/**
 * What choices leave of some records ([{ rang }]): { gardees, muettes, raisons, comptes, tus }. A record answers by one of
 * its services, of those that do one of `themes` (a Set) where somebody asked for them. `muettes` say nothing of a choice
 * (`raisons`: of which ones) and are kept with `inconnus`. `comptes[key][value]` is how many answer yes to it beside the
 * other choices; `tus[key][value]` how many more may, but do not say so of it or of another choice.
 */
export function filtrer(fiches, choix, criteres, inconnus, themes) {
  const cles = TOUTES.filter((cle) => cle !== "rayon" || criteres.loin);
  const actifs = cles.filter((cle) => choix[cle]);
  const parService = themes || actifs.some((cle) => DU_SERVICE.includes(cle));
  const [comptes, tus] = [zeros(cles), zeros(cles)];
  const ajouter = (cle, valeur, sure) => {
    const ou = (sure ? comptes : tus)[cle];
    ou[valeur] = (ou[valeur] || 0) + 1;
  };
  const [gardees, muettes, raisons] = [[], [], new Set()];
  for (const fiche of fiches) {
    const services = parService ? criteres.services(fiche.rang, themes) : ENSEMBLE;
    const vus = new Map();
    const noter = services.length < 2 ? ajouter : (cle, valeur, sure) => vus.set(`${cle} ${valeur}`, [cle, valeur, sure || (vus.get(`${cle} ${valeur}`) || [])[2]]);
    const silences = [];
    for (const service of services) {
      const reponses = actifs.map((cle) => criteres.repond(cle, choix[cle], fiche.rang, service));
      const refusent = actifs.filter((_cle, i) => reponses[i] === "non");
      const taisent = actifs.filter((_cle, i) => reponses[i] === "inconnu");
      if (!refusent.length) silences.push(taisent);
      if (refusent.length > 1) continue;
      for (const cle of refusent.length ? refusent : cles) {
        const sure = inconnus || taisent.every((autre) => autre === cle);
        compter(cle, fiche.rang, service, criteres, sure, noter);
      }
    }
    for (const vu of vus.values()) ajouter(...vu);
    const sur = silences.some((taisent) => !taisent.length);
    if (silences.length) (sur ? gardees : muettes).push(fiche);
    if (!sur) for (const cle of silences.flat()) raisons.add(cle);
  }
  return { gardees, muettes, raisons, comptes, tus };
}

const zeros = (cles) => Object.fromEntries(cles.map((cle) => [cle, Object.fromEntries((VALEURS[cle] || []).map((valeur) => [valeur, 0]))]));

/** Note the values of a key to which a service answers yes (`sure` of its other answers), and those of which it says nothing. */
function compter(cle, rang, service, criteres, sure, noter) {
  if (LISTES.includes(cle)) for (const id of new Set(criteres.ids[cle](rang, service))) noter(cle, id, sure);
  for (const valeur of VALEURS[cle] || []) {
    const reponse = criteres.repond(cle, valeur, rang, service);
    if (reponse !== "non") noter(cle, valeur, sure && reponse === "oui");
  }
}

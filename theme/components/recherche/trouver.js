// What the words and the choices of the address leave, in order, and what was understood of them.

import { _ } from "../../scripts/lib/mots.js";
import { maintenant } from "../../scripts/lib/temps.js";
import { motsDe, motsDuMoment } from "./facettes.js";
import { fenetre } from "./fenetres.js";
import { CLES, VALEURS, filtrer } from "./filtres.js";
import { ordonner } from "./ordre.js";
import { lirePoint } from "./proche.js";

/**
 * What `moteur.chercher` gives, and: `fiches` in order; `faits` [{ cle, mots }], the choices in words; `endroit`, the place
 * that was given; `loin(rank)`, metres to it where it is a point; and what `filtrer` gives, once criteria were read.
 */
export function trouver(moteur, choix) {
  const cherche = choix.q ? moteur.chercher(choix.q) : { fiches: moteur.toutes(), besoins: [], lieux: [], rues: [] };
  const endroit = endroitDe(moteur, choix, cherche);
  const point = endroit.point || (endroit.voie && endroit.voie.point);
  const loin = point && moteur.distance ? (rang) => moteur.distance(rang, point) : undefined;
  const faits = [];
  if (choix.rue) faits.push({ cle: "rue", mots: endroit.voie ? moteur.nomDeVoie(endroit.voie) : choix.rue });
  if (choix.pres) faits.push({ cle: "pres", mots: _("Près de votre position") });
  if (loin && !cherche.besoins.length) cherche.fiches = moteur.toutes(); // everything is near or far from a street
  const reste = moteur.criteres ? reduire(moteur, choix, cherche, loin) : avant(moteur, choix, cherche.fiches);
  const tri = choix.tri || (loin && !cherche.besoins.length ? "distance" : "");
  return { ...cherche, ...reste, fiches: ordonner(reste.fiches, { ouvert: reste.ouvert, loin, tri }), faits: [...faits, ...reste.faits], endroit, loin };
}

/** The place that was given: a point, else a street, else a quartier or a commune; nothing of it where none was. */
function endroitDe(moteur, choix, { rues, lieux }) {
  const point = lirePoint(choix.pres);
  const voie = choix.rue ? moteur.voie(choix.rue) : rues.length ? rues[0].but : undefined;
  const choisi = ["quartier", "commune"].map((cle) => choix[cle] && moteur.trouver(cle, choix[cle])).find(Boolean);
  return point ? { point } : voie ? { voie } : { but: choisi || lieux[0] };
}

function reduire(moteur, choix, { fiches, besoins }, loin) {
  const moment = maintenant();
  const quand = Object.fromEntries([...VALEURS.ouvert, choix.ouvert].map((nom) => [nom, nom === "1" ? moment : fenetre(nom, moment)]));
  const ouvert = (rang, nom) => moteur.etat(rang, quand[nom]);
  const criteres = moteur.criteres.quand({ moment, dit: Boolean(choix.moment), ouvert, age: CARTE.seuils.disponibilite_jours, loin });
  const { gardees, muettes, ...reste } = filtrer(fiches, choix, criteres, choix.inconnus, themesDe(besoins));
  const faits = [...CLES, ...(loin ? ["rayon"] : [])].filter((cle) => choix[cle]).map((cle) => ({ cle, mots: motsDe(cle, choix[cle], criteres) }));
  if (choix.moment) faits.push({ cle: "moment", mots: motsDuMoment(choix.moment) });
  return { fiches: choix.inconnus ? [...gardees, ...muettes] : gardees, muettes, ...reste, faits, criteres, ouvert: (rang) => ouvert(rang, choix.ouvert || "1") };
}

/** The ids of the themes that words asked for, a Set; undefined where they asked for none. */
function themesDe(besoins) {
  const ids = besoins.filter(({ but }) => but.sorte === "theme").map(({ but }) => but.id);
  return ids.length ? new Set(ids) : undefined;
}

/** Before criteria were read: by what the first file holds. */
function avant(moteur, choix, trouvees) {
  const buts = ["theme", "commune", "quartier"].filter((cle) => choix[cle]).map((cle) => [cle, moteur.trouver(cle, choix[cle])]);
  const fiches = trouvees.filter(({ rang }) => buts.every(([cle, but]) => but && moteur[`${cle}s`][rang].includes(but.rang)));
  const moment = maintenant();
  return { fiches, muettes: [], raisons: new Set(), faits: buts.map(([cle, but]) => ({ cle, mots: but ? but.nom : choix[cle] })), ouvert: (rang) => moteur.etat(rang, moment) };
}

// Whether records are open, from the columns of the index: open, closed or unknown, as on their cards.

import { deplier } from "../../scripts/lib/horaire.js";
import { ouvertDans } from "../../scripts/lib/dans.js";
import { resumer } from "../ouverture/ouverture.js";

const GARDES = 4; // moments whose answers are kept: now, and each stretch that is counted

/**
 * Answers for the records of a base: `(rank, when)` gives oui, non or inconnu. `when`: a moment [day, minute]; or two of
 * them, for some time between; or null, of which nothing is known.
 */
export function etats({ paquets, heures }) {
  const textes = heures.split(",");
  const connus = new Map();
  const demander = (texte, quand) => {
    const horaires = lire(texte, paquets);
    return Array.isArray(quand[0]) ? dansLe(horaires, quand) : resumer(horaires, quand).etat;
  };
  return (rang, quand) => {
    const texte = textes[rang];
    if (!texte || !quand) return "inconnu";
    const cle = String(quand);
    if (!connus.has(cle)) {
      if (connus.size >= GARDES) connus.clear();
      connus.set(cle, new Map());
    }
    const reponses = connus.get(cle);
    if (!reponses.has(texte)) reponses.set(texte, demander(texte, quand));
    return reponses.get(texte);
  };
}

/** Over a stretch, as `resumer` at a moment: in person first; by phone or chat where nothing is known so. */
function dansLe(horaires, [debut, fin]) {
  const ensemble = (certains) => {
    const etats = certains.map(([, paquet]) => ouvertDans(deplier(paquet), debut, fin));
    return etats.includes("oui") ? "oui" : etats.includes("inconnu") || !etats.length ? "inconnu" : "non";
  };
  const surPlace = ensemble(horaires.filter(([mots]) => !mots));
  return surPlace === "inconnu" ? ensemble(horaires.filter(([mots]) => mots)) : surPlace;
}

/** Hours as cards hold them: [words where nobody has to come, pack, ""]. */
function lire(texte, paquets) {
  const nombres = texte.split(".").map((n) => parseInt(n, 36));
  const horaires = [];
  for (let i = 0; i < nombres.length; i += 3)
    horaires.push([nombres[i + 2] ? "…" : "", { ...paquets[nombres[i]], n: nombres[i + 1] }, ""]);
  return horaires;
}

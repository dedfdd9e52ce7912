// The ordinary week of hours in a few words, for a table and for paper: what is open "now" is no use tomorrow.

import { deplier } from "../../scripts/lib/horaire.js";
import { _ } from "../../scripts/lib/mots.js";
import { ecrire } from "../../scripts/lib/temps.js";
import { heure } from "../ouverture/ouverture.js";

const LUNDI = 4; // days since 1970
const JOURNEE = 1440;

/** Lines for hours as cards hold them ([words, pack, service]); those that nobody may trust this week are left out. */
export function semaines(horaires, [jour]) {
  return horaires.flatMap(([mots, paquet, service]) => {
    const lu = paquet && deplier(paquet);
    if (!lu || ![0, 1, 2, 3, 4, 5, 6].some((n) => lu.heures(jour + n))) return [];
    const debut = [service, mots].filter(Boolean).join(", ");
    return [`${debut}${debut && (CARTE.langue === "fr" ? "\u00a0: " : ": ")}${dire(lu.semaine)}`];
  });
}

function dire(semaine) {
  const textes = semaine.map((plages) => plages.map(([de, a]) => `${heure(de)}–${heure(a % JOURNEE)}`).join(", "));
  if (semaine.every(([plage]) => plage && plage[1] - plage[0] >= JOURNEE)) return _("jour et nuit");
  const suites = [];
  textes.forEach((texte, i) => {
    const derniere = suites[suites.length - 1];
    if (derniere && derniere.texte === texte) derniere.fin = i;
    else suites.push({ texte, debut: i, fin: i });
  });
  const ouvertes = suites.filter(({ texte }) => texte);
  if (!ouvertes.length) return _("fermé");
  return ouvertes.map(({ texte, debut, fin }) => `${[...new Set([debut, fin])].map(nomDuJour).join("–")} ${texte}`).join("; ");
}

const nomDuJour = (n) => ecrire(LUNDI + n, { weekday: "short" }).replace(".", "");

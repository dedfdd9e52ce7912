// Is it open at some time of a stretch, rather than at one moment?

import { jourDeSemaine } from "./temps.js";

const JOURNEE = 1440;

/**
 * Over the minutes from `debut` to `fin` (left out), [day, minute] each, of a schedule that `deplier` gave: oui where it is
 * open at one of them, non where it is closed at all, else inconnu. What `etat` says of each, without asking for each.
 */
export function ouvertDans(horaire, [premier, debut], [dernier, fin]) {
  let inconnu = false;
  for (let jour = premier; jour <= dernier; jour += 1) {
    const de = jour === premier ? debut : 0;
    const a = jour === dernier ? fin : JOURNEE;
    if (de >= a) continue;
    const [ici, veille] = [horaire.heures(jour), horaire.heures(jour - 1)];
    const touche = (spans, retard) => (spans || []).some(([d, f]) => d - retard < a && f - retard > de);
    if (touche(ici, 0) || touche(veille, JOURNEE)) return "oui";
    // After a night of which nothing is known, somebody may still be there.
    const nuit = horaire.connu(jour - 1) && veille === null && horaire.semaine[jourDeSemaine(jour - 1)].some(([, f]) => f - JOURNEE > de);
    inconnu ||= ici === null || nuit;
  }
  return inconnu ? "inconnu" : "non";
}

// Is it open at some time of a stretch, rather than at one moment?

import { nuitInconnue } from "./horaire.js";

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
    inconnu ||= ici === null || nuitInconnue(horaire, jour) > de;
  }
  return inconnu ? "inconnu" : "non";
}

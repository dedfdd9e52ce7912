// How much lies within some distances of a point, each a way to see that alone. A straight line is what is measured; how
// long it takes on foot is estimated, as everywhere.

import { creer } from "../../scripts/lib/creer.js";
import { _ } from "../../scripts/lib/mots.js";
import { VALEURS } from "./filtres.js";
import { aPied } from "./proche.js";

const longueur = (metres) => (metres < 1000 ? _("%(n)s m", { n: metres }) : _("%(n)s km", { n: new Intl.NumberFormat(CARTE.langue).format(metres / 1000) }));

/** A distance that somebody keeps to, in words. */
export function rayonDit(valeur) {
  const metres = Number(valeur);
  return metres > 0 ? _("À moins de %(longueur)s, %(n)s min à pied", { longueur: longueur(metres), n: aPied(metres) }) : valeur;
}

/** The distances of a point, in a list; one with nothing leads nowhere. `puce(words, choices)` makes an item that does. */
export function rayons(liste, choix, { comptes, fiches, loin }, puce) {
  const sansLieu = fiches.filter(({ rang }) => loin(rang) === Infinity).length;
  liste.textContent = "";
  liste.append(creer("li", { className: "note", textContent: _("À moins de :") }));
  for (const valeur of VALEURS.rayon) {
    const mots = _("%(longueur)s (%(min)s min) : %(n)s", { longueur: longueur(valeur), min: aPied(valeur), n: comptes.rayon[valeur] });
    const pris = choix.rayon === valeur;
    if (!comptes.rayon[valeur] && !pris) liste.append(creer("li", { className: "note", textContent: mots }));
    else {
      const li = puce(mots, { ...choix, rayon: pris ? "" : valeur });
      if (pris) li.firstChild.setAttribute("aria-current", "true");
      liste.append(li);
    }
  }
  if (sansLieu && !choix.rayon) liste.append(creer("li", { className: "note", textContent: _("+ %(n)s sans adresse connue", { n: sansLieu }) }));
}

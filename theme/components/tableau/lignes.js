// What a line of the table says: the ids of its choices, the words of each, its values for the order.

import { plier } from "../../scripts/lib/plier.js";
import { jourDe, maintenant } from "../../scripts/lib/temps.js";

export const SEPARATEUR = " · ";
/** What a line may be chosen by; of whether there is room and whether it is open, time decides. */
export const CLES = ["theme", "public", "acces", "langue", "commune", "quartier"];

/** A line: its row, its words for the word filter, its ids and their words by choice, its rank by name. */
export function lire(tr, rang) {
  const [ids, mots] = [{}, {}];
  for (const cle of CLES) {
    const element = tr.querySelector(`[data-${cle}]`);
    ids[cle] = element ? element.dataset[cle].split(" ").filter(Boolean) : [];
    mots[cle] = element ? element.textContent.split(SEPARATEUR).map((un) => un.trim()) : [];
  }
  const place = tr.querySelector("[data-place]");
  const [nom, service, commune, verifie] = [0, 1, 7, 10].map((i) => tr.cells[i]);
  const connu = (td) => (td.querySelector("i") ? "" : td.textContent.trim());
  return {
    tr, ids, mots, rang,
    texte: plier(tr.textContent),
    place: place && { etat: place.dataset.place, jour: jourDe(place.dataset.disponibilite) },
    valeurs: { nom: connu(nom), service: connu(service), commune: connu(commune), verifie: verifie.dataset.verification || "" },
  };
}

/** Whether there is room, where that is known and not too old: an id. */
export function placeDe({ place }) {
  const [aujourdhui] = maintenant();
  return place && aujourdhui - place.jour <= CARTE.seuils.disponibilite_jours ? place.etat : "";
}

// "Ouvert maintenant": links to the cards of the page that are open, for as long as there is one. No page says so
// before a script has read the hours, so the words are here and not in the template.

import { _ } from "../../scripts/lib/mots.js";

/** Fill the list from the states that `ouvertures` gave; what did not change keeps its links, and so the focus. */
export function ouverts(racine = document) {
  const place = racine.querySelector("[data-ouverts]");
  if (!place) return;
  const fiches = [...racine.querySelectorAll('article[id][data-ouvert="oui"]')];
  const etats = fiches.map((fiche) => fiche.querySelector(".etat__mots").textContent);
  const cle = fiches.map((fiche, rang) => `${fiche.id} ${etats[rang]}`).join();
  if (place.dataset.ouverts === cle) return;
  place.dataset.ouverts = cle;
  place.hidden = !fiches.length;
  place.textContent = "";
  if (!fiches.length) return;
  const [section, titre, liste] = ["section", "h2", "ul"].map((nom) => document.createElement(nom));
  titre.id = "ouverts";
  titre.textContent = _("Ouvert maintenant");
  section.setAttribute("aria-labelledby", titre.id);
  liste.append(...fiches.map((fiche, rang) => ligne(fiche, etats[rang])));
  section.append(titre, liste);
  place.append(section);
}

function ligne(fiche, etat) {
  const [li, lien, mots] = ["li", "a", "span"].map((nom) => document.createElement(nom));
  lien.href = `#${fiche.id}`;
  lien.append(...fiche.querySelector(".fiche__nom a").cloneNode(true).childNodes, mots);
  mots.className = "note";
  mots.textContent = etat;
  li.append(lien);
  return li;
}

// "Ouvert maintenant": links to the cards of the page that are open, for as long as there is one.

/** Fill the list from the states that `ouvertures` gave; what did not change keeps its links, and so the focus. */
export function ouverts(racine = document) {
  const section = racine.querySelector("[data-ouverts]");
  if (!section) return;
  const fiches = [...racine.querySelectorAll('article[id][data-ouvert="oui"]')];
  const etats = fiches.map((fiche) => fiche.querySelector(".etat__mots").textContent);
  const cle = fiches.map((fiche, rang) => `${fiche.id} ${etats[rang]}`).join();
  if (section.dataset.ouverts === cle) return;
  section.dataset.ouverts = cle;
  section.hidden = !fiches.length;
  const liste = section.querySelector("ul");
  liste.textContent = "";
  liste.append(...fiches.map((fiche, rang) => ligne(fiche, etats[rang])));
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

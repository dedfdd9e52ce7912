// The map of a page whose cards say where they are: what the list shows is what the map shows.

import { bouton, plan } from "./appel.js";
import { pointer } from "./pointer.js";

/** Give such a page its map. Returns what tells it that opening states changed. */
export function cartesSurPlan() {
  let venue;
  const articles = () => [...document.querySelectorAll("main article[data-fiche][data-points]")];
  const vue = plan(document, {
    fiche: async (cle) => copie(articles().find((article) => article.dataset.fiche === cle)),
    designee: (cle) => articles().forEach((article) => article.classList.toggle("fiche--designee", article.dataset.fiche === cle)),
  });
  if (!vue) return () => {};

  const montrer = (carte, recadrer) => carte.montrer(lieux(articles()), { recadrer });

  bouton(vue, async () => {
    const carte = await vue.ouvrir().catch(() => undefined);
    if (!carte) return false;
    montrer(carte, true);
    if (!venue) pointer(articles(), carte);
    venue = carte;
    return true;
  });

  return () => { if (venue && !vue.boite.hidden) montrer(venue, false); };
}

/** The places of cards as the map takes them. The state of a record is that of a place only where there is just one. */
export function lieux(articles) {
  const vus = new Map();
  for (const article of articles) {
    const { fiche: cle, points, lieux: plusieurs, ouvert, themes } = article.dataset;
    const nom = article.querySelector(".fiche__mots").textContent.trim();
    vus.set(cle, { cle, nom, etat: plusieurs ? "inconnu" : ouvert, theme: themes.split(" ")[0], points: points.split(" ").map(lirePoint) });
  }
  return [...vus.values()];
}

const lirePoint = (texte) => [...texte.replace("~", "").split(",").map(Number), texte.endsWith("~")];

/** A card for elsewhere in the page: the same, without what only one element may have. */
export function copie(article) {
  if (!article) return null;
  const double = article.cloneNode(true);
  for (const element of [double, ...double.querySelectorAll("[id]")]) element.removeAttribute("id");
  double.classList.remove("fiche--designee");
  for (const marque of ["data-points", "data-fiche"]) double.removeAttribute(marque);
  return double;
}

// What a search found, on a map: all of it, where the list shows ten at a time.

import { carte as item } from "../recherche/cartes.js";
import { charger } from "../recherche/charger.js";
import { _ } from "../../scripts/lib/mots.js";
import { bouton, plan } from "./appel.js";
import { copie } from "./cartes.js";

/**
 * The map of the search page; `carte=1` in the address opens it, and `basculer(open)` is called where its button was
 * pressed. Returns `situer(moteur, trouve, choix)`, which shows what was found.
 */
export function trouvesSurPlan({ dossier }, liste, { basculer, montrees }) {
  const vue = plan(document, { fiche, designee, montrees });
  if (!vue) return () => {};
  const absents = vue.bloc.querySelector("[data-absents]");
  const articleDe = (cle) => liste.querySelector(`li[data-rang="${cle}"] article`);
  const ouvrir = bouton(vue, montrer, basculer);
  let carte;
  let dernier;
  let cadree; // what the map was fitted to: the same search with newer states leaves it where the visitor put it

  async function fiche(cle) {
    const { moteur, trouve } = dernier;
    const rang = Number(cle);
    const [lot] = moteur.lot(rang);
    const html = await charger(dossier, moteur.lots[lot]).catch(() => null);
    return html && copie(item({ [lot]: html }, moteur, { rang }, {}, trouve.loin).querySelector("article"));
  }

  function designee(cle) {
    for (const article of liste.querySelectorAll(".fiche--designee")) article.classList.remove("fiche--designee");
    const article = articleDe(cle);
    if (article) article.classList.add("fiche--designee");
  }

  async function montrer() {
    carte = await vue.ouvrir().catch(() => undefined);
    if (!carte || !dernier.moteur.endroits) return Boolean(carte);
    const { moteur, trouve, choix } = dernier;
    const lieux = trouve.fiches.map(({ rang }) => lieu(moteur, trouve, rang));
    const sans = lieux.filter(({ points }) => !points.length).length;
    absents.textContent = sans ? _("Pas sur la carte : %(n)s. La liste dit pourquoi.", { n: sans }) : "";
    const mien = JSON.stringify({ ...choix, garder: "", carte: "" });
    const { point, voie } = trouve.endroit;
    carte.montrer(lieux, { point: point || (voie && voie.point), recadrer: mien !== cadree });
    cadree = mien;
    return true;
  }

  for (const [signe, pointe] of [["pointerover", true], ["focusin", true], ["pointerout", false], ["focusout", false]])
    liste.addEventListener(signe, ({ target }) => {
      const li = target.closest("li[data-rang]");
      if (carte && li) carte.designer(pointe ? li.dataset.rang : "");
    });

  return function situer(moteur, trouve, choix) {
    dernier = { moteur, trouve, choix };
    vue.bloc.hidden = !trouve.fiches.length;
    return ouvrir(Boolean(choix.carte));
  };
}

function lieu(moteur, { ouvert }, rang) {
  const { points, seul } = moteur.endroits(rang);
  const [theme] = moteur.themes[rang];
  return { cle: String(rang), nom: moteur.nom(rang), etat: seul ? ouvert(rang) : "inconnu", theme, points };
}

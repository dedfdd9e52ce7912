// The map of the Region, on a page that lists all of it by commune: families and "open now" narrow the list and the map
// together, and every line of the list leads to its marker and back.

import { trouver } from "../liste/casiers.js";
import { charger } from "../recherche/charger.js";
import { nombres } from "../recherche/colonnes.js";
import { etats } from "../recherche/etats.js";
import { creer } from "../../scripts/lib/creer.js";
import { _ } from "../../scripts/lib/mots.js";
import { maintenant } from "../../scripts/lib/temps.js";
import { plan } from "./appel.js";
import { copie } from "./cartes.js";
import { ecrireChoix, garder, lireChoix } from "./choix.js";
import { endroits } from "./endroits.js";
import { formulaire } from "./formulaire.js";
import { etatDit } from "./reperes.js";
import { pointer } from "./pointer.js";

const MINUTE = 60000;

/** Give the page its map, at once: who opens the page has asked for it. `montrees()` is called once cards were put in it. */
export async function region(montrees) {
  const page = document.querySelector("[data-region]");
  const vue = page && plan(document, { fiche, designee, montrees });
  if (!vue) return;
  const { dossier, endroits: places, heures, legende, casiers, rangs } = JSON.parse(page.dataset.region);
  const lignes = [...document.querySelectorAll("main li[data-fiche]")];
  const parRang = new Map();
  nombres(rangs).forEach(([rang], i) => lignes[i] && (parRang.get(rang) || parRang.set(rang, []).get(rang)).push(lignes[i]));
  const parCle = new Map();
  async function fiche(cle) {
    const [{ su }] = await trouver({ dossier, casiers }, [cle]).catch(() => [{}]);
    if (!su) return detail(parCle.get(cle)); // without a network, what the list says of it
    return copie(creer("div", { innerHTML: su.carte }).querySelector("article"));
  }
  function designee(cle) {
    for (const li of lignes) li.classList.toggle("fiche--designee", li.dataset.fiche === cle);
  }
  let lus;
  let carte;
  try {
    [carte, ...lus] = await Promise.all([vue.ouvrir(), ...[places, heures, legende].map((nom) => charger(dossier, nom))]);
  } catch {
    return; // the list stands, and `plan` said why
  }
  vue.bloc.parentElement.toggleAttribute("data-plan-ouvert", true);
  const tous = lire(...lus, parRang);
  let choix = lireChoix(location.hash) || { familles: [], ouvert: false };
  const montrerChoix = formulaire(page.querySelector("[data-choix]"), lus[2].familles, (voulus) => {
    choix = voulus;
    history.replaceState(null, "", ecrireChoix(choix) || location.pathname);
    montrer(true);
  });

  function montrer(recadrer) {
    const lieux = tous(maintenant());
    parCle.clear();
    for (const lieu of lieux) parCle.set(lieu.cle, lieu);
    const { gardes, comptes } = garder(lieux, choix);
    montrerChoix(choix, comptes);
    const gardees = new Set(gardes.flatMap(({ lignes: siennes }) => siennes));
    for (const li of lignes) li.hidden = !gardees.has(li);
    for (const section of document.querySelectorAll(".avec-plan__liste section")) section.hidden = !section.querySelector("li[data-fiche]:not([hidden])");
    const places = gardes.filter(({ points }) => points.length).length;
    page.querySelector("[data-nombre]").textContent = [
      places === 1 ? _("1 lieu sur la carte") : _("%(n)s lieux sur la carte", { n: places }),
      ...(choix.ouvert && comptes.inconnus ? [_("+ %(n)s dont nous ne connaissons pas l'heure", { n: comptes.inconnus })] : []),
    ].join(" ");
    carte.montrer(gardes, { recadrer });
  }

  pointer(lignes, carte);
  addEventListener("hashchange", () => {
    choix = lireChoix(location.hash) || choix;
    montrer(true);
  });
  page.querySelector("details").hidden = false;
  montrer(true);
  setInterval(() => montrer(false), MINUTE);
}

/** Answers with every place at a moment. A marker says of a place what is known of its record only where it has just one. */
function lire(places, heures, { familles, themes }, parRang) {
  const etat = etats(heures);
  const ou = endroits(places);
  const premiers = nombres(places.themes);
  return (moment) =>
    [...parRang].map(([rang, lignes]) => {
      const { points, seul } = ou(rang);
      const [theme] = premiers[rang];
      const ouvert = etat(rang, moment);
      const nom = lignes[0].querySelector("a").textContent.trim();
      return { cle: lignes[0].dataset.fiche, nom, lignes, theme, famille: theme === undefined ? "" : familles[themes[theme][1]][0], ouvert, etat: seul ? ouvert : "inconnu", points };
    });
}

/** What is said of a place that was pressed: its line of the list, and whether it is open. */
function detail({ lignes: [li], ouvert }) {
  const p = creer("p", {});
  p.append(...[...li.childNodes].map((noeud) => noeud.cloneNode(true)), " · ", etatDit(ouvert));
  return p;
}

// A map on request: nothing of it is loaded before it is asked for. What the page holds (data-plan): the addresses of the
// map's script and style, and the names of the files that it reads.

import { charger } from "../recherche/charger.js";
import { creer } from "../../scripts/lib/creer.js";
import { _ } from "../../scripts/lib/mots.js";
import { programme } from "../../scripts/lib/programme.js";

/**
 * The map of a page, in [data-plan]. `ouvrir()` loads and shows it once, a promise of what the map's script gives
 * (plan.js); `fiche`, `designee` and `montrees` are what that script asks for. Undefined where the page has none.
 */
export function plan(racine, { fiche, designee, montrees = () => {} }) {
  const bloc = racine.querySelector("[data-plan]");
  if (!bloc) return undefined;
  const adresses = JSON.parse(bloc.dataset.plan);
  const [boite, dit] = ["[data-carte]", "[role=status]"].map((choix) => bloc.querySelector(choix));
  const lienQuartier = (slug) => adresses.quartier.replace("SLUG", slug);
  let venu;

  async function preparer() {
    const [ouvrirPlan, fond, legende] = await Promise.all([programme(adresses.script, "cartePlan"), charger(adresses.dossier, adresses.fond), charger(adresses.dossier, adresses.legende), feuille(adresses.feuille)]);
    boite.hidden = false;
    return ouvrirPlan(boite, { fond, legende, contour: adresses.contour, lienQuartier, fiche, designee, montrees });
  }

  function ouvrir() {
    if (!venu) {
      dit.textContent = _("La carte arrive…");
      venu = preparer();
      venu.then(() => { dit.textContent = ""; }, () => {
        venu = undefined;
        dit.textContent = _("La carte n'a pas pu se charger. La liste dit tout ce qu'elle montre.");
      });
    }
    return venu;
  }

  return { bloc, boite, ouvrir };
}

/**
 * A button that opens and closes the map; `montrer()` fills it, a promise of whether it is there. Returns what opens or
 * closes it, or fills it anew; `presse(open)` is called instead where the button should do no more.
 */
export function bouton(vue, montrer, presse) {
  const b = vue.bloc.querySelector("button");
  const mots = b.querySelector("span");
  b.hidden = false;
  dire(false);
  b.addEventListener("click", () => (presse || basculer)(b.getAttribute("aria-expanded") !== "true"));

  function dire(ouverte) {
    b.setAttribute("aria-expanded", String(ouverte));
    mots.textContent = ouverte ? _("Cacher la carte") : _("Afficher la carte");
    vue.boite.hidden = !ouverte;
    vue.bloc.parentElement.toggleAttribute("data-plan-ouvert", ouverte);
  }

  async function basculer(ouverte) {
    dire(ouverte);
    if (ouverte && !(await montrer())) dire(false);
  }

  return basculer;
}

function feuille(adresse) {
  return new Promise((venir, echouer) => {
    if ([...document.querySelectorAll("link[rel=stylesheet]")].some(({ href }) => href === new URL(adresse, document.baseURI).href)) return venir();
    const lien = creer("link", { rel: "stylesheet", href: adresse, onload: venir, onerror: echouer });
    document.head.append(lien);
    return undefined;
  });
}

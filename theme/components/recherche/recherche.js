// The search page: what is typed to cards. Everything happens in this page; what was typed and chosen stands behind the #
// of the address, which no browser sends.

import { charger } from "./charger.js";
import { demandeRue, lexemes } from "./lexemes.js";
import { CASES, LISTES } from "./filtres.js";
import { Moteur } from "./moteur.js";
import { positionner } from "./position.js";
import { resultats } from "./resultats.js";
import { propositions } from "./propositions.js";
import { suggerer } from "./suggestions.js";

const DE_LA_BASE = ["q", "theme", "commune", "quartier"];
/* Choices that the first file answers; for others the second one is waited for. */

/**
 * Give the page its search. `montrees()` is called once cards were put in the page, `signalees()` a quick exit;
 * `gardees` are the places that are kept (../liste/garder.js).
 */
export function rechercher({ montrees, signalees, gardees }) {
  const formulaire = document.querySelector("[data-recherche-index]");
  if (!formulaire) return;
  const index = JSON.parse(formulaire.dataset.rechercheIndex);
  const champ = formulaire.querySelector("input");
  const vue = resultats({ index, montrees, signalees, aller });
  const sources = {};
  let dernier;
  let tour = 0;
  let moteur;
  let venue;
  let complete;
  const { fermer, redire } = suggerer(champ, formulaire.querySelector("[data-suggestions]"), formulaire.querySelector("[role=status]"), {
    proposer: (texte) => {
      if (!moteur || texte.trim().length < 2) return [];
      if (!moteur.rues && demandeRue(lexemes(texte))) paver().then(redire, () => {});
      return propositions(moteur, texte);
    },
    choisir: (choix) => aller(choix, true),
  });
  const fichier = (nom) => charger(index.dossier, nom);

  /** The engine, loaded with the first sign that somebody will search; the rest comes after the first results. */
  function preparer() {
    venue ||= Promise.all([fichier(index.lexiques[CARTE.langue]), fichier(index.base)]).then(([lexique, base]) => {
      Object.assign(sources, { lexiques: [lexique], base });
      moteur = new Moteur(sources);
    });
    venue.catch(() => { venue = undefined; });
    return venue;
  }

  /** The rest, and what it changes of what is shown. */
  const suivi = () => sources.noms || completer().then(() => montrer(choisi()), () => {});

  /** Words of other languages, names, and what results may be narrowed by; asked for again where they did not come. */
  function completer() {
    complete = complete || suivre();
    complete.catch(() => { complete = undefined; });
    return complete;
  }

  async function suivre() {
    const autres = Object.keys(index.lexiques).filter((langue) => langue !== CARTE.langue);
    const [noms, criteres, ...lexiques] = await Promise.all([index.noms, index.criteres, ...autres.map((langue) => index.lexiques[langue])].map(fichier));
    Object.assign(sources, { lexiques: [...sources.lexiques, ...lexiques], noms, criteres });
    moteur = new Moteur(sources);
  }

  /** Have the streets at hand: a hundred kilobytes that only who asks for a street needs. */
  async function paver() {
    sources.rues = await fichier(index.rues);
    if (!moteur.rues) moteur.paver(sources.rues);
  }

  /**
   * Write a choice behind the #; of what speaks of danger, and beside places that are kept, the history keeps no trail.
   * Before the words of every language are there, nobody knows whether it does.
   */
  function aller(choix, nouveau = false) {
    fermer();
    const ancre = ancreDe(choix);
    if (nouveau && ancre !== location.hash && sources.noms && !gardees.tient() && !vue.signalee(moteur, choix)) history.pushState(null, "", ancre);
    else remplacer(ancre);
    lire();
  }

  const ancreDe = (choix) => `#${new URLSearchParams(Object.entries(gardees.avec(choix)).filter(([, valeur]) => valeur))}`;
  const remplacer = (ancre) => history.replaceState(null, "", ancre.length > 1 ? ancre : location.pathname);

  /* The skip link leads to an anchor, which is no choice: the last one holds. */
  const ancree = () => location.hash.length > 1 && !location.hash.includes("=");
  const choisi = () => (ancree() ? dernier : Object.fromEntries(new URLSearchParams(location.hash.slice(1))));

  function lire() {
    if (ancree() && dernier) return;
    const choix = choisi() || {};
    dernier = choix;
    gardees.lire(choix.garder, () => remplacer(ancreDe(choisi())));
    champ.value = choix.q || "";
    montrer(choix);
  }

  async function montrer(choix) {
    const faits = cles(choix);
    const mien = (tour += 1);
    if (!faits.length) return vue.vider();
    vue.attendre();
    try {
      await preparer();
      if (faits.some((cle) => !DE_LA_BASE.includes(cle))) await completer();
      if (!moteur.rues && (choix.rue || demandeRue(lexemes(choix.q || "")))) await paver();
      if (mien === tour) await vue.montrer(moteur, choix); // streets may come after what was asked next
      suivi();
    } catch {
      if (mien === tour) vue.echouer();
    }
  }

  positionner(formulaire.querySelector("[data-position]"), (pres) => aller({ ...choisi(), rue: "", pres }, true));
  ancienneAdresse();
  formulaire.hidden = false;
  formulaire.addEventListener("submit", (evenement) => {
    evenement.preventDefault();
    const avant = choisi();
    // A need that was chosen stands for words: new words take its place, not beside it.
    aller({ ...avant, theme: avant.q ? avant.theme : "", q: champ.value.trim() }, true);
  });
  // While somebody writes, nobody waits for cards, which would have to share the line.
  champ.addEventListener("focus", () => preparer().then(suivi, () => {}), { once: true });
  // A hand that moves is about to write: what the search reads is on its way before the first letter.
  for (const signe of ["pointermove", "pointerdown", "touchstart", "keydown"])
    addEventListener(signe, () => preparer().catch(() => {}), { once: true, passive: true });
  addEventListener("hashchange", lire);
  addEventListener("popstate", lire);
  addEventListener("pageshow", ({ persisted }) => persisted && lire()); // shown again from memory: as the address says
  lire();
}

/** The choices that ask for something. */
const cles = (choix = {}) => ["q", "rue", "pres", ...LISTES, ...CASES].filter((cle) => choix[cle]);

/** An old link, whose words a server has seen once: from now on they stand behind the #. */
function ancienneAdresse() {
  const q = new URLSearchParams(location.search).get("q");
  if (q) history.replaceState(null, "", `${location.pathname}#${new URLSearchParams({ q })}`);
}

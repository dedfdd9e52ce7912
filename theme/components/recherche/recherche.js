// The search page: what is typed to cards. Everything happens in this page; what was typed and chosen stands behind the #
// of the address, which no browser sends.

import { charger } from "./charger.js";
import { demandeRue, lexemes } from "./lexemes.js";
import { ecarter, ecartsDits } from "./ecarter.js";
import { CLES } from "./filtres.js";
import { Lexique } from "./lexique.js";
import { Moteur } from "./moteur.js";
import { positionner } from "./position.js";
import { resultats } from "./resultats.js";
import { propositions } from "./propositions.js";
import { suggerer } from "./suggestions.js";
import { parTranches } from "./tranches.js";

const DE_LA_BASE = ["q", "theme", "commune", "quartier"];
/* Choices that the first file answers; for others the second one is waited for. */
const REPIT = 1000;
/* Milliseconds after which who writes is not about to ask: what only suggestions need may take the line. */

/**
 * Give the page its search. `montrees()` is called once cards were put in the page, `signalees()` a quick exit;
 * `gardees` are the places that are kept (../liste/garder.js).
 */
export function rechercher({ montrees, signalees, gardees }) {
  const formulaire = document.querySelector("[data-recherche-index]");
  if (!formulaire) return;
  const index = JSON.parse(formulaire.dataset.rechercheIndex);
  const champ = formulaire.querySelector("input");
  const [position, positionDite, annonce] = ["position", "position-dite", "annonce"].map((nom) => formulaire.querySelector(`[data-${nom}]`));
  const ecarts = document.querySelector("[data-ecarts]");
  const vue = resultats({ index, montrees, signalees, aller, ecrit });
  const langues = [CARTE.langue, ...Object.keys(index.lexiques).filter((langue) => langue !== CARTE.langue)];
  let dernier;
  let tour = 0;
  let moteur;
  let remplacee = ""; // the address whose entry of the history a search took, before anybody knew what it speaks of
  const { fermer, redire } = suggerer(champ, formulaire.querySelector("[data-suggestions]"), annonce, {
    proposer: (texte) => {
      if (!moteur || texte.trim().length < 2) return [];
      if (!moteur.rues && demandeRue(lexemes(texte))) paver().then(redire, () => {});
      return propositions(moteur, texte);
    },
    choisir: demander,
  });
  /* Whether the words of every language, names and criteria are there. */
  const entiere = () => "entiere" in formulaire.dataset;
  const fichier = (nom) => charger(index.dossier, nom);

  /** The words of the page's language. */
  const apprendre = uneFois(async () => parTranches(new Lexique().lire([await fichier(index.lexiques[CARTE.langue])])));

  /** The engine, as the first results need it. */
  const preparer = uneFois(async () => {
    const [lexique, base] = await Promise.all([apprendre(), fichier(index.base)]);
    moteur = await parTranches(Moteur.monte(lexique, base));
  });

  /** Words of other languages, names, and what results may be narrowed by. */
  const completer = uneFois(async () => {
    const [noms, criteres, endroits, heures, ...lexiques] = await Promise.all([index.noms, index.criteres, index.endroits, index.heures, ...langues.map((langue) => index.lexiques[langue])].map(fichier));
    await parTranches(moteur.completer({ lexiques, noms, criteres, endroits, heures }));
    formulaire.dataset.entiere = "";
    rendre();
  });

  /** The streets: a hundred kilobytes that only who asks for a street needs. */
  const paver = uneFois(async () => parTranches(moteur.paveur(await fichier(index.rues))));

  /** The rest, and what it changes of what is shown. */
  const suivre = uneFois(async () => {
    await completer();
    redire();
    montrer(choisi());
  });

  /**
   * Write a choice behind the #; of what speaks of danger, and beside places that are kept, the history keeps no trail.
   * Before the words of every language are there, nobody knows whether it does.
   */
  function aller(choix, nouveau = false) {
    fermer();
    const ancre = ancreDe(choix);
    const autre = nouveau && ancre !== location.hash && !gardees.tient();
    if (autre && entiere() && !tue(choix) && !tue(choisi())) history.pushState(null, "", ancre);
    else {
      if (autre && !entiere()) remplacee ||= location.href;
      remplacer(ancre);
    }
    lire();
  }

  /** Whether choices speak of danger: neither they nor what comes next may leave their entry behind. */
  const tue = (choix) => vue.signalee(moteur, choix);

  /**
   * Follow what somebody asked for, and take them to what is found: the focus goes to its count, which says itself, closes
   * the keyboard of a phone that would cover the cards, and has the cards after it. Typing leaves the focus in the field.
   */
  function demander(choix) {
    aller(choix, true);
    vue.viser();
  }

  /** Once every word is there: give back the entry of the history that a search took, unless either speaks of danger. */
  function rendre() {
    if (remplacee && !tue(choisi()) && !tue(lireAncre(new URL(remplacee).hash))) {
      const ici = location.href;
      history.replaceState(null, "", remplacee);
      history.pushState(null, "", ici);
    }
    remplacee = "";
  }

  /** Choices with the words that stand in the field, sent or not: who presses something else has not taken them back. */
  function ecrit(choix) {
    const q = champ.value.trim();
    return q === (choix.q || "") ? choix : { ...choix, q };
  }

  const ancreDe = (choix) => `#${new URLSearchParams(Object.entries(gardees.avec(choix)).filter(([, valeur]) => valeur))}`;
  const remplacer = (ancre) => history.replaceState(null, "", ancre.length > 1 ? ancre : location.pathname);

  /* The skip link leads to an anchor, which is no choice: the last one holds. */
  const ancree = () => location.hash.length > 1 && !location.hash.includes("=");
  const lireAncre = (ancre) => Object.fromEntries(new URLSearchParams(ancre.slice(1)));
  const choisi = () => (ancree() ? dernier || {} : lireAncre(location.hash));

  function lire() {
    if (ancree() && dernier) return;
    const choix = choisi();
    dernier = choix;
    gardees.lire(choix.garder, () => remplacer(ancreDe(choisi())));
    champ.value = choix.q || "";
    montrer(choix);
  }

  async function montrer(choix) {
    const faits = cles(choix);
    const mien = (tour += 1);
    if (!faits.length) return laisser(choix);
    vue.attendre();
    try {
      await preparer();
      if (faits.some((cle) => !DE_LA_BASE.includes(cle))) await completer();
      if (!moteur.rues && (choix.rue || demandeRue(lexemes(choix.q || "")))) await paver();
      if (mien === tour) await repondre(choix); // streets may come after what was asked next
      if (!entiere()) suivre().catch(() => {});
    } catch {
      if (mien === tour) vue.echouer();
    }
  }

  /** What can be read of some choices, shown. */
  function repondre(choix) {
    const { reste, incompris } = ecarter(choix, moteur);
    if (!cles(reste).length) return laisser(choix);
    avertir(ecartsDits(choix, incompris, false));
    return vue.montrer(moteur, reste);
  }

  /** The page as it was before anything was asked for, and what of the address could not be read. */
  function laisser(choix) {
    vue.vider();
    avertir(ecartsDits(choix, ecarter(choix, moteur).incompris, true));
  }

  function avertir(mots) {
    ecarts.hidden = !mots;
    ecarts.textContent = mots;
  }

  positionner(position, positionDite, (pres) => demander({ ...ecrit(choisi()), rue: "", pres }));
  ancienneAdresse();
  formulaire.hidden = false;
  formulaire.addEventListener("submit", (evenement) => {
    evenement.preventDefault();
    const avant = ecarter(choisi(), moteur).reste;
    // A need that was chosen stands for words: new words take its place, not beside it.
    demander({ ...avant, theme: avant.q ? avant.theme : "", q: champ.value.trim() });
  });
  // Who writes for a while waits for names and other languages; who asks at once waits for cards, which come first.
  champ.addEventListener("focus", () => preparer().then(() => setTimeout(() => occupee() || suivre().catch(() => {}), REPIT), () => {}), { once: true });
  // A hand that moves is about to write: what the search reads is on its way before the first letter. At 0, 0 a browser
  // moves a mouse that nobody holds.
  for (const signe of ["pointermove", "pointerdown", "touchstart", "keydown"])
    addEventListener(signe, ({ clientX }) => clientX === 0 || preparer().catch(() => {}), { once: true, passive: true });
  addEventListener("hashchange", lire);
  addEventListener("popstate", lire);
  addEventListener("pageshow", ({ persisted }) => persisted && lire()); // shown again from memory: as the address says
  lire();
  apprendre().catch(() => {}); // who came here came to search: the words are there before the first letter
}

/** A work that is done once, and again where it failed. */
function uneFois(travail) {
  let fait;
  return () => {
    fait ||= travail();
    fait.catch(() => { fait = undefined; });
    return fait;
  };
}

/** Whether cards are on their way. */
const occupee = () => document.documentElement.dataset.recherche === "en-cours";

/** The choices that ask for something. */
const cles = (choix = {}) => ["q", "rue", "pres", ...CLES].filter((cle) => choix[cle]);

/** An old link, whose words a server has seen once: from now on they stand behind the #. */
function ancienneAdresse() {
  const q = new URLSearchParams(location.search).get("q");
  if (q) history.replaceState(null, "", `${location.pathname}#${new URLSearchParams({ q })}`);
}

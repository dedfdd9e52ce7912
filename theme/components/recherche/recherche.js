// The search page: what is typed to cards. Everything happens in this page; what was typed stands behind the # of the
// address, which no browser sends.

import { _ } from "../../scripts/lib/mots.js";
import { charger } from "./charger.js";
import { demandeRue, lexemes } from "./lexemes.js";
import { Moteur } from "./moteur.js";
import { resultats } from "./resultats.js";
import { suggerer } from "./suggestions.js";

const MONTREES = 6;

/** Give the page its search. `montrees()` is called once cards were put in the page, `signalees()` a quick exit. */
export function rechercher({ montrees, signalees }) {
  const formulaire = document.querySelector("[data-recherche-index]");
  if (!formulaire) return;
  const index = JSON.parse(formulaire.dataset.rechercheIndex);
  const champ = formulaire.querySelector("input");
  const vue = resultats({ index, montrees, signalees, aller });
  let moteur;
  let venue;
  let rues;
  const { fermer, redire } = suggerer(champ, formulaire.querySelector("[data-suggestions]"), formulaire.querySelector("[role=status]"), {
    proposer: (texte) => {
      if (!moteur || texte.trim().length < 2) return [];
      if (!moteur.rues && demandeRue(lexemes(texte))) paver().then(redire, () => {});
      return propositions(moteur, texte);
    },
    choisir: (choix) => aller(choix, true),
  });

  /** The engine, loaded with the first sign that somebody will search; words of other languages come after. */
  function preparer() {
    venue ||= (async () => {
      const [lexique, base] = await Promise.all([charger(index.dossier, index.lexiques[CARTE.langue]), charger(index.dossier, index.base)]);
      moteur = new Moteur({ lexiques: [lexique], base });
      completer(lexique, base);
      return moteur;
    })();
    venue.catch(() => { venue = undefined; });
    return venue;
  }

  async function completer(lexique, base) {
    const noms = charger(index.dossier, index.noms);
    const autres = Object.keys(index.lexiques).filter((langue) => langue !== CARTE.langue);
    const lexiques = await Promise.all(autres.map((langue) => charger(index.dossier, index.lexiques[langue])));
    moteur = new Moteur({ lexiques: [lexique, ...lexiques], base, noms: await noms, rues });
    venue = Promise.resolve(moteur);
    montrer(choisi());
  }

  /** Have the streets at hand: a hundred kilobytes that only who asks for a street needs. */
  async function paver() {
    rues = await charger(index.dossier, index.rues);
    moteur.paver(rues);
  }

  /** Write a choice behind the #; of what speaks of danger the history keeps nothing. */
  function aller(choix, nouveau = false) {
    fermer();
    const ancre = `#${new URLSearchParams(Object.entries(choix).filter(([, valeur]) => valeur))}`;
    if (nouveau && ancre !== location.hash && !vue.signalee(moteur, choix)) history.pushState(null, "", ancre);
    else history.replaceState(null, "", ancre.length > 1 ? ancre : location.pathname);
    lire();
  }

  const choisi = () => Object.fromEntries(new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : ""));

  function lire() {
    const choix = choisi();
    champ.value = choix.q || "";
    montrer(choix);
  }

  async function montrer(choix) {
    if (!["q", "theme", "commune", "quartier"].some((cle) => choix[cle])) return vue.vider();
    vue.attendre();
    try {
      await preparer();
      if (!moteur.rues && demandeRue(lexemes(choix.q || ""))) await paver();
      vue.montrer(moteur, choix);
    } catch {
      vue.echouer();
    }
  }

  ancienneAdresse();
  formulaire.hidden = false;
  formulaire.addEventListener("submit", (evenement) => {
    evenement.preventDefault();
    const { theme, commune, quartier } = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
    aller({ q: champ.value.trim(), ...(champ.value.trim() ? {} : { theme, commune, quartier }) }, true);
  });
  for (const signe of ["focus", "pointerenter"]) champ.addEventListener(signe, () => preparer().catch(() => {}), { once: true });
  addEventListener("hashchange", lire);
  addEventListener("popstate", lire);
  lire();
}

/** An old link, whose words a server has seen once: from now on they stand behind the #. */
function ancienneAdresse() {
  const q = new URLSearchParams(location.search).get("q");
  if (q) history.replaceState(null, "", `${location.pathname}#${new URLSearchParams({ q })}`);
}

/** What the words may mean: needs first, then places, then organisations. */
function propositions(moteur, texte) {
  const { besoins, lieux, rues, fiches } = moteur.chercher(texte, { enCours: true });
  const ici = lieux[0];
  const parLieu = ici ? { [ici.sorte]: ici.id } : {};
  const sortes = { commune: _("commune"), quartier: _("quartier") };
  return [
    ...besoins.slice(0, 3).map(({ but }) => {
      const n = moteur.compter(but, ici);
      const ou = ici ? `${but.nom}, ${ici.nom}` : but.nom;
      return { mots: ou, note: n === 1 ? _("1 lieu") : _("%(n)s lieux", { n }), valeur: { q: ou, theme: but.id, ...parLieu } };
    }),
    ...rues.slice(0, 3).map(({ but: voie }) => {
      const quartier = moteur.quartier(voie.quartiers[0]);
      return quartier && { mots: `${voie.nom}, ${moteur.commune(voie.commune).nom}`, note: _("rue, quartier %(nom)s", { nom: quartier.nom }), valeur: { q: quartier.nom, quartier: quartier.id } };
    }).filter(Boolean),
    ...lieux.slice(0, 3).map((but) => ({ mots: but.nom, note: sortes[but.sorte], valeur: { q: but.nom, [but.sorte]: but.id } })),
    ...fiches.filter((f) => f.pourquoi === "nom").slice(0, 4).map((f) => ({ mots: moteur.nom(f.rang), note: _("organisation"), valeur: { q: moteur.nom(f.rang) } })),
  ].slice(0, MONTREES);
}

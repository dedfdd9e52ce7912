// What was found, as the cards of every other list of the site: their HTML comes in lots, by main theme.

import { _ } from "../../scripts/lib/mots.js";
import { charger } from "./charger.js";

const PAGE = 10;
const VOIES = 4;
const BESOINS = 3;

/** The part of the page that shows results. */
export function resultats({ index, montrees, signalees, aller }) {
  const boite = document.querySelector("[data-trouve]");
  const liste = boite.querySelector("[data-resultats]");
  const nombre = boite.querySelector("[data-nombre]");
  const compris = boite.querySelector("[data-compris]");
  const plus = boite.querySelector("[data-plus]");
  const danger = boite.querySelector("[data-danger]");
  const parcourir = document.querySelector("[data-parcourir]");
  let tour = 0;
  let suite = () => {};
  plus.addEventListener("click", () => suite());

  function vider() {
    tour += 1;
    boite.hidden = true;
    parcourir.hidden = false;
    liste.textContent = nombre.textContent = compris.textContent = danger.textContent = "";
    delete document.documentElement.dataset.recherche;
  }

  function attendre() {
    boite.hidden = false;
    if (!liste.firstChild) nombre.textContent = _("Recherche…");
  }

  function echouer() {
    vider();
    boite.hidden = false;
    nombre.textContent = _("La recherche n'a pas pu se charger. Choisissez un besoin ou un lieu ci-dessous.");
  }

  async function montrer(moteur, choix) {
    const mien = (tour += 1);
    const trouve = filtrer(moteur, choix);
    const { fiches } = trouve;
    dire(moteur, choix, trouve);
    parcourir.hidden = fiches.length > 0;
    liste.textContent = "";
    plus.hidden = true;
    let deja = 0;
    suite = async () => {
      const ici = fiches.slice(deja, deja + PAGE);
      const lots = await Promise.all([...new Set(ici.map(({ rang }) => moteur.lot(rang)[0]))].map(async (lot) => [lot, await charger(index.dossier, moteur.lots[lot])]));
      if (mien !== tour) return;
      const html = Object.fromEntries(lots);
      const neuves = ici.map((fiche) => carte(html, moteur, fiche, { theme: choix.theme, lieu: trouve.lieu && trouve.lieu.sorte }));
      liste.append(...neuves);
      deja += ici.length;
      plus.hidden = deja >= fiches.length;
      plus.textContent = _("En montrer %(n)s de plus", { n: Math.min(PAGE, fiches.length - deja) });
      montrees();
      if (deja > PAGE) neuves[0].querySelector("a").focus();
    };
    await suite();
    if (mien === tour) document.documentElement.dataset.recherche = "prete";
  }

  function dire(moteur, choix, { fiches, besoins, lieux, rues, theme, lieu }) {
    compris.textContent = danger.textContent = "";
    const n = fiches.length;
    const ou = lieu ? `, ${lieu.nom}` : "";
    const quoi = theme ? theme.nom : choix.q ? _("« %(mots)s »", { mots: choix.q }) : "";
    const voulu = { n, quoi: (quoi + ou).replace(/^, /, "") };
    nombre.textContent = !n ? _("Notre liste n'a rien pour %(quoi)s.", voulu) : n === 1 ? _("1 résultat pour %(quoi)s", voulu) : _("%(n)s résultats pour %(quoi)s", voulu);
    for (const but of theme ? [theme] : besoins.slice(0, BESOINS).map((b) => b.but)) compris.append(puce(but.nom, { q: theme ? lieu && lieu.nom : but.nom, theme: theme ? "" : but.id, ...(lieu ? { [lieu.sorte]: lieu.id } : {}) }, Boolean(theme)));
    for (const voie of rues.slice(0, VOIES)) {
      const quartier = moteur.quartier(voie.but.quartiers[0]);
      if (quartier) compris.append(puce(`${voie.but.nom}, ${moteur.commune(voie.but.commune).nom}`, { q: quartier.nom, quartier: quartier.id }));
    }
    for (const but of lieu ? [lieu] : lieux.slice(0, 2)) compris.append(puce(but.nom, { q: lieu ? theme && theme.nom : choix.q, theme: theme ? theme.id : "", ...(lieu ? {} : { [but.sorte]: but.id }) }, Boolean(lieu)));
    if (!n && theme && lieu) compris.append(puce(_("Ailleurs aussi : %(n)s", { n: moteur.compter(theme) }), { q: theme.nom, theme: theme.id }));
    compris.hidden = !compris.firstChild;
    if (!n) {
      const secours = document.querySelector("[data-sans-resultat]");
      danger.append(secours.content.cloneNode(true));
    }
    for (const sorte of signales(moteur, { besoins, theme })) {
      const modele = document.querySelector(`template[data-secours="${sorte}"]`);
      if (!modele) continue;
      danger.append(modele.content.cloneNode(true));
      signalees();
    }
  }

  function puce(mots, choix, retire) {
    const li = document.createElement("li");
    const lien = document.createElement("a");
    lien.href = `#${new URLSearchParams(Object.entries(choix).filter(([, valeur]) => valeur))}`;
    lien.textContent = mots;
    if (retire) {
      lien.className = "puce--retirer";
      const x = document.createElement("span");
      x.className = "invisible";
      x.textContent = _("enlever");
      lien.append(" ", x);
    }
    lien.addEventListener("click", (evenement) => {
      evenement.preventDefault();
      aller(choix, true);
    });
    li.append(lien);
    return li;
  }

  const signalee = (moteur, choix) => Boolean(moteur && signales(moteur, filtrer(moteur, choix)).length);
  return { vider, attendre, echouer, montrer, signalee };
}

/** What the choices of the address leave: records in order, needs and places understood, the chosen theme and place. */
function filtrer(moteur, choix) {
  const theme = choix.theme && moteur.trouver("theme", choix.theme);
  const lieu = (choix.commune && moteur.trouver("commune", choix.commune)) || (choix.quartier && moteur.trouver("quartier", choix.quartier));
  if (!theme && !lieu) return moteur.chercher(choix.q || "");
  return { fiches: moteur.avec(theme, lieu), besoins: [], lieux: [], rues: [], theme, lieu };
}

/** The dangers that the first needs speak of: `suicide`, `violence`. */
function signales(moteur, { besoins, theme }) {
  const buts = theme ? [theme] : besoins.slice(0, 2).map((b) => b.but);
  return [...new Set(buts.map((but) => but.signale).filter(Boolean))];
}

/** A card, with the reason why it is there unless that was chosen. */
function carte(html, moteur, { rang, pourquoi }, choix) {
  const [lot, place] = moteur.lot(rang);
  const li = document.createElement("li");
  li.innerHTML = html[lot][place];
  const parNom = pourquoi === "nom";
  if (!choix.theme && (parNom || pourquoi.sorte !== choix.lieu)) {
    const p = document.createElement("p");
    p.className = "pourquoi note";
    p.textContent = parNom ? _("Trouvé par son nom") : _("Ici pour : %(mots)s", { mots: pourquoi.nom });
    li.querySelector("article").prepend(p);
  }
  return li;
}

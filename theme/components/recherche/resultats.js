// The part of the page that shows what was found, as the cards of every other list of the site: their HTML comes in lots,
// by main theme.

import { _ } from "../../scripts/lib/mots.js";
import { trouvesSurPlan } from "../plan/trouves.js";
import { carte, nombreDit } from "./cartes.js";
import { charger } from "./charger.js";
import { facettes } from "./facettes.js";
import { METRES_MINUTE, detour } from "./proche.js";
import { puces } from "./puces.js";
import { rayons } from "./rayons.js";
import { secours, signales } from "./secours.js";
import { situations } from "./situation.js";
import { trouver } from "./trouver.js";

const PAGE = 10;
const VOIES = 4;
const BESOINS = 3;

/**
 * Returns { vider, attendre, echouer, montrer, signalee, viser }; `aller(choices, true)` follows what is pressed,
 * `ecrit(choices)` are these with the words of the field.
 */
export function resultats({ index, montrees, signalees, aller, ecrit }) {
  const boite = document.querySelector("[data-trouve]");
  const part = (nom) => boite.querySelector(`[data-${nom}]`);
  const [liste, nombre, compris, choisis, muets, plus, danger, filtres, marche, autour, situe, dehors, vers, demander] = ["resultats", "nombre", "compris", "choisis", "muets", "plus", "danger", "filtres", "marche", "rayons", "situation", "dehors", "vers-situation", "demander"].map(part);
  const parcourir = document.querySelector("[data-parcourir]");
  const montrerFacettes = facettes(part("facettes"), (cle, valeur) => aller({ ...ecrit(derniers), [cle]: valeur, ...(cle === "moment" && valeur ? { ouvert: derniers.ouvert || "1" } : {}) }, true));
  const puce = puces(aller);
  const situer = situations(index, { boite: situe, dehors, vers }, puce);
  const secourir = secours(boite, danger, signalees);
  const surPlan = trouvesSurPlan(index, liste, { montrees, basculer: (ouverte) => aller({ ...derniers, carte: ouverte ? "1" : "" }) });
  let derniers = {};
  let tour = 0;
  let suite = () => {};
  plus.addEventListener("click", () => suite());
  // A line of choices that runs beside the screen: whoever comes to one with the keyboard sees all of it.
  boite.querySelector(".bande").addEventListener("focusin", ({ target }) => target.scrollIntoView({ block: "nearest", inline: "nearest" }));
  muets.addEventListener("click", () => aller({ ...derniers, inconnus: derniers.inconnus ? "" : "1" }, true));

  function vider() {
    tour += 1;
    boite.hidden = true;
    parcourir.hidden = false;
    for (const place of [liste, nombre, compris, choisis, danger, demander, autour]) place.textContent = "";
    for (const place of [compris, choisis, muets, plus, filtres, marche, autour, situe, dehors, vers]) place.hidden = true;
    secourir([]);
    delete document.documentElement.dataset.recherche;
  }

  function attendre() {
    boite.hidden = false;
    document.documentElement.dataset.recherche = "en-cours";
    if (!liste.firstChild) nombre.textContent = _("Recherche…");
  }

  function echouer() {
    vider();
    boite.hidden = false;
    nombre.textContent = _("La recherche n'a pas pu se charger. Choisissez un besoin ou un lieu ci-dessous.");
  }

  async function montrer(moteur, choix) {
    const mien = (tour += 1);
    const tenu = boite.contains(document.activeElement) && document.activeElement;
    derniers = choix;
    const trouve = trouver(moteur, choix);
    const situation = situer(moteur, trouve.endroit, choix, Boolean(trouve.besoins.length || choix.theme || (choix.q && (choix.rue || choix.pres))));
    dire(moteur, choix, trouve);
    surPlan(moteur, trouve, choix);
    const { fiches } = trouve;
    parcourir.hidden = fiches.length + trouve.muettes.length > 0;
    let [deja, page] = [0, 0];
    let perdues = 0;
    const lots = {}; // HTML by lot, nothing for one that cannot be had
    const compte = nombre.textContent;
    suite = async () => {
      const neuves = [];
      while (neuves.length < PAGE && deja < fiches.length) {
        const ici = fiches.slice(deja, deja + PAGE - neuves.length);
        await Promise.all(ici.map(async ({ rang }) => {
          const [lot] = moteur.lot(rang);
          if (!(lot in lots)) lots[lot] = await charger(index.dossier, moteur.lots[lot]).catch(() => null);
        }));
        if (mien !== tour) return;
        const venues = ici.filter(({ rang }) => lots[moteur.lot(rang)[0]]);
        neuves.push(...venues.map((fiche) => carte(lots, moteur, fiche, choix, trouve.loin)));
        perdues += ici.length - venues.length;
        deja += ici.length;
      }
      const situee = await situation; // above the cards: they do not move once they are read
      if (mien !== tour) return;
      if (!page) situee();
      const suivantes = liste.firstChild && page;
      if (!suivantes) liste.textContent = "";
      page += 1;
      liste.append(...neuves);
      if (suivantes && neuves.length) neuves[0].querySelector("a").focus();
      if (perdues) nombre.textContent = [compte, _("Le réseau manque. Pas montrés : %(n)s", { n: perdues })].join(". ");
      plus.hidden = deja >= fiches.length && !perdues;
      plus.textContent = deja < fiches.length ? _("En montrer %(n)s de plus", { n: Math.min(PAGE, fiches.length - deja) }) : _("Réessayer");
      if (deja >= fiches.length) suite = () => montrer(moteur, choix);
      montrees();
    };
    await suite();
    if (mien !== tour) return;
    document.documentElement.dataset.recherche = "prete";
    // What had the focus was written anew, or taken away: whoever has no mouse stays where they were.
    if (tenu && (!tenu.isConnected || tenu.hidden)) ([...boite.querySelectorAll("a")].find((a) => a.href === tenu.href) || nombre).focus();
  }

  function dire(moteur, choix, trouve) {
    const { fiches, muettes, criteres } = trouve;
    for (const place of [compris, choisis, danger, demander]) place.textContent = "";
    compter(choix, trouve);
    choisis.append(...trouve.faits.map(({ cle, mots }) => puce(mots, { ...choix, [cle]: "", ...(["rue", "pres"].includes(cle) ? { rayon: "" } : {}) }, true)));
    comprendre(moteur, choix, trouve);
    for (const ul of [compris, choisis]) ul.hidden = !ul.firstChild;
    marche.hidden = autour.hidden = !trouve.loin;
    marche.textContent = trouve.loin ? mesure(trouve.endroit) : "";
    if (trouve.loin) rayons(autour, choix, trouve, puce);
    muets.hidden = !muettes.length;
    muets.setAttribute("aria-pressed", String(Boolean(choix.inconnus)));
    muets.textContent = choix.inconnus ? _("Cacher ceux dont nous ne le savons pas") : tus(muettes.length, trouve.raisons);
    filtres.hidden = !criteres || (!fiches.length && !muettes.length && !trouve.faits.length);
    if (criteres) montrerFacettes(choix, trouve);
    if (!fiches.length) conseiller(muettes.length ? demander : danger, choix);
    secourir(signales(moteur, trouve, choix));
  }

  function compter(choix, { fiches, muettes, faits, loin, besoins }) {
    const quoi = [...(choix.q ? [_("« %(mots)s »", { mots: choix.q })] : []), ...faits.map(({ mots }) => mots)].join(", ");
    const voulu = { n: fiches.length, quoi };
    const rien = () => (muettes.length ? _("Aucun dont nous soyons sûrs pour %(quoi)s.", voulu) : _("Notre liste n'a rien pour %(quoi)s.", voulu));
    if (choix.inconnus && muettes.length) nombre.textContent = _("%(n)s résultats pour %(quoi)s, dont %(muets)s dont nous ne le savons pas", { ...voulu, muets: muettes.length });
    else if (loin && !besoins.length && !choix.rayon && voulu.n) nombre.textContent = _("%(n)s résultats, du plus proche au plus loin : %(quoi)s", voulu);
    else nombre.textContent = !voulu.n ? rien() : voulu.n === 1 ? _("1 résultat pour %(quoi)s", voulu) : _("%(n)s résultats pour %(quoi)s", voulu);
  }

  /** Whom to ask where nothing is sure; another word is for those who wrote one. */
  function conseiller(place, { q }) {
    place.append(document.querySelector("[data-sans-resultat]").content.cloneNode(true));
    if (!q) place.querySelector("[data-autre-mot]").remove();
  }

  /** What the words may mean, each a way to search for that alone; and where to look when nothing was found. */
  function comprendre(moteur, choix, { fiches, besoins, lieux, rues, muettes }) {
    const proposer = (mots, choix_) => compris.append(puce(mots, choix_));
    if (!choix.theme) for (const { but } of besoins.slice(0, BESOINS)) proposer(but.nom, { ...choix, q: lieux.map((l) => l.nom)[0] || "", theme: but.id });
    for (const rue of new Set(rues.map(({ but }) => moteur.nomDeVoie(but)).slice(0, 3 * VOIES))) {
      if (compris.children.length >= BESOINS + VOIES) break;
      if (rue !== choix.rue) proposer(rue, { ...choix, q: "", rue, pres: "" });
    }
    for (const but of lieux.slice(0, 2)) if (!choix[but.sorte]) proposer(but.nom, { ...choix, [but.sorte]: but.id, q: besoins.length ? choix.q : "" });
    const perdu = choix.q && !fiches.length && !muettes.length;
    if (perdu) for (const but of moteur.proches(choix.q).slice(0, BESOINS)) proposer(but.nom, { ...choix, q: "", theme: but.id });
    const ailleurs = !fiches.length && choix.theme && (choix.commune || choix.quartier);
    if (ailleurs) proposer(_("Ailleurs aussi : %(n)s", { n: moteur.compter(moteur.trouver("theme", choix.theme)) }), { theme: choix.theme });
  }

  const signalee = (moteur, choix) => signales(moteur, { besoins: choix.q ? moteur.chercher(choix.q).besoins : [] }, choix).length > 0;
  const viser = () => nombre.focus(); // where nothing was asked for it is hidden, and the focus stays
  return { vider, attendre, echouer, montrer, signalee, viser };
}

/** What is not known of those that a choice leaves out: an hour, an address, or something else. */
function tus(n, raisons) {
  const seule = raisons.size === 1 && [...raisons][0];
  if (seule === "ouvert") return _("+ %(n)s dont nous ne connaissons pas l'heure", { n });
  if (seule === "rayon") return _("+ %(n)s sans adresse connue", { n });
  return _("+ %(n)s dont nous ne le savons pas : à demander", { n });
}

/** How times on foot are found, and from where. */
function mesure({ voie, point }) {
  const valeurs = { detour: nombreDit(detour()), metres: METRES_MINUTE };
  const mots = _("Temps à pied estimés : la distance en ligne droite × %(detour)s, à %(metres)s mètres par minute.", valeurs);
  return voie && !point ? `${mots} ${_("Comptés depuis le milieu de la rue.")}` : mots;
}

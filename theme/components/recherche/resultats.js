// What was found, as the cards of every other list of the site: their HTML comes in lots, by main theme.

import { _ } from "../../scripts/lib/mots.js";
import { maintenant } from "../../scripts/lib/temps.js";
import { charger } from "./charger.js";
import { etats } from "./etats.js";
import { facettes, motsDe } from "./facettes.js";
import { CASES, LISTES, filtrer } from "./filtres.js";
import { ordonner } from "./ordre.js";
import { DETOUR, METRES_MINUTE, aPied, lirePoint } from "./proche.js";

const PAGE = 10;
const VOIES = 4;
const BESOINS = 3;
const MARCHE = 45; // minutes

/** The part of the page that shows results. */
export function resultats({ index, montrees, signalees, aller }) {
  const boite = document.querySelector("[data-trouve]");
  const part = (nom) => boite.querySelector(`[data-${nom}]`);
  const [liste, nombre, compris, choisis, muets, plus, danger, filtres, marche] = ["resultats", "nombre", "compris", "choisis", "muets", "plus", "danger", "filtres", "marche"].map(part);
  const parcourir = document.querySelector("[data-parcourir]");
  const montrerFacettes = facettes(part("facettes"), (cle, valeur) => aller({ ...derniers, [cle]: valeur, ...(cle === "moment" && valeur ? { ouvert: "1" } : {}) }));
  let derniers = {};
  let barre; // the way out: one, whose presses are counted once
  let tour = 0;
  let suite = () => {};
  plus.addEventListener("click", () => suite());
  muets.addEventListener("click", () => aller({ ...derniers, inconnus: derniers.inconnus ? "" : "1" }));

  function vider() {
    tour += 1;
    boite.hidden = true;
    parcourir.hidden = false;
    for (const place of [liste, nombre, compris, choisis, danger]) place.textContent = "";
    for (const place of [compris, choisis, muets, plus, filtres, marche]) place.hidden = true;
    if (barre) barre.remove();
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
    dire(moteur, choix, trouve);
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
    const { fiches, besoins, lieux, rues, muettes, comptes, criteres } = trouve;
    for (const place of [compris, choisis, danger]) place.textContent = "";
    const quoi = [...(choix.q ? [_("« %(mots)s »", { mots: choix.q })] : []), ...trouve.faits.map(({ mots }) => mots)].join(", ");
    const voulu = { n: fiches.length, quoi };
    const rien = () => (muettes.length ? _("Aucun dont nous soyons sûrs pour %(quoi)s.", voulu) : _("Notre liste n'a rien pour %(quoi)s.", voulu));
    nombre.textContent = !voulu.n ? rien() : voulu.n === 1 ? _("1 résultat pour %(quoi)s", voulu) : _("%(n)s résultats pour %(quoi)s", voulu);
    choisis.append(...trouve.faits.map(({ cle, mots }) => puce(mots, { ...choix, [cle]: "" }, true)));
    if (!choix.theme) compris.append(...besoins.slice(0, BESOINS).map(({ but }) => puce(but.nom, { ...choix, q: lieux.map((l) => l.nom)[0] || "", theme: but.id })));
    for (const { but: voie } of rues.slice(0, VOIES)) {
      const rue = moteur.nomDeVoie(voie);
      if (rue !== choix.rue) compris.append(puce(rue, { ...choix, q: "", rue, pres: "" }));
    }
    marche.hidden = !trouve.loin;
    marche.textContent = trouve.loin ? _("Temps à pied estimés : la distance en ligne droite × %(detour)s, à %(metres)s mètres par minute.", { detour: nombreDit(DETOUR), metres: METRES_MINUTE }) : "";
    for (const but of lieux.slice(0, 2)) if (!choix[but.sorte]) compris.append(puce(but.nom, { ...choix, [but.sorte]: but.id, q: besoins.length ? choix.q : "" }));
    const perdu = choix.q && !fiches.length && !muettes.length;
    if (perdu) compris.append(...moteur.proches(choix.q).slice(0, BESOINS).map((but) => puce(but.nom, { ...choix, q: "", theme: but.id })));
    const ailleurs = !fiches.length && choix.theme && (choix.commune || choix.quartier);
    if (ailleurs) compris.append(puce(_("Ailleurs aussi : %(n)s", { n: moteur.compter(moteur.trouver("theme", choix.theme)) }), { theme: choix.theme }));
    for (const ul of [compris, choisis]) ul.hidden = !ul.firstChild;
    muets.hidden = !muettes.length;
    muets.setAttribute("aria-pressed", String(Boolean(choix.inconnus)));
    muets.textContent = choix.inconnus ? _("Cacher ceux dont nous ne le savons pas") : _("+ %(n)s dont nous ne le savons pas : à demander", { n: muettes.length });
    filtres.hidden = !criteres;
    if (criteres) montrerFacettes(choix, comptes, criteres);
    if (!fiches.length && !muettes.length) danger.append(document.querySelector("[data-sans-resultat]").content.cloneNode(true));
    secourir(signales(moteur, trouve, choix));
  }

  /** Above results that speak of some themes: the way out, and who answers now. */
  function secourir(themes) {
    if (barre) barre.remove();
    if (!themes.length) return;
    const neuf = !barre;
    const copie = document.querySelector("template[data-secours]").content.cloneNode(true);
    const lignes = copie.querySelector("section");
    for (const ligne of copie.querySelectorAll("[data-pour]"))
      if (!themes.some(({ id }) => ligne.dataset.pour.split(" ").includes(id))) ligne.remove();
    barre = barre || copie.querySelector("aside");
    boite.prepend(barre); // it stays under the thumb as long as results are in sight
    if (lignes && lignes.querySelector("[data-pour]")) danger.append(lignes);
    if (neuf) signalees();
  }

  function puce(mots, choix, retire) {
    const [li, lien] = ["li", "a"].map((nom) => document.createElement(nom));
    lien.href = `#${new URLSearchParams(Object.entries(choix).filter(([, valeur]) => valeur))}`;
    lien.textContent = mots;
    if (retire) {
      const x = Object.assign(document.createElement("span"), { className: "invisible", textContent: _("enlever") });
      lien.className = "puce--retirer";
      lien.append(" ", x);
    }
    lien.addEventListener("click", (evenement) => {
      evenement.preventDefault();
      aller(choix, true);
    });
    li.append(lien);
    return li;
  }

  const signalee = (moteur, choix) => signales(moteur, trouver(moteur, choix), choix).length > 0;
  return { vider, attendre, echouer, montrer, signalee };
}

/** What the words and the choices of the address leave, in order, and what was understood. */
function trouver(moteur, choix) {
  const cherche = choix.q ? moteur.chercher(choix.q) : { fiches: moteur.toutes(), besoins: [], lieux: [], rues: [] };
  const moment = maintenant();
  const ouvert = (rang) => moteur.etat(rang, moment);
  const faits = [];
  const voie = choix.rue ? moteur.voie(choix.rue) : cherche.rues.length ? cherche.rues[0].but : undefined;
  const point = lirePoint(choix.pres) || (voie && voie.point);
  const loin = point && moteur.distance ? (rang) => moteur.distance(rang, point) : undefined;
  if (choix.rue) faits.push({ cle: "rue", mots: voie ? moteur.nomDeVoie(voie) : choix.rue });
  if (choix.pres) faits.push({ cle: "pres", mots: _("Près de votre position") });
  if (loin && !cherche.besoins.length) cherche.fiches = moteur.toutes(); // everything is near or far from a street
  let [fiches, muettes, comptes, criteres] = [cherche.fiches, []];
  if (moteur.criteres) {
    criteres = moteur.criteres.quand({ ouvert, jour: moment[0], age: CARTE.seuils.disponibilite_jours });
    const reste = filtrer(cherche.fiches, choix, criteres, choix.inconnus);
    [fiches, muettes, comptes] = [choix.inconnus ? [...reste.gardees, ...reste.muettes] : reste.gardees, reste.muettes, reste.comptes];
    for (const cle of [...LISTES, ...CASES]) if (choix[cle]) faits.push({ cle, mots: motsDe(cle, choix[cle], criteres) });
  } else {
    const buts = ["theme", "commune", "quartier"].filter((cle) => choix[cle]).map((cle) => [cle, moteur.trouver(cle, choix[cle])]);
    fiches = fiches.filter(({ rang }) => buts.every(([cle, but]) => but && moteur[`${cle}s`][rang].includes(but.rang)));
    for (const [cle, but] of buts) faits.push({ cle, mots: but ? but.nom : choix[cle] });
  }
  const tri = choix.tri || (loin && !cherche.besoins.length ? "distance" : "");
  return { ...cherche, fiches: ordonner(fiches, { ouvert, loin, tri }), muettes, comptes, criteres, faits, loin };
}

/** Of the first needs, the themes whose pages have a way out. */
function signales(moteur, { besoins }, choix) {
  const buts = choix.theme ? [moteur.trouver("theme", choix.theme)] : besoins.slice(0, 2).map((b) => b.but);
  return buts.filter((but) => but && but.signale);
}

/** A card, with the reason why it is there unless that was chosen. */
function carte(html, moteur, { rang, pourquoi }, choix, loin) {
  const [lot, place] = moteur.lot(rang);
  const li = document.createElement("li");
  li.innerHTML = html[lot][place];
  const raison = pourquoi && choix.q && (pourquoi === "nom" ? _("Trouvé par son nom") : _("Ici pour : %(mots)s", { mots: pourquoi.nom }));
  const mots = [raison, loin && distanceDite(loin(rang))].filter(Boolean);
  if (mots.length) {
    const p = document.createElement("p");
    p.className = "pourquoi note";
    p.textContent = mots.join(" · ");
    li.querySelector("article").prepend(p);
  }
  return li;
}

/** Minutes on foot as long as somebody would walk, then kilometres in a straight line; nothing where no place is known. */
function distanceDite(metres) {
  if (metres === Infinity) return "";
  const n = aPied(metres);
  if (n <= MARCHE) return _("à %(n)s min à pied", { n });
  return _("à %(n)s km", { n: nombreDit(Math.round(metres / 100) / 10) });
}

const nombreDit = (n) => new Intl.NumberFormat(CARTE.langue).format(n);

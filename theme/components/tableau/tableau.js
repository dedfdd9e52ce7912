// Sort and filter the table of who does what. Without script the table is whole; nothing here is stored or sent: the
// choices stand behind the # of the address, so that a colleague opens the same lines.

import { creer } from "../../scripts/lib/creer.js";
import { _ } from "../../scripts/lib/mots.js";
import { plier } from "../../scripts/lib/plier.js";
import { repond } from "../../scripts/lib/repond.js";

const FILTRES = [
  ["theme", () => _("Thème")],
  ["public", () => _("Public")],
  ["acces", () => _("Accès")],
  ["langue", () => _("Langue")],
  ["commune", () => _("Commune")],
  ["quartier", () => _("Quartier")],
];
const SEPARATEUR = " · ";
const ordre = new Intl.Collator(CARTE.langue, { numeric: true, sensitivity: "base" });

/** Give every table of the page its tools. */
export function tableaux(racine = document) {
  for (const table of racine.querySelectorAll("[data-tableau]")) outiller(table);
}

function outiller(table) {
  const lignes = [...table.tBodies[0].rows].map((tr) => lire(tr));
  const colonnes = [...table.tHead.rows[0].cells];
  const outils = creer("div", { className: "outils" });
  outils.setAttribute("role", "search");
  outils.setAttribute("aria-label", _("Trier et filtrer le tableau"));

  const mot = creer("input", { type: "search", id: "filtre-q", autocomplete: "off" });
  outils.append(champ(mot, _("Un mot")));
  const choix = {};
  for (const [cle, titre] of FILTRES) {
    choix[cle] = creer("select", { id: `filtre-${cle}` });
    choix[cle].append(new Option(_("Peu importe"), ""), ...options(lignes, cle));
    outils.append(champ(choix[cle], titre()));
  }
  const inconnus = creer("input", { type: "checkbox", id: "filtre-inconnus" });
  const garder = champ(inconnus, _("Aussi ceux dont nous ne le savons pas"));
  garder.classList.add("champ--case");
  outils.append(garder);
  const effacer = creer("button", { type: "button", className: "effacer", textContent: _("Tout effacer") });
  const compte = creer("p", { className: "compte" });
  compte.setAttribute("role", "status");
  const partage = creer("p", { className: "note partage", textContent: _("L'adresse de cette page garde vos choix : copiez-la pour les partager.") });
  outils.append(effacer, partage);
  table.before(outils, compte);
  table.classList.add("outille");

  let tri = "";
  for (const th of colonnes) {
    const bouton = creer("button", { type: "button" });
    bouton.append(...th.childNodes);
    th.append(bouton);
    bouton.addEventListener("click", () => {
      tri = tri === th.dataset.tri || (!tri && th.dataset.tri === "nom") ? `-${th.dataset.tri}` : th.dataset.tri;
      appliquer();
      ecrire();
    });
  }

  function appliquer() {
    const mots = plier(mot.value).split(/\s+/).filter(Boolean);
    let n = 0;
    let muets = 0;
    for (const ligne of lignes) {
      const reponses = FILTRES.map(([cle]) => repond(ligne.ids[cle], cle, choix[cle].value));
      const possible = mots.every((m) => ligne.texte.includes(m)) && !reponses.includes("non");
      const muet = possible && reponses.includes("inconnu");
      ligne.tr.hidden = !possible || (muet && !inconnus.checked);
      n += !ligne.tr.hidden;
      muets += muet;
    }
    const dits = FILTRES.filter(([cle]) => choix[cle].value).map(([cle]) => choix[cle].selectedOptions[0].text);
    if (mots.length) dits.unshift(`« ${mot.value.trim()} »`);
    const phrases = [_("Résultats : %(n)s sur %(total)s.", { n, total: lignes.length })];
    if (dits.length) phrases[0] = `${phrases[0].slice(0, -1)} (${dits.join(", ")}).`;
    if (muets && !inconnus.checked) phrases.push(_("Pour %(muets)s autres, nous ne le savons pas : à demander.", { muets }));
    if (!n && !muets) phrases.push(_("Notre liste n'a rien avec ces choix : enlevez-en un, ou voyez à côté."));
    phrases.push(...trier());
    compte.textContent = phrases.join(" ");
  }

  function trier() {
    const [cle, sens] = tri[0] === "-" ? [tri.slice(1), -1] : [tri || "nom", 1];
    const i = colonnes.findIndex((th) => th.dataset.tri === cle);
    for (const th of colonnes) th.removeAttribute("aria-sort");
    colonnes[i].setAttribute("aria-sort", sens < 0 ? "descending" : "ascending");
    const rangees = tri ? [...lignes].sort((a, b) => comparer(a.valeurs[i], b.valeurs[i], sens) || a.rang - b.rang) : lignes;
    table.tBodies[0].append(...rangees.map((ligne) => ligne.tr));
    const colonne = colonnes[i].textContent;
    if (!tri) return [];
    return [sens < 0 ? _("Trié par « %(colonne)s », ordre inverse.", { colonne }) : _("Trié par « %(colonne)s ».", { colonne })];
  }

  /** Keep the choices behind #, with what others keep there. */
  function ecrire() {
    const ancre = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
    for (const [cle, valeur] of [["q", mot.value.trim()], ...FILTRES.map(([f]) => [f, choix[f].value]), ["inconnus", inconnus.checked ? "1" : ""], ["tri", tri]])
      if (valeur) ancre.set(cle, valeur);
      else ancre.delete(cle);
    history.replaceState(null, "", ancre.toString() ? `#${ancre}` : location.pathname + location.search);
  }

  /** Read the choices; an anchor of the page (#contenu) is none. */
  function relire() {
    if (location.hash.length > 1 && !location.hash.includes("=")) return;
    const ancre = new URLSearchParams(location.hash.slice(1));
    mot.value = ancre.get("q") || "";
    for (const [cle] of FILTRES) {
      choix[cle].value = ancre.get(cle) || "";
      if (choix[cle].selectedIndex < 0) choix[cle].value = "";
    }
    inconnus.checked = ancre.get("inconnus") === "1";
    tri = ancre.get("tri") || "";
    if (!colonnes.some((th) => th.dataset.tri === tri.replace(/^-/, ""))) tri = "";
    appliquer();
  }

  outils.addEventListener("input", () => { appliquer(); ecrire(); });
  effacer.addEventListener("click", () => {
    for (const saisie of [mot, ...Object.values(choix)]) saisie.value = "";
    inconnus.checked = false;
    tri = "";
    appliquer();
    ecrire();
  });
  addEventListener("hashchange", relire);
  relire();
}

/** A line: its words for the word filter, its ids for the choices, its values for the order. */
function lire(tr) {
  const ids = {};
  for (const [cle] of FILTRES) ids[cle] = (attribut(tr, cle) || "").split(" ").filter(Boolean);
  const valeurs = [...tr.cells].map((td) => (td.querySelector("i") ? "" : td.dataset.verification || td.textContent.trim()));
  return { tr, ids, valeurs, texte: plier(tr.textContent), rang: tr.rowIndex };
}

function attribut(tr, cle) {
  const element = tr.querySelector(`[data-${cle}]`);
  return element && element.dataset[cle];
}

/** The choices that the lines know, each once, by their words. */
function options(lignes, cle) {
  const connus = new Map();
  for (const { tr, ids } of lignes) {
    if (!ids[cle].length) continue;
    const mots = tr.querySelector(`[data-${cle}]`).textContent.split(SEPARATEUR);
    ids[cle].forEach((id, i) => connus.set(id, mots[i].trim()));
  }
  return [...connus].sort((a, b) => ordre.compare(a[1], b[1])).map(([id, mots]) => new Option(mots, id));
}

/** What is not known comes last, whatever the order. */
function comparer(a, b, sens) {
  if (!a || !b) return !a - !b;
  return sens * ordre.compare(a, b);
}

function champ(saisie, mots) {
  const boite = creer("p", { className: "champ" });
  boite.append(creer("label", { htmlFor: saisie.id, textContent: mots }), saisie);
  return boite;
}

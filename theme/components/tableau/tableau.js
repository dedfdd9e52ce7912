// The table of who does what: sorted, filtered, grouped, with the columns that one wants. Without script it is whole;
// nothing here is stored or sent: the choices stand behind the # of the address, so that a colleague opens the same view.

import { creer } from "../../scripts/lib/creer.js";
import { _ } from "../../scripts/lib/mots.js";
import { plier } from "../../scripts/lib/plier.js";
import { colonnes } from "./colonnes.js";
import { filtres } from "./filtres.js";
import { lire } from "./lignes.js";
import { outils } from "./outils.js";
import { GROUPES, rangeur } from "./rangement.js";

/** Give the tables of the page their tools. Returns what does their choices again, with what time has changed. */
export function tableaux(racine = document) {
  const faits = [...racine.querySelectorAll("[data-tableau]")].map(outiller);
  return () => faits.forEach((refaire) => refaire());
}

function outiller(table) {
  const lignes = [...table.tBodies[0].rows].map(lire);
  const choix = filtres(table, lignes);
  const cachees = colonnes(table);
  const { boite, mot, ouvert, inconnus, groupe, effacer, compte, lien } = outils(choix, cachees, GROUPES);
  table.before(boite, compte);
  table.classList.add("outille");
  const ranger = rangeur(table, lignes);
  const adresse = document.querySelector("[data-adresse]");
  let tri = "";

  for (const th of table.tHead.querySelectorAll("[data-triable]")) {
    const bouton = creer("button", { type: "button" });
    bouton.append(...th.childNodes);
    th.append(bouton);
    const cle = th.dataset.colonne;
    bouton.addEventListener("click", () => {
      tri = tri === cle || (!tri && cle === "nom") ? `-${cle}` : cle;
      appliquer();
      ecrire();
    });
  }

  function appliquer() {
    const mots = plier(mot.value).split(/\s+/).filter(Boolean);
    const { n, muets } = choix.appliquer({ mots, ouvert: ouvert.checked, inconnus: inconnus.checked });
    const dits = choix.dits();
    if (ouvert.checked) dits.unshift(_("Ouvert maintenant"));
    if (mots.length) dits.unshift(`« ${mot.value.trim()} »`);
    const phrases = [_("Résultats : %(n)s sur %(total)s.", { n, total: lignes.length })];
    if (dits.length) phrases[0] = `${phrases[0].slice(0, -1)} (${dits.join(", ")}).`;
    if (muets && !inconnus.checked) phrases.push(_("Pour %(muets)s autres, nous ne le savons pas : à demander.", { muets }));
    if (!n && !muets) phrases.push(_("Notre liste n'a rien avec ces choix : enlevez-en un, ou voyez à côté."));
    phrases.push(...ranger(tri, groupe.value));
    const dit = phrases.join(" ");
    if (compte.textContent !== dit) compte.textContent = dit;
  }

  const saisies = () => ({ q: mot.value.trim(), ...choix.valeurs(), ouvert: ouvert.checked ? "1" : "", inconnus: inconnus.checked ? "1" : "", tri, groupe: groupe.value, sans: cachees.valeur() });

  /** Keep the choices behind #, with what others keep there. */
  function ecrire() {
    const ancre = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
    for (const [cle, valeur] of Object.entries(saisies()))
      if (valeur) ancre.set(cle, valeur);
      else ancre.delete(cle);
    history.replaceState(null, "", ancre.toString() ? `#${ancre}` : location.pathname + location.search);
    dire();
  }

  /** The address of this view, to copy and on paper: that of the page on the site, with the choices. */
  function dire() {
    lien.href = location.href;
    if (adresse) adresse.textContent = adresse.textContent.split("#")[0] + location.hash;
  }

  /** Read the choices; an anchor of the page (#contenu) is none. */
  function relire() {
    if (location.hash.length > 1 && !location.hash.includes("=")) return;
    const ancre = new URLSearchParams(location.hash.slice(1));
    const dit = (cle) => ancre.get(cle) || "";
    mot.value = dit("q");
    choix.remettre(dit);
    ouvert.checked = dit("ouvert") === "1";
    inconnus.checked = dit("inconnus") === "1";
    groupe.value = dit("groupe");
    if (groupe.selectedIndex < 0) groupe.value = "";
    cachees.remettre(dit("sans"));
    tri = table.tHead.querySelector(`[data-triable][data-colonne="${CSS.escape(dit("tri").replace(/^-/, ""))}"]`) ? dit("tri") : "";
    appliquer();
    dire();
  }

  boite.addEventListener("input", () => { appliquer(); ecrire(); });
  effacer.addEventListener("click", () => {
    mot.value = groupe.value = tri = "";
    choix.remettre(() => "");
    ouvert.checked = inconnus.checked = false;
    cachees.remettre("");
    appliquer();
    ecrire();
  });
  addEventListener("hashchange", relire);
  relire();
  let etats = "";
  return () => {
    const vus = lignes.map(({ tr }) => tr.dataset.ouvert).join();
    if (ouvert.checked && vus !== etats) appliquer(); // each minute: only what changed may move
    etats = vus;
  };
}

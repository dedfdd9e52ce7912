// The order of the lines, and their groups. By name, by commune, by what ages: never by who is big, known or complete.

import { creer } from "../../scripts/lib/creer.js";
import { _ } from "../../scripts/lib/mots.js";
import { placeDe } from "./lignes.js";

const ordre = new Intl.Collator(CARTE.langue, { numeric: true, sensitivity: "base" });
/** What lines may be put under, in words. */
export const GROUPES = [["", () => _("Sans groupe")], ["theme", () => _("Thème")], ["commune", () => _("Commune")]];

/** Returns `ranger(tri, groupe)`, which puts the lines in order and says in sentences how. */
export function rangeur(table, lignes) {
  const corps = table.tBodies[0];
  const entetes = [...table.tHead.rows[0].cells];
  const places = JSON.parse(table.dataset.places).map(([id]) => id);
  const largeur = () => entetes.length - table.dataset.sans.split(" ").filter(Boolean).length;
  const valeur = (ligne, cle) => (cle === "place" ? String(places.indexOf(placeDe(ligne)) + 1 || "") : ligne.valeurs[cle]);

  return function ranger(tri, groupe) {
    const [cle, sens] = tri[0] === "-" ? [tri.slice(1), -1] : [tri || "nom", 1];
    const colonne = entetes.find((th) => th.dataset.colonne === cle);
    for (const th of entetes) th.removeAttribute("aria-sort");
    colonne.setAttribute("aria-sort", sens < 0 ? "descending" : "ascending");
    const triees = tri ? [...lignes].sort((a, b) => comparer(valeur(a, cle), valeur(b, cle), sens) || a.rang - b.rang) : lignes;
    for (const autre of [...table.tBodies].slice(1)) autre.remove();
    placer(corps, triees.map((ligne) => ligne.tr));
    if (groupe) table.append(...grouper(triees.filter((ligne) => !ligne.tr.hidden), groupe, largeur()));
    const dits = [];
    if (tri) {
      const valeurs = { colonne: colonne.textContent };
      dits.push(sens < 0 ? _("Trié par « %(colonne)s », ordre inverse.", valeurs) : _("Trié par « %(colonne)s ».", valeurs));
    }
    if (groupe) dits.push(groupe === "theme" ? _("Groupé par thème : un service qui en a plusieurs est sous chacun.") : _("Groupé par commune : un service qui est dans plusieurs est sous chacune."));
    return dits;
  };
}

/** Put rows in a body, unless they stand there in this order: what has the focus keeps it. */
function placer(corps, rangees) {
  if (rangees.length === corps.rows.length && rangees.every((tr, rang) => corps.rows[rang] === tr)) return;
  corps.append(...rangees);
}

/** A body a group, in the order of the words; what says nothing of it comes last. A line stands under each of its own. */
function grouper(lignes, cle, largeur) {
  const groupes = new Map();
  for (const ligne of lignes) {
    const mots = ligne.mots[cle].length ? ligne.mots[cle] : [""];
    for (const mot of mots) groupes.set(mot, groupes.get(mot) || []).get(mot).push(ligne);
  }
  const prises = new Set();
  return [...groupes].sort((a, b) => comparer(a[0], b[0], 1)).map(([mot, siennes]) => {
    const corps = creer("tbody");
    const titre = creer("th", { colSpan: largeur, scope: "rowgroup", textContent: `${mot || _("nous ne savons pas")} (${siennes.length})` });
    const rangee = creer("tr", { className: "groupe" });
    rangee.append(titre);
    corps.append(rangee, ...siennes.map(({ tr }) => (prises.has(tr) ? tr.cloneNode(true) : (prises.add(tr), tr))));
    return corps;
  });
}

/** What is not known comes last, whatever the order. */
function comparer(a, b, sens) {
  if (!a || !b) return !a - !b;
  return sens * ordre.compare(a, b);
}

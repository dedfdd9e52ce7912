// Kept places side by side: a table, a row a question. What a record does not say is said to be unsaid, never left blank.

import { creer } from "../../scripts/lib/creer.js";
import { _ } from "../../scripts/lib/mots.js";
import { remplir } from "../../scripts/lib/remplir.js";
import { contactDe, nomDe, texteDe } from "./faits.js";

const QUESTIONS = [
  [() => _("Ouvert"), ({ etat }) => [etat]],
  [() => _("Une semaine ordinaire"), ({ semaine }) => semaine()],
  [() => _("Où aller"), ({ lieux }) => lieux],
  [() => _("Comment entrer"), ({ acces }) => acces],
  [() => _("Pour qui"), ({ publics }) => phrase(publics)],
  [() => _("Langues"), ({ langues }) => phrase(langues)],
  [() => _("Prix"), ({ frais }) => phrase(frais)],
  [() => _("En chaise roulante"), ({ pmr }) => phrase(pmr)],
  [() => _("Sans condition"), ({ sans_condition: sans }) => (sans === null ? [] : [sans ? _("oui") : _("non")])],
  [() => _("De la place"), ({ place }) => place],
  [() => _("Contact"), (faits) => [contactDe(faits)]],
];

const phrase = (mots) => (mots.length ? [mots.join(", ")] : []);

/** Write the comparison of places (facts of `faits.js`) into a table; roles hold where a narrow screen undoes the grid. */
export function comparer(table, places) {
  const entete = rangee([cellule("td", "cell", [""]), ...places.map((faits) => {
    const th = cellule("th", "columnheader", []);
    th.scope = "col";
    const lien = creer("a", { href: faits.page });
    lien.append(...nomDe(faits));
    th.append(lien);
    return th;
  })]);
  const corps = QUESTIONS.map(([titre, repondre]) => {
    const th = cellule("th", "rowheader", [titre()]);
    th.scope = "row";
    const reponses = places.map(repondre);
    return rangee([th, ...(reponses.some((parties) => parties.length) ? places.map((faits, rang) => {
      const td = cellule("td", "cell", reponses[rang]);
      td.dataset.label = texteDe(faits.nom);
      return td;
    }) : [personne(places.length)])]);
  });
  const [thead, tbody] = ["thead", "tbody"].map((nom) => creer(nom));
  for (const groupe of [thead, tbody]) groupe.setAttribute("role", "rowgroup");
  thead.append(entete);
  tbody.append(...corps);
  table.setAttribute("role", "table");
  remplir(table, table.caption, thead, tbody);
}

/** One cell for all: a question that no place answers takes a line, not a column of the same words. */
function personne(nombre) {
  const td = cellule("td", "cell", []);
  td.colSpan = nombre;
  return td;
}

function rangee(cellules) {
  const tr = creer("tr");
  tr.setAttribute("role", "row");
  tr.append(...cellules);
  return tr;
}

/** A cell with texts, or copies of parts of the card, one a line. */
function cellule(nom, role, parties) {
  const element = creer(nom);
  element.setAttribute("role", role);
  if (nom === "td" && !parties.length) element.append(creer("span", { className: "note", textContent: _("pas dit : à demander") }));
  parties.forEach((partie, rang) => {
    if (rang) element.append(creer("br"));
    element.append(typeof partie === "string" ? partie : copie(partie));
  });
  return element;
}

/** A part of a card as it stands in a cell: the words of an item without the item. */
function copie(partie) {
  if (!partie.matches || !partie.matches("li")) return partie.cloneNode(true);
  const span = creer("span");
  span.append(...partie.cloneNode(true).childNodes);
  for (const icone of span.querySelectorAll("svg")) icone.remove();
  return span;
}

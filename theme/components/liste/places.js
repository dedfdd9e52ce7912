// One line of the kept list: the card of every other list of the site, and what may be done with its place.

import { creer } from "../../scripts/lib/creer.js";
import { _ } from "../../scripts/lib/mots.js";

/** A line for a card (HTML); `gestes.bouger(id, steps, [button, other])` and `gestes.enlever(id)` are what its buttons do. */
export function placeTenue(carte, id, gestes) {
  const li = creer("li", { className: "place" });
  li.innerHTML = carte;
  const nom = li.querySelector(".fiche__mots");
  const outils = creer("p", { className: "place__outils" });
  const monter = bouton("↑", _("Monter"), nom);
  const descendre = bouton("↓", _("Descendre"), nom);
  monter.addEventListener("click", () => gestes.bouger(id, -1, [monter, descendre]));
  descendre.addEventListener("click", () => gestes.bouger(id, 1, [descendre, monter]));
  outils.append(monter, descendre, retirer(id, nom, gestes));
  li.append(outils);
  return li;
}

/** Let only those ways be open that a place has: no higher than the first rank, no lower than the last. */
export function borner(li, rang, nombre) {
  const [monter, descendre] = li.querySelectorAll(".place__outils button");
  if (!descendre) return;
  monter.disabled = rang === 0;
  descendre.disabled = rang === nombre - 1;
}

/** A line for an id that no record has: what it was cannot be said, that it is gone must be. */
export function placeInconnue(id, gestes) {
  const li = creer("li", { className: "place vide" });
  const nom = creer("span", { textContent: id });
  const outils = creer("p", { className: "place__outils" });
  outils.append(retirer(id, nom, gestes));
  li.append(creer("p", { textContent: _("N'est plus dans notre liste : %(id)s", { id }) }), outils);
  return li;
}

/** The line that stands where a place was taken away, as long as nothing else changes. */
export function placeEnlevee(nom, remettre) {
  const li = creer("li", { className: "place place--enlevee vide" });
  const mots = creer("p", { textContent: _("Enlevé : %(nom)s", { nom }) });
  const annuler = creer("button", { type: "button", className: "bouton", textContent: _("Remettre") });
  annuler.addEventListener("click", remettre);
  li.append(mots, annuler);
  return li;
}

function retirer(id, nom, gestes) {
  const retire = bouton("×", _("Enlever"), nom);
  retire.addEventListener("click", () => gestes.enlever(id));
  return retire;
}

/** A button whose name says of which place it is. */
function bouton(signe, mots, nom) {
  const element = creer("button", { type: "button", className: "bouton" });
  const [dessin, suite] = [creer("span", { textContent: signe }), creer("span", { className: "invisible" })];
  dessin.setAttribute("aria-hidden", "true");
  suite.append(" ", ...nom.cloneNode(true).childNodes);
  element.append(dessin, ` ${mots}`, suite);
  return element;
}

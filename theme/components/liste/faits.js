// What is said of a kept place, taken from its card, so that the table, the calls, the paper and the message say the same.

import { _ } from "../../scripts/lib/mots.js";
import { maintenant } from "../../scripts/lib/temps.js";
import { semaines } from "./semaine.js";

/** Words without what only readers aloud hear, nor spaces that a page does not show. */
export function texteDe(element) {
  const copie = element.cloneNode(true);
  for (const cache of copie.querySelectorAll(".invisible")) cache.remove();
  return copie.textContent.replace(/\s+/g, " ").trim();
}

/** The facts of a card (as it came, before any script) and of what its pigeonhole says beside it. */
export function faitsDe(article, su) {
  const un = (choix) => article.querySelector(choix);
  const reperes = [...article.querySelectorAll(".reperes > li")];
  const place = reperes.filter((li) => li.querySelector("[data-disponibilite]"));
  const acces = reperes.filter((li) => li.matches(".acces"));
  const lieux = reperes.filter((li) => !place.includes(li) && !acces.includes(li));
  const etat = un(".etat");
  const horaires = JSON.parse(etat.dataset.horaires || "[]");
  return {
    ...su,
    nom: un(".fiche__mots"),
    page: un(".fiche__nom a").getAttribute("href"),
    quoi: [un(".nature"), un(".nature + p")].map(texteDe),
    lieux, acces, place, etat,
    adresses: lieux.map(texteDe),
    contact: un(".fiche__contact a"),
    pourQui: un(".fiche__contact .note"),
    motsHoraires: texteDe(etat),
    semaine: () => semaines(horaires, maintenant()),
  };
}

/** The name in its language: nodes to put in the page. */
export const nomDe = ({ nom }) => [...nom.cloneNode(true).childNodes];

/** The way to reach somebody, as on the card: a phone, a mailbox or a site; words where none is known. */
export const contactDe = ({ contact }) => (contact ? contact.cloneNode(true) : document.createTextNode(_("téléphone pas encore connu")));

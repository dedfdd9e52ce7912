// When professionals meet next. Pages print the rule in words and the days that are told; what comes next, and what
// nobody may believe any more, is said here.

import { remplacer } from "../fraicheur/fraicheur.js";
import { _ } from "../../scripts/lib/mots.js";
import { ecrire, jourDe, maintenant } from "../../scripts/lib/temps.js";

const JOUR_ENTIER = { weekday: "long", day: "numeric", month: "long", year: "numeric" };

/** Say the next date of every meeting of the page, and sort the lists; again when the address asks for another moment. */
export function rencontres(racine = document) {
  const redire = () => actualiser(racine);
  redire();
  addEventListener("hashchange", redire);
}

function actualiser(racine) {
  const [aujourdhui, minute] = maintenant();
  for (const element of racine.querySelectorAll("[data-seances]")) {
    const seances = element.dataset.seances.split(" ").filter(Boolean).map(lire);
    const prochaine = seances.find(({ jour, fin }) => jour > aujourdhui || (jour === aujourdhui && minute < fin));
    element.prochaine = prochaine ? prochaine.jour : Infinity;
    const mots = element.querySelector(".prochaine");
    mots.hidden = !seances.length;
    mots.classList.toggle("note", !prochaine);
    mots.textContent = prochaine ? dire(prochaine) : _("Les dates que nous connaissons sont passées.");
  }
  for (const element of racine.querySelectorAll("[data-douteux]"))
    remplacer(element, jourDe(element.dataset.douteux) <= aujourdhui && _("(à confirmer : plus d'un an)"));
  for (const liste of racine.querySelectorAll("[data-par-date]")) {
    trier(liste);
    liste.previousElementSibling.hidden = [...liste.children].some((li) => li.prochaine < Infinity);
  }
}

/** `2026-12-01/09:30–12:00` as its day, its hours in words and the minute at which it ends. */
function lire(texte) {
  const [iso, heures = ""] = texte.split("/");
  const [h, m] = heures ? heures.split("–")[1].split(":") : [24, 0];
  return { jour: jourDe(iso), heures, fin: h * 60 + +m };
}

function dire({ jour, heures }) {
  const quand = ecrire(jour, JOUR_ENTIER);
  return heures ? _("Prochaine date : %(quand)s, %(heures)s", { quand, heures }) : _("Prochaine date : %(quand)s", { quand });
}

/** The soonest first; those of which no date is known stay by name, after the others. */
function trier(liste) {
  const rangees = [...liste.children];
  rangees.forEach((li, rang) => { if (li.rang === undefined) li.rang = rang; });
  liste.append(...rangees.sort((a, b) => (a.prochaine === b.prochaine ? a.rang - b.rang : a.prochaine - b.prochaine)));
}

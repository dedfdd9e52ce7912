// How old a fact is. Pages print dates and the rule in words; ages, and what they mean today, are said here.

import { _ } from "../../scripts/lib/mots.js";
import { isoDe, jourDe, maintenant } from "../../scripts/lib/temps.js";

const age = typeof Intl.RelativeTimeFormat === "function" && new Intl.RelativeTimeFormat(CARTE.langue, { numeric: "always" });

/** Whole months from a day to another one. */
export function mois(du, au) {
  const [a, b] = [du, au].map((jour) => isoDe(jour).split("-").map(Number));
  return (b[0] - a[0]) * 12 + b[1] - a[1] - (b[2] < a[2] ? 1 : 0);
}

/** "il y a 8 mois", "il y a 12 jours"; empty where the browser cannot say it, or for a date to come. */
export function dire(du, au) {
  if (!age || au < du) return "";
  const n = mois(du, au);
  return n < 2 ? age.format(du - au, "day") : n < 24 ? age.format(-n, "month") : age.format(-Math.floor(n / 12), "year");
}

/** Say the ages of the page, and what has passed; again when the address asks for another moment. Returns what does it. */
export function fraicheurs(racine = document) {
  const redire = () => actualiser(racine);
  redire();
  addEventListener("hashchange", redire);
  return redire;
}

function actualiser(racine) {
  const [aujourdhui] = maintenant();
  for (const element of racine.querySelectorAll("[data-verification]")) {
    const du = jourDe(element.dataset.verification);
    ajouter(element.querySelector("time"), dire(du, aujourdhui));
    verification(element, mois(du, aujourdhui));
  }
  for (const element of racine.querySelectorAll("[data-disponibilite]")) {
    const du = jourDe(element.dataset.disponibilite);
    remplacer(element, aujourdhui - du > CARTE.seuils.disponibilite_jours && _("À redemander : la réponse connue est trop vieille"));
    ajouter(element.querySelector("time"), dire(du, aujourdhui));
  }
  for (const element of racine.querySelectorAll("[data-fin]"))
    remplacer(element, jourDe(element.dataset.fin) < aujourdhui && _("financement échu, à confirmer"));
  for (const element of racine.querySelectorAll("[data-jusqu-au]")) element.hidden = jourDe(element.dataset.jusquAu) < aujourdhui;
}

function verification(element, n) {
  const { telephoner_mois: telephoner, ancienne_mois: ancienne } = CARTE.seuils;
  element.dataset.niveau = n < telephoner ? "fraiche" : n < ancienne ? "telephoner" : "ancienne";
  if (n < telephoner) return remplacer(element, " ");
  remplacer(element, n < ancienne ? _("Téléphonez avant de venir.") : _("C'est ancien : téléphonez avant de venir."));
}

function ajouter(element, texte) {
  if (!element) return;
  let mots = element.nextElementSibling;
  if (!mots || mots.className !== "age") {
    mots = document.createElement("span");
    mots.className = "age"; // paper does not keep it: it is true today
    element.after(mots);
  }
  mots.textContent = texte && ` (${texte})`;
}

/** The words that are true on any day make place for those of today, and come back where there are none. */
export function remplacer(element, texte) {
  const mots = element.querySelector(".regle");
  if (!mots) return;
  if (mots.dataset.toujours === undefined) mots.dataset.toujours = mots.textContent;
  mots.textContent = texte || mots.dataset.toujours;
}

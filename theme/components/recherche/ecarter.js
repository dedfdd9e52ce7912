// What an address asks for that nobody can read: an unknown street, half a position, a day that does not exist. It is left
// aside, the rest is searched, and both are said.

import { _ } from "../../scripts/lib/mots.js";
import { lireMoment } from "../../scripts/lib/temps.js";
import { titreDe } from "./facettes.js";
import { apresCalendrier } from "./fenetres.js";
import { LISTES } from "./filtres.js";
import { lirePoint } from "./proche.js";

const LONG = 60; // letters of it that are said again

const NOMS = { rue: () => _("rue"), pres: () => _("position"), moment: () => _("moment") };

/** Choices without those that cannot be read, `reste`, and these by key, `incompris`; what is not loaded yet is believed. */
export function ecarter(choix, moteur) {
  const incompris = ["rue", "pres", "moment", ...LISTES].filter((cle) => choix[cle] && !lisible(cle, choix[cle], moteur));
  return { reste: { ...choix, ...Object.fromEntries(incompris.map((cle) => [cle, ""])) }, incompris };
}

function lisible(cle, valeur, moteur) {
  if (cle === "pres") return lirePoint(valeur);
  if (cle === "moment") return lireMoment(valeur);
  if (!moteur) return true;
  if (cle === "rue") return !moteur.rues || moteur.voie(valeur);
  if (cle === "langue") return !moteur.criteres || moteur.criteres.libelles.langue.some(([id]) => id === valeur);
  return moteur.trouver(cle, valeur);
}

/** The same in words, empty where all was read; `vide` where nothing is left to search. */
export function ecartsDits(choix, incompris, vide) {
  const dits = incompris.map((cle) => `${(NOMS[cle] || titreDe(cle))().toLowerCase()} ${_("« %(mots)s »", { mots: choix[cle].slice(0, LONG) })}`);
  const quoi = dits.join(", ");
  const moment = !incompris.includes("moment") && lireMoment(choix.moment);
  return [
    dits.length && (vide ? _("Nous n'avons pas compris : %(quoi)s. Que cherchez-vous ?", { quoi }) : _("Nous n'avons pas compris : %(quoi)s. Nous cherchons sans.", { quoi })),
    moment && apresCalendrier(moment[0]) && _("Nous ne savons pas encore quels jours seront fériés alors, ni qui ouvrira."),
  ].filter(Boolean).join(" ");
}

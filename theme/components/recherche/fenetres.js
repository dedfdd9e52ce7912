// Stretches of time that somebody may ask for, each defined here alone: from a moment, which hours "this evening" and "this
// week-end" stand for, in Brussels time. What is over at that moment is no longer part of it.

import { _ } from "../../scripts/lib/mots.js";
import { ecrire, isoDe, jourDeSemaine } from "../../scripts/lib/temps.js";
import { heure } from "../ouverture/ouverture.js";

const SOIR = 18 * 60;
const NUIT = 22 * 60;
const SAMEDI = 5;

const FENETRES = new Map(Object.entries({
  /* Between 18:00 and 22:00 of the day. */
  soir: ([jour, minute]) => (minute < NUIT ? [[jour, Math.max(SOIR, minute)], [jour, NUIT]] : null),
  /* The Saturday and the Sunday that come, or what is left of them. */
  "week-end": ([jour, minute]) => {
    const samedi = jour + SAMEDI - jourDeSemaine(jour);
    return [samedi < jour || (samedi === jour && minute) ? [jour, minute] : [samedi, 0], [samedi + 2, 0]];
  },
}));

/** The first minute of a stretch and the first one after it, [day, minute] each; null where it is over or is none. */
export const fenetre = (nom, moment) => (FENETRES.has(nom) ? FENETRES.get(nom)(moment) : null);

/** What a choice of hours stands for, in words; `dit`: whether the moment was chosen, so that it is not today's. */
export function motsDeFenetre(nom, moment, dit) {
  if (nom === "1") return dit ? _("Ouvert à ce moment-là") : _("Ouvert maintenant");
  const bornes = fenetre(nom, moment);
  if (nom === "soir") {
    if (!bornes) return _("Ouvert ce soir (soirée passée)");
    const valeurs = { de: heure(bornes[0][1]), a: heure(bornes[1][1]) };
    return horsCalendrier(moment[0]) ? inconnu(_("Ouvert en soirée")) : dit ? _("Ouvert en soirée, entre %(de)s et %(a)s", valeurs) : _("Ouvert ce soir, entre %(de)s et %(a)s", valeurs);
  }
  if (nom !== "week-end") return nom;
  const dimanche = bornes[1][0] - 1;
  if (horsCalendrier(dimanche)) return inconnu(_("Ouvert ce week-end"));
  const date = (jour) => ecrire(jour, { weekday: "long", day: "numeric", month: "long" });
  if (bornes[0][1] || bornes[0][0] === dimanche) return _("Ouvert ce week-end, d'ici la fin du %(dimanche)s", { dimanche: date(dimanche) });
  return _("Ouvert ce week-end, %(samedi)s ou %(dimanche)s", { samedi: date(bornes[0][0]), dimanche: date(dimanche) });
}

const inconnu = (mots) => _("%(mots)s (notre calendrier ne va pas si loin)", { mots });

/* The years of which public holidays, and so opening hours, are known. */
const annees = Object.keys(CARTE.feries).map((jourFerie) => jourFerie.slice(0, 4)).sort();
const anneeDe = (jour) => isoDe(jour).slice(0, 4);

const horsCalendrier = (jour) => (annees.length > 0 && anneeDe(jour) < annees[0]) || apresCalendrier(jour);

/** Whether a day lies after the years of which public holidays are known. */
export const apresCalendrier = (jour) => annees.length > 0 && anneeDe(jour) > annees[annees.length - 1];

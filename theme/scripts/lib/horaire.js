// Is it open? The same answers as generator/carte_sociale/horaires/ouverture.py, from what compact.py packs.
// A test gives both the same schedules and instants.

import { isoDe, jourDe, jourDeSemaine } from "./temps.js";

const JOURNEE = 1440;
const SANS_FIN_AU_DELA = 7 * JOURNEE;

const paires = (plat) => plat.reduce((tout, m, i) => (i % 2 ? tout : [...tout, [m, plat[i + 1]]]), []);
const course = (courses, rang) => (courses || []).find(([du, au]) => du <= rang && rang <= au);

/** A packed schedule, ready to be asked. `heures(jour)`: spans in minutes, null when unknown. `motif(jour)`: why. */
export function deplier(paquet, feries = CARTE.feries) {
  const debut = jourDe(paquet.d);
  return {
    semaine: paquet.s.map(paires),
    nuit: paquet.u || 0,
    heures(jour) {
      const rang = jour - debut;
      if (rang < 0 || rang >= paquet.n) return null;
      const exception = course(paquet.x, rang);
      if (exception) return exception[2] && paires(exception[2]);
      if (paquet.f && feries[isoDe(jour)]) return null;
      return this.semaine[jourDeSemaine(jour)];
    },
    motif(jour) {
      const raison = course(paquet.m, jour - debut);
      if (raison) return raison[2];
      return jour - debut >= 0 && jour - debut < paquet.n && feries[isoDe(jour)] ? "ferie" : "";
    },
    connu: (jour) => jour >= debut,
  };
}

/**
 * The state at a Brussels [day, minute]: `etat` oui, non or inconnu; `jusqua` [day, minute] when open (absent beyond a
 * week), and `ensuite`; `prochaine` [day, minute] when closed (absent when an unknown day comes first); `raison`.
 */
export function etat(horaire, [jour, minute]) {
  const raison = horaire.motif(jour);
  const fin = finEnCours(horaire, jour, minute);
  if (fin !== null) return ouvert(horaire, jour, fin, raison);
  if (horaire.heures(jour) === null) return { etat: "inconnu", raison: raison || "horizon" };
  if (minute < nuitInconnue(horaire, jour)) return { etat: "inconnu", raison: horaire.motif(jour - 1) || "horizon" };
  return { etat: "non", prochaine: prochaine(horaire, jour, minute), raison };
}

function finEnCours(horaire, jour, minute) {
  const fins = [];
  for (const [debut, fin] of horaire.heures(jour) || []) if (debut <= minute && minute < fin) fins.push(fin);
  for (const [debut, fin] of horaire.heures(jour - 1) || [])
    if (debut <= minute + JOURNEE && minute + JOURNEE < fin) fins.push(fin - JOURNEE);
  return fins.length ? Math.max(...fins) : null;
}

function ouvert(horaire, jour, fin, raison) {
  while (fin <= SANS_FIN_AU_DELA) {
    const [la, m] = place(jour, fin);
    const suite = finEnCours(horaire, la, m);
    if (suite === null) {
      const inconnu = horaire.heures(la) === null || m < nuitInconnue(horaire, la);
      return { etat: "oui", jusqua: [la, m], ensuite: inconnu ? "inconnu" : "non", raison };
    }
    fin = suite + (la - jour) * JOURNEE;
  }
  return { etat: "oui", raison };
}

function prochaine(horaire, jour, minute) {
  for (; ; jour += 1, minute = -1) {
    const heures = horaire.heures(jour);
    if (heures === null) return undefined;
    const suivante = heures.find(([debut]) => debut > minute);
    if (suivante) return place(jour, suivante[0]);
  }
}

/** The minute of a day until which somebody may still be there after a night of which nothing is known. */
export function nuitInconnue(horaire, jour) {
  if (!horaire.connu(jour - 1) || horaire.heures(jour - 1) !== null) return 0;
  return Math.max(horaire.nuit, ...horaire.semaine[jourDeSemaine(jour - 1)].map(([, fin]) => fin - JOURNEE));
}

const place = (jour, minute) => [jour + Math.floor(minute / JOURNEE), minute % JOURNEE];

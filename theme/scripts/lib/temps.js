// Brussels time, whatever the visitor's own: a day is a number of days since 1970, a minute counts from its midnight.

const JOUR = 86400000;

const horloge = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Brussels", hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
});

/** The day of an ISO date (`2026-12-25`). */
export const jourDe = (iso) => Date.parse(`${iso.slice(0, 10)}T00:00Z`) / JOUR;

/** The ISO date of a day. */
export const isoDe = (jour) => new Date(jour * JOUR).toISOString().slice(0, 10);

/** Monday is 0. */
export const jourDeSemaine = (jour) => (((jour + 3) % 7) + 7) % 7;

/** Now in Brussels as [day, minute], or the moment that the address asks for (`#moment=2026-12-25T10:00`). */
export function maintenant(ancre = location.hash) {
  return lireMoment(new URLSearchParams(ancre.slice(1)).get("moment")) || bruxelles(new Date());
}

/** The Brussels [day, minute] of `2026-12-25T10:00` or of a day alone; null for what is none, or does not exist. */
export function lireMoment(texte) {
  const instant = /^.{10}(T.{5})?$/.test(texte) && Date.parse(texte[10] ? `${texte}Z` : texte);
  const jour = Math.floor(instant / JOUR);
  return instant && new Date(instant).toISOString().startsWith(texte) ? [jour, instant / 60000 - jour * 1440] : null;
}

/** The Brussels [day, minute] of an instant. */
export function bruxelles(instant) {
  const p = {};
  for (const { type, value } of horloge.formatToParts(instant)) p[type] = value;
  return [jourDe(`${p.year}-${p.month}-${p.day}`), p.hour * 60 + +p.minute];
}

/**
 * A date in the words of the page's language, as rendering/dates.py writes it: "1er décembre" in French, the day before its
 * month in English; `options` are those of Intl.DateTimeFormat.
 */
export function ecrire(jour, options) {
  const texte = new Intl.DateTimeFormat(CARTE.langue.replace("en", "en-GB"), { ...options, timeZone: "UTC" }).format(jour * JOUR);
  return CARTE.langue === "fr" ? texte.replace(/\b1(?= )/, "$&er") : texte;
}

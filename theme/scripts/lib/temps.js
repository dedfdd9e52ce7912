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
  const demande = new URLSearchParams(ancre.slice(1)).get("moment");
  const moment = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d))?/.exec(demande);
  const jour = moment && jourDe(moment[1]);
  if (jour) return [jour, (moment[2] || 0) * 60 + +(moment[3] || 0)]; // neither none, nor a day that does not exist
  return bruxelles(new Date());
}

/** The Brussels [day, minute] of an instant. */
export function bruxelles(instant) {
  const p = {};
  for (const { type, value } of horloge.formatToParts(instant)) p[type] = value;
  return [jourDe(`${p.year}-${p.month}-${p.day}`), p.hour * 60 + +p.minute];
}

/** A date in the words of the page's language; `options` are those of Intl.DateTimeFormat. */
export const ecrire = (jour, options) =>
  new Intl.DateTimeFormat(CARTE.langue, { ...options, timeZone: "UTC" }).format(jour * JOUR);

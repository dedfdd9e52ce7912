// A kept list is nothing but an address: ids behind the #, which no browser sends, in the order that somebody gave them.

/** Places that a list holds at most: a choice, not a directory, and a code that an old phone still reads. */
export const LIMITE = 20;
const CLE = "fiches";
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The ids in a text that parts them by commas, each once; what is no id is left out. */
export const separer = (texte) => [...new Set((texte || "").split(",").filter((id) => ID.test(id)))];

/** The ids of an address (`#fiches=a,b`), in its order. */
export const lire = (ancre) => separer(new URLSearchParams(ancre.slice(1)).get(CLE));

/** The address of a list, with what else stood behind the # (`moment`). */
export function ecrire(ids, ancre = "") {
  const reste = new URLSearchParams(ancre.slice(1));
  reste.delete(CLE);
  return `#${[ids.length ? `${CLE}=${ids.join(",")}` : "", ancre.includes("=") ? String(reste) : ""].filter(Boolean).join("&")}`;
}

/** A list with a place more, at its end; the same one where it is there already, or full. */
export const ajouter = (ids, id) => (ids.includes(id) || ids.length >= LIMITE ? ids : [...ids, id]);

/** A list without a place. */
export const enlever = (ids, id) => ids.filter((autre) => autre !== id);

/** A list where a place went down some ranks (up where `pas` is below zero), as far as there are any. */
export function deplacer(ids, id, pas) {
  const suite = enlever(ids, id);
  suite.splice(Math.max(0, Math.min(suite.length, ids.indexOf(id) + pas)), 0, id);
  return suite;
}

const EXEMPLE = /(?:^|\.)example(?:\.(?:com|net|org))?$/; // RFC 2606: leads nowhere

/**
 * Where others open a list: the page's own address, but from a folder the one where the site is published (`publiee`),
 * and none where the publisher has not said which: nobody else has this computer's folders.
 */
export function lienDe(ids, { adresse, publiee }) {
  const ici = new URL(adresse);
  if (/^https?:$/.test(ici.protocol)) return ici.origin + ici.pathname + ecrire(ids);
  return EXEMPLE.test(new URL(publiee).hostname) ? "" : publiee + ecrire(ids);
}

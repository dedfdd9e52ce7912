// Which records answer, and why: their needs and kind together, or their name.

import { inverser } from "./colonnes.js";

const SEUIL = 0.12;
const PROCHE = 0.6;
/* A goal whose note is less than this part of the best one is another matter. */
const SECOND = 0.85;
/* What a theme counts that a record does not name first: a step of the order (ordre.js). */
const DIT = 0.8;
/* A word that a goal answers as well as this is answered. */

/**
 * The goals that count: those nearly as good as the best one, and those that answer a word that no better one answers:
 * who writes "trans, talk to somebody" says two things.
 */
export function choisir(notes, meilleure = notes[0]) {
  const retenus = [];
  const dits = new Set();
  for (const reponse of notes) {
    if (reponse.note < SEUIL) break;
    const neufs = reponse.parts.flatMap((part, i) => (part >= DIT && !dits.has(i) ? [i] : []));
    if (retenus.length && reponse.note < meilleure.note * PROCHE && !neufs.length) continue;
    neufs.forEach((i) => dits.add(i));
    retenus.push(reponse);
  }
  return retenus;
}

/** The records of a base: `colonnes.theme[rank]` lists ranks of the lexicon. */
export class Fiches {
  constructor(nombre, colonnes) {
    this.nombre = nombre;
    this.colonnes = colonnes;
    this.inverses = {};
  }

  /** The ranks of the records of a goal, in their order. */
  qui({ sorte, rang }) {
    this.inverses[sorte] ||= inverser(this.colonnes[sorte]);
    return this.inverses[sorte].get(rang) || [];
  }

  a(rang, but) {
    return this.colonnes[but.sorte][rang].includes(but.rang);
  }

  /** How many records have a goal, in a place or everywhere. */
  compter(but, lieu) {
    const tous = this.qui(but);
    return lieu ? tous.filter((rang) => this.a(rang, lieu)).length : tous.length;
  }

  /**
   * [{ rang, note, ici, pourquoi }], best first: `buts` [{ but, note, parts, poids }], `nommees` a Map of rank to how well its name
   * answers, `lieux` where somebody is; with `mots`, a need was said, and a place alone is no answer.
   */
  trouver(buts, nommees, lieux, mots) {
    const vues = new Set(nommees.keys());
    for (const but of [...buts.map(({ but }) => but), ...(mots ? [] : lieux)]) for (const rang of this.qui(but)) vues.add(rang);
    return this.noter([...vues], buts, nommees, lieux);
  }

  /** Those that are called so, where `trouver` may give thousands. */
  nommees(buts, nommees, lieux) {
    return this.noter([...nommees.keys()], buts, nommees, lieux).filter(({ pourquoi }) => pourquoi === "nom");
  }

  /** How well a record answers by all its goals: word by word the best of them, so that a word said once counts once. */
  repond(rang, vises) {
    let note = 0;
    for (let i = 0; vises.length && i < vises[0].poids.length; i += 1)
      note += vises[0].poids[i] * Math.max(...vises.map(({ but, parts }) => parts[i] * (this.seconde(rang, but) ? SECOND : 1)));
    return note;
  }

  /** Whether a theme is one of a record that the record does not name first. */
  seconde(rang, { sorte, rang: theme }) {
    return sorte === "theme" && this.colonnes.theme[rang][0] !== theme;
  }

  noter(rangs, buts, nommees, lieux) {
    const notees = rangs.map((rang) => {
      const vises = buts.filter(({ but }) => this.a(rang, but));
      const lieu = lieux.find((but) => this.a(rang, but));
      const nom = nommees.get(rang) || 0;
      const besoin = this.repond(rang, vises);
      const parNom = nom > besoin || nom > 0.9;
      return { rang, note: ensemble([besoin, nom]) + (nom > 0.9 ? 0.5 : 0), ici: lieu ? 1 : 0, pourquoi: parNom ? "nom" : vises.length ? vises[0].but : lieu };
    });
    return notees.sort((a, b) => b.ici - a.ici || b.note - a.note || a.rang - b.rang);
  }
}

/** One note of several: the best, and a part of each other one. */
const ensemble = (notes) => {
  const best = Math.max(0, ...notes);
  return best + 0.25 * (notes.reduce((somme, note) => somme + note, 0) - best);
};

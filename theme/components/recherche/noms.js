// Records by their names, in every language in which they have one.

import { Index } from "./index.js";
import { dUneTraite } from "./tranches.js";

const PAUSE = 50;
/* Names that are read between two pauses. */

/** A work: the index of names (search/columns.py), which leads to the rank of a record. */
export function* nommer({ noms, autres }) {
  const index = new Index();
  for (const [rang, nom] of noms.entries()) {
    index.ajouter(nom, rang);
    if (rang % PAUSE === 0) yield;
  }
  for (const [rang, liste] of autres.entries()) {
    for (const nom of liste ? liste.split("|") : []) index.ajouter(nom, rang, 0.95);
    if (rang % PAUSE === 0) yield;
  }
  yield* index.peser();
  return index;
}

/** The same, all at once. */
export const indexDesNoms = (lus) => dUneTraite(nommer(lus));

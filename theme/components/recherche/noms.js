// Records by their names, in every language in which they have one.

import { Index } from "./index.js";

/** The index of names (search/columns.py): it leads to the rank of a record. */
export function indexDesNoms({ noms, autres }) {
  const index = new Index();
  noms.forEach((nom, rang) => index.ajouter(nom, rang));
  autres.forEach((liste, rang) => {
    for (const nom of liste ? liste.split("|") : []) index.ajouter(nom, rang, 0.95);
  });
  return index.peser();
}

// Where records are by their id: each pigeonhole holds a dozen of them (search/casiers.py), so that no request says which.

import { charger } from "../recherche/charger.js";
import { casier } from "./empreinte.js";

/**
 * What is known of some ids: [{ id, su }] in their order. `id` is the one of today, `su` what its pigeonhole holds, null
 * where no record has that id. Rejected where a file cannot be had.
 */
export async function trouver({ dossier, casiers }, ids) {
  const ouverts = await charger(dossier, casiers);
  const prendre = async (id) => (await charger(dossier, ouverts.casiers[casier(id, ouverts.casiers.length)]))[id];
  return Promise.all(ids.map(async (id) => {
    const su = await prendre(id);
    return typeof su === "string" ? { id: su, su: await prendre(su) } : { id, su: su || null };
  }));
}

/** The id of a record by its rank in the order of names. */
export async function idDe({ dossier, casiers }, rang) {
  const { ids, pas } = await charger(dossier, casiers);
  return (await charger(dossier, ids[Math.floor(rang / pas)]))[rang % pas];
}

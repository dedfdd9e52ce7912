// Columns of the index (search/columns.py), read.

/** The numbers of each record; records that have the same ones share one list. */
export const nombres = (colonne) => items(colonne, (item) => (item ? item.split(".").map((n) => parseInt(n, 36)) : []));

/** The same as { tous, parts }: of all services together, and of each where those of a record differ. */
export const parServices = (colonne) => items(colonne, (item) => {
  const parts = nombres(item.replaceAll(";", ","));
  return { parts, tous: [...new Set(parts.flat())] };
});

function items(colonne, lire) {
  const connus = new Map();
  return colonne.split(",").map((item) => {
    if (!connus.has(item)) connus.set(item, lire(item));
    return connus.get(item);
  });
}

/** The records that have each number of a column that was read: Map of number to ranks, in their order. */
export function inverser(colonne) {
  const qui = new Map();
  colonne.forEach((liste, rang) => {
    for (const n of liste) {
      if (!qui.has(n)) qui.set(n, []);
      qui.get(n).push(rang);
    }
  });
  return qui;
}

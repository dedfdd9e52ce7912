/** A column of the index (search/columns.py): the numbers of each record. */
export const nombres = (colonne) => colonne.split(",").map((item) => (item ? item.split(".").map((n) => parseInt(n, 36)) : []));

// Where records are, from the columns of the index (search/columns.py).

import { nombres } from "../recherche/colonnes.js";

/** Answers for ranks: { points: [[latitude, longitude, not a door]], seul: whether the record has one place only }. */
export function endroits({ points, lieux, origine, pas }) {
  const [lus, dits] = [points, lieux].map(nombres);
  return (rang) => {
    const [combien, ...approches] = dits[rang];
    const trouves = [];
    for (let i = 0; i < lus[rang].length; i += 2)
      trouves.push([origine[0] + lus[rang][i] * pas, origine[1] + lus[rang][i + 1] * pas, approches.includes(i / 2)]);
    return { points: trouves, seul: combien === 1 };
  };
}

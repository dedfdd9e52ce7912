// The background of the map, as search/background.py writes it.

import { nombres } from "../recherche/colonnes.js";

/** The items of a column; of an empty one, none. */
const items = (colonne) => (colonne ? nombres(colonne) : []);

/**
 * The background in degrees [latitude, longitude], with names by language: `quartiers`, `communes`, `parcs` (areas have
 * `anneaux`, and `milieu` to write their name), `stations`, and lines: `bords` of quartiers, `limites` of communes, `canal`.
 */
export function decoderFond(donnees) {
  const { origine, pas, types } = donnees;
  const degres = ([y, x]) => [origine[0] + y * pas, origine[1] + x * pas];
  const lignes = (colonne) => items(colonne).map((suite) => chemin(suite).map(degres));
  const stations = (genre, noms, points) => items(points).map((point, i) => ({ genre, noms: nommer(noms[i]), point: degres(point) }));
  const milieux = items(donnees.milieux).map(degres);
  const bords = lignes(donnees.arcs);
  const contours = parRang(donnees.contours, (tour) => faireLeTour(bords, tour));
  const pelouses = parRang(donnees.pelouses, (suite) => chemin(suite).map(degres));
  return {
    quartiers: donnees.quartiers.map(([code, slug, type, nom], i) => ({
      code, slug, genre: types[type], noms: nommer(nom), anneaux: contours[i], milieu: milieux.shift(),
    })),
    communes: donnees.communes.map(([slug, nom]) => ({ slug, noms: nommer(nom), milieu: milieux.shift() })),
    parcs: donnees.parcs.map((nom, i) => ({ noms: nommer(nom), anneaux: pelouses[i], milieu: milieux.shift() })),
    stations: [
      ...stations("metro", donnees.metro, donnees.points_metro),
      ...stations("gare", donnees.gares, donnees.points_gares),
    ],
    bords,
    limites: lignes(donnees.limites),
    canal: lignes(donnees.canal),
  };
}

/** The quartier that a point lies in, if any. */
export const quartierDe = (fond, point) => fond.quartiers.find(({ anneaux }) => contient(anneaux, point));

const nommer = ([fr, nl = fr, en = fr]) => ({ fr, nl, en });

const signe = (n) => (n % 2 ? -(n + 1) / 2 : n / 2);

/** Points of a line that is written as steps from one point to the next. */
function chemin(suite) {
  const points = [];
  let [y, x] = [0, 0];
  for (let i = 0; i < suite.length; i += 2) points.push([y += signe(suite[i]), x += signe(suite[i + 1])]);
  return points;
}

function faireLeTour(bords, tour) {
  const points = tour.flatMap((n) => (n % 2 ? [...bords[(n - 1) / 2]].reverse() : bords[n / 2]).slice(1));
  return [points[points.length - 1], ...points];
}

/** Rings of a column, in a list by the rank of what they go round. */
function parRang(colonne, lire) {
  const trouves = [];
  for (const [rang, ...suite] of items(colonne)) (trouves[rang] = trouves[rang] || []).push(lire(suite));
  return trouves;
}

/** Whether a ray from the point crosses the rings an odd number of times. */
export function contient(anneaux, [y, x]) {
  let dedans = false;
  for (const anneau of anneaux)
    for (let i = 1; i < anneau.length; i += 1) {
      const [[y1, x1], [y2, x2]] = [anneau[i - 1], anneau[i]];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) dedans = !dedans;
    }
  return dedans;
}

// How far places are from a point, on foot. Roads are longer than a straight line (`detour`), and people walk 75 metres a
// minute: both are assumptions, and are said where a time is shown. Nothing here says that a place is somebody's by right.

import { nombres } from "./colonnes.js";

export const METRES_MINUTE = 75;
const DEGRE = 111195; // metres of a degree of latitude

/** Metres between two points [latitude, longitude] in degrees WGS 84, in a straight line; right within a town. */
export function metres([lat, lon], [autreLat, autreLon]) {
  const nord = (autreLat - lat) * DEGRE;
  const est = (autreLon - lon) * DEGRE * Math.cos((lat * Math.PI) / 180);
  return Math.hypot(nord, est);
}

/** Metres from a point to a straight line between two others. */
export function metresDuTrait(point, debut, fin) {
  const plan = ([lat, lon]) => [(lat - point[0]) * DEGRE, (lon - point[1]) * DEGRE * Math.cos((point[0] * Math.PI) / 180)];
  const [[y, x], [y2, x2]] = [plan(debut), plan(fin)];
  const [dy, dx] = [y2 - y, x2 - x];
  const part = Math.min(1, Math.max(0, -(y * dy + x * dx) / (dy * dy + dx * dx || 1)));
  return Math.hypot(y + part * dy, x + part * dx);
}

/** Metres walked for a metre in a straight line, as the program counts them too. */
export const detour = () => CARTE.seuils.detour;

/** Minutes on foot for some metres in a straight line, one at least. */
export const aPied = (distance) => Math.max(1, Math.round((distance * detour()) / METRES_MINUTE));

/** Answers for the records of an index: `(rank, point)` gives metres to the nearest place, Infinity where none is known. */
export function distances({ points, origine, pas }) {
  const lus = nombres(points);
  return (rang, point) => {
    let moindre = Infinity;
    for (let i = 0; i < lus[rang].length; i += 2)
      moindre = Math.min(moindre, metres(point, [origine[0] + lus[rang][i] * pas, origine[1] + lus[rang][i + 1] * pas]));
    return moindre;
  };
}

/** The point that an address asks for (`50.85,4.35`), null where it is none. */
export function lirePoint(texte) {
  const trouve = /^(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)$/.exec(texte || "");
  const point = trouve && [Number(trouve[1]), Number(trouve[2])];
  return point && Math.abs(point[0]) <= 90 && Math.abs(point[1]) <= 180 ? point : null;
}

// In which quartier a point is. A position is rounded to some hundred metres before it stands in the address, and outlines
// are simplified: every quartier that near may be the one.

import { nombres } from "./colonnes.js";
import { metresDuTrait } from "./proche.js";

export const MARGE = 75; // metres

/** Answers of outlines (search/territory.py): `(point)` gives [[code, metres]], nearest first, 0 within; none outside. */
export function contours({ codes, anneaux, origine, pas }) {
  const lus = nombres(codes).map(([code]) => code);
  const traces = nombres(anneaux).map((marche) => tracer(marche, origine, pas));
  return (point) => {
    const trouves = new Map(); // code -> [whether within, metres]
    traces.forEach((anneau, i) => {
      const [dedans, loin] = trouves.get(lus[i]) || [false, Infinity];
      trouves.set(lus[i], [dedans !== contient(anneau, point), Math.min(loin, distanceDe(anneau, point))]);
    });
    return [...trouves]
      .map(([code, [dedans, loin]]) => [code, dedans ? 0 : loin])
      .filter(([, loin]) => loin <= MARGE)
      .sort((a, b) => a[1] - b[1]);
  };
}

/** The points [latitude, longitude] of a walk. */
function tracer(marche, origine, pas) {
  const ici = [0, 0];
  const points = [];
  marche.forEach((n, i) => {
    ici[i % 2] += n % 2 ? -(n + 1) / 2 : n / 2;
    if (i % 2) points.push([origine[0] + ici[0] * pas, origine[1] + ici[1] * pas]);
  });
  return points;
}

/** Whether a point lies within a ring: a ray from it crosses the ring an odd number of times. */
function contient(anneau, [lat, lon]) {
  let dedans = false;
  anneau.forEach(([a, b], i) => {
    const [c, d] = anneau[(i || anneau.length) - 1];
    if (b > lon !== d > lon && lat < ((c - a) * (lon - b)) / (d - b) + a) dedans = !dedans;
  });
  return dedans;
}

const distanceDe = (anneau, point) => anneau.reduce((moindre, ici, i) => Math.min(moindre, metresDuTrait(point, anneau[(i || anneau.length) - 1], ici)), Infinity);

// In which quartier a point is. A position is rounded to some hundred metres before it stands in the address, and outlines
// are simplified: every quartier that near may be the one.

import { contient, decoderFond } from "../plan/decoder.js";
import { metresDuTrait } from "./proche.js";

export const MARGE = 75; // metres

/** Answers of the ground of maps (search/background.py): `(point)` gives [[code, metres]], nearest first, 0 within. */
export function contours(fond) {
  const { quartiers } = decoderFond(fond);
  return (point) =>
    quartiers
      .map(({ code, anneaux }) => [code, contient(anneaux, point) ? 0 : Math.min(...anneaux.map((anneau) => distanceDe(anneau, point)))])
      .filter(([, loin]) => loin <= MARGE)
      .sort((a, b) => a[1] - b[1]);
}

const distanceDe = (anneau, point) => Math.min(...anneau.slice(1).map((ici, i) => metresDuTrait(point, anneau[i], ici)));

// Parts of a page's program that few visits need: scripts of their own, loaded when they are asked for. Each hands what it
// gives to `window[nom]`; a page opened from a folder may load it so, and nothing else.

import { creer } from "./creer.js";

const venus = new Map();

/** What a script gives, loaded once; a rejected promise where it cannot be had, and the next call tries again. */
export function programme(adresse, nom) {
  if (!venus.has(adresse)) {
    const promesse = new Promise((venir, echouer) => {
      window[nom] = venir;
      const script = creer("script", { src: adresse, onerror: echouer, onload: echouer }); // loaded and silent: something else came in its place
      document.head.append(script);
    });
    promesse.catch(() => venus.delete(adresse));
    venus.set(adresse, promesse);
  }
  return venus.get(adresse);
}

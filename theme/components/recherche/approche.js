// How many letters lie between two words: added, left out, changed, or two neighbours in the wrong order.

/** Typos that a word may hold: one from four letters, two from eight. */
export const permis = (longueur) => (longueur < 4 ? 0 : longueur < 8 ? 1 : 2);

/** The letters that a word has, as bits: what a word has and another has not lies at least one typo away. */
export function lettres(mot) {
  let bits = 0;
  for (let i = 0; i < mot.length; i += 1) bits |= 1 << (mot.charCodeAt(i) % 32);
  return bits;
}

/** How many letters of one word another has not. */
export function manquent(a, b) {
  let n = 0;
  for (let reste = a & ~b; reste; reste &= reste - 1) n += 1;
  return n;
}

let rangees = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)];

/** The distance between two words of at most 60 letters, or `limite + 1` where it is more than `limite`. */
export function distance(a, b, limite) {
  if (Math.abs(a.length - b.length) > limite || a.length > 60 || b.length > 60) return limite + 1;
  let [avant, ici, apres] = rangees;
  for (let j = 0; j <= b.length; j += 1) ici[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    apres[0] = i;
    let moindre = i;
    for (let j = 1; j <= b.length; j += 1) {
      const pareil = a[i - 1] === b[j - 1];
      let d = Math.min(ici[j] + 1, apres[j - 1] + 1, ici[j - 1] + (pareil ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = Math.min(d, avant[j - 2] + 1);
      apres[j] = d;
      if (d < moindre) moindre = d;
    }
    if (moindre > limite) return limite + 1;
    [avant, ici, apres] = [ici, apres, avant];
  }
  rangees = [avant, ici, apres];
  return Math.min(ici[b.length], limite + 1);
}

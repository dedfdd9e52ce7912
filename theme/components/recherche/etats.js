// Whether records are open at a moment, from the columns of the index: open, closed or unknown, as on their cards.

import { resumer } from "../ouverture/ouverture.js";

/** Answers for the records of a base: `(rank, [day, minute])` gives oui, non or inconnu. */
export function etats({ paquets, heures }) {
  const textes = heures.split(",");
  let moment = "";
  let connus = new Map();
  return (rang, quand) => {
    const texte = textes[rang];
    if (!texte) return "inconnu";
    if (moment !== String(quand)) [moment, connus] = [String(quand), new Map()];
    if (!connus.has(texte)) connus.set(texte, resumer(lire(texte, paquets), quand).etat);
    return connus.get(texte);
  };
}

/** Hours as cards hold them: [words where nobody has to come, pack, ""]. */
function lire(texte, paquets) {
  const nombres = texte.split(".").map((n) => parseInt(n, 36));
  const horaires = [];
  for (let i = 0; i < nombres.length; i += 3)
    horaires.push([nombres[i + 2] ? "…" : "", { ...paquets[nombres[i]], n: nombres[i + 1] }, ""]);
  return horaires;
}

// MiniSearch, as its guide has it: the whole index is read at once; accents folded, stop words left out, prefixes, typos
// up to a fifth of a word, names count double.

import MiniSearch from "minisearch";
import { CHAMPS } from "./documents.mjs";

const plier = (mot) => mot.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

function options({ stopwords }) {
  const vides = new Set(stopwords.map(plier));
  return {
    fields: CHAMPS,
    storeFields: ["nom", "resume"],
    processTerm: (mot) => (vides.has(plier(mot)) ? null : plier(mot)),
    searchOptions: { boost: { nom: 2 }, prefix: true, fuzzy: 0.2 },
  };
}

/** The files of the index of some documents: { name: text }. */
export function indexer(documents, langue) {
  const moteur = new MiniSearch(options(langue));
  moteur.addAll(documents);
  return { "index.json": JSON.stringify(moteur) };
}

export async function ouvrir(langue) {
  const moteur = MiniSearch.loadJSON(await (await fetch("index.json")).text(), options(langue));
  return (mots, combien) => moteur.search(mots).slice(0, combien);
}

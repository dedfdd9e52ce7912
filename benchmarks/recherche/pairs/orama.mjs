// Orama, as its guide has it: the whole database is read at once; stemmer and stop words of the language, one typo, names
// count double. What it keeps to sort by, and what no result shows, is left out of the file.

import { create, insertMultiple, load, save, search } from "@orama/orama";
import { CHAMPS } from "./documents.mjs";

const creer = ({ stemmer, language, stopwords }) =>
  create({
    schema: Object.fromEntries(CHAMPS.map((champ) => [champ, "string"])),
    sort: { enabled: false },
    components: { tokenizer: { language, stemming: true, stemmer, stopWords: stopwords } },
  });

/** The files of the index of some documents: { name: text }. */
export async function indexer(documents, langue) {
  const base = creer(langue);
  await insertMultiple(base, documents, 1000);
  const donnees = save(base);
  for (const [cle, { id, nom, resume }] of Object.entries(donnees.docs.docs)) donnees.docs.docs[cle] = { id, nom, resume };
  return { "index.json": JSON.stringify(donnees) };
}

export async function ouvrir(langue) {
  const base = creer(langue);
  load(base, await (await fetch("index.json")).json());
  return async (mots, combien) => {
    const { hits } = await search(base, { term: mots, boost: { nom: 2 }, tolerance: 1, limit: combien });
    return hits.map(({ document }) => document);
  };
}

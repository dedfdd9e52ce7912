// Answers of our engine to queries: `node qualite.mjs DATA.json` reads queries (a JSON list of texts, with their page's
// language) on standard input and writes, for each, its first answers as ["theme", "mediation-de-dettes"] pairs.

import { readFileSync } from "node:fs";
import { Moteur } from "../../theme/components/recherche/moteur.js";

const donnees = JSON.parse(readFileSync(process.argv[2], "utf8"));
const demandes = JSON.parse(readFileSync(0, "utf8"));
const langues = Object.keys(donnees.lexiques);
const moteurs = Object.fromEntries(
  langues.map((langue) => {
    const lexiques = [langue, ...langues.filter((autre) => autre !== langue)].map((l) => donnees.lexiques[l]);
    return [langue, new Moteur({ lexiques, base: donnees.base[langue], noms: donnees.noms[langue], rues: donnees.rues })];
  }),
);
const debut = performance.now();
const reponses = demandes.map(({ q, langue }) => {
  const moteur = moteurs[langue];
  const { fiches, ensemble } = moteur.chercher(q);
  const ids = donnees.ids[langue];
  return {
    premieres: ensemble().slice(0, 8).map(({ but, rang, note, pourquoi }) => (but ? [but.sorte, but.id || but.nom, note] : ["fiche", ids[rang], note, pourquoi === "nom" ? "nom" : pourquoi.id])),
    fiches: fiches.slice(0, 5).map(({ rang }) => ids[rang]),
    nombre: fiches.length,
  };
});
process.stdout.write(JSON.stringify({ reponses, ms: (performance.now() - debut) / demandes.length }));

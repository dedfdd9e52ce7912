// The least page that searches: the engine is fetched at the first key, and five records are shown.

const champ = document.querySelector("input");
const liste = document.querySelector("ul");
const PREMIERES = 5;
let venu;
let tour = 0;
const preparer = () => (venu ||= import("./moteur.js").then(({ ouvrir }) => ouvrir()));

/** The first records for some words, best first: [{ id, nom, resume }]. */
globalThis.trouver = async (mots) => (await preparer())(mots, PREMIERES);
globalThis.asynchrone = true; // `attentes` of telephone.py: milliseconds from each key to its records

champ.addEventListener("input", async ({ timeStamp: debut }) => {
  const mien = (tour += 1);
  const fiches = await globalThis.trouver(champ.value);
  if (mien !== tour) return;
  liste.replaceChildren(
    ...fiches.map(({ nom, resume }) => {
      const ligne = document.createElement("li");
      const titre = document.createElement("b");
      titre.textContent = nom;
      ligne.append(titre, " ", resume);
      return ligne;
    }),
  );
  globalThis.attentes?.push(performance.now() - debut);
  if (fiches.length) document.documentElement.dataset.recherche = "prete";
});

// What each language brings to an engine: { code, language, stemmer, stopwords }.

const NOMS = { fr: "french", nl: "dutch", en: "english" };

export async function lire(code) {
  const [{ stemmer, language }, { stopwords }] = await Promise.all([
    import(`@orama/stemmers/${NOMS[code]}`),
    import(`@orama/stopwords/${NOMS[code]}`),
  ]);
  return { code, language, stemmer, stopwords };
}

/** The script that the page loads: an engine with what it takes of its language, and nothing of the others. */
export const module = (moteur, code) => `
  import { ouvrir as ouvrirAvec } from "./${moteur}.mjs";
  import { stopwords } from "@orama/stopwords/${NOMS[code]}";
  ${moteur === "orama" ? `import { stemmer, language } from "@orama/stemmers/${NOMS[code]}";` : "let stemmer, language;"}
  export const ouvrir = () => ouvrirAvec({ stopwords, stemmer, language });
`;

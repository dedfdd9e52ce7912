// Files of the index, as scripts: a page opened from a folder may load these, and nothing else. A file says which one it
// is; its name holds a digest, so that it never changes, and nothing of what was typed.

const attendus = new Map();
const venus = new Map();

window.carteIndex = (nom, donnees) => {
  const attente = attendus.get(nom);
  if (attente) attente(donnees);
};

/** What a file of the index holds, loaded once; a rejected promise where it cannot be had, and the next call tries again. */
export function charger(dossier, nom) {
  if (!venus.has(nom)) {
    const promesse = new Promise((venir, echouer) => {
      const script = document.createElement("script");
      attendus.set(nom, venir);
      script.src = `${dossier}${nom}.js`;
      // Loaded and silent: something else was sent in its place, as the sign-in page of a public Wi-Fi is.
      script.onload = script.onerror = () => {
        script.remove();
        echouer(new Error(nom));
      };
      document.head.append(script);
    });
    promesse.catch(() => venus.delete(nom));
    venus.set(nom, promesse);
  }
  return venus.get(nom);
}

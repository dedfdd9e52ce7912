// Pagefind, as its guide has it: pages in HTML, titles count more, the index comes in parts. Stop words are taken out of
// what was typed, since it wants every word. Without its worker, which the limits of a slow phone would not touch.

/** Write the index of some documents into a folder. */
export async function ecrire(documents, { code }, dossier) {
  const { close, createIndex } = await import("pagefind");
  const { index } = await createIndex({ forceLanguage: code });
  for (const { id, nom, autres, resume, services, nature, themes, mots, lieux } of documents) {
    const tete = `<h1>${echapper(nom)}</h1><h2>${echapper(`${nature}. ${themes}`)}</h2>`;
    const suite = [autres, services, mots, lieux].map((texte) => `<p>${echapper(texte)}</p>`).join("");
    const corps = `${tete}<p data-pagefind-meta="resume">${echapper(resume)}</p>${suite}`;
    await index.addHTMLFile({ url: `/${id}/`, content: `<html lang="${code}"><body>${corps}</body></html>` });
  }
  const { errors } = await index.writeFiles({ outputPath: `${dossier}/pagefind` });
  if (errors.length) throw new Error(errors.join("\n"));
  await close();
}

const echapper = (texte) => texte.replace(/[&<]/g, (signe) => `&#${signe.charCodeAt(0)};`);

export async function ouvrir({ stopwords }) {
  const vides = new Set(stopwords);
  const adresse = new URL("pagefind/pagefind.js", location.href).href;
  const pagefind = await import(adresse);
  await pagefind.options({ noWorker: true, excerptLength: 10 });
  await pagefind.init();
  return async (texte, combien) => {
    const mots = texte.split(/[\s'’]+/).filter(Boolean);
    const pleins = mots.filter((mot) => !vides.has(mot.toLowerCase()));
    const { results } = await pagefind.search((pleins.length ? pleins : mots).join(" "));
    const fiches = await Promise.all(results.slice(0, combien).map((resultat) => resultat.data()));
    return fiches.map(({ url, meta }) => ({ id: url.split("/").at(-2), nom: meta.title, resume: meta.resume }));
  };
}

// Above results that speak of some themes: the way out, and who answers now.

/** Returns `secourir(themes)`; `boite` holds the results, `danger` the lines, `signalees()` is called with the first way out. */
export function secours(boite, danger, signalees) {
  let barre; // one, whose presses are counted once
  return (themes) => {
    if (barre) barre.remove();
    if (!themes.length) return;
    const neuf = !barre;
    const copie = document.querySelector("template[data-secours]").content.cloneNode(true);
    const lignes = copie.querySelector("section");
    for (const ligne of copie.querySelectorAll("[data-pour]"))
      if (!themes.some(({ id }) => ligne.dataset.pour.split(" ").includes(id))) ligne.remove();
    barre = barre || copie.querySelector("aside");
    boite.prepend(barre); // it stays under the thumb as long as results are in sight
    if (lignes && lignes.querySelector("[data-pour]")) danger.append(lignes);
    if (neuf) signalees();
  };
}

/** Of the first needs, the themes whose pages have a way out. */
export function signales(moteur, { besoins }, choix) {
  const buts = choix.theme ? [moteur.trouver("theme", choix.theme)] : besoins.slice(0, 2).map((b) => b.but);
  return buts.filter((but) => but && but.signale);
}

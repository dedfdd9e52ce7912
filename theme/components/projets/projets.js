// Projects whose funding ends this year, said in the lists that hold them.

import { creer } from "../../scripts/lib/creer.js";
import { _ } from "../../scripts/lib/mots.js";
import { isoDe, jourDe, maintenant } from "../../scripts/lib/temps.js";

/** Mark the fundings that end this year and have not ended yet; again when the address asks for another moment. */
export function projets(racine = document) {
  const redire = () => marquer(racine);
  redire();
  addEventListener("hashchange", redire);
}

function marquer(racine) {
  const [aujourdhui] = maintenant();
  const annee = isoDe(aujourdhui).slice(0, 4);
  for (const element of racine.querySelectorAll(".financement [data-fin]")) {
    const fin = element.dataset.fin;
    let marque = element.querySelector(".etiquette");
    if (!marque) element.append(" ", (marque = creer("strong", { className: "etiquette", textContent: _("se termine cette année") })));
    marque.hidden = !fin.startsWith(annee) || jourDe(fin) < aujourdhui;
  }
}

// On the search page: places that are kept while one goes on searching. They stand in the address beside the other choices
// and narrow nothing.

import { creer } from "../../scripts/lib/creer.js";
import { _ } from "../../scripts/lib/mots.js";
import { LIMITE, ajouter, ecrire, enlever, separer } from "./adresse.js";

/** What is kept: `avec(choices)` puts it beside the choices of an address, `tient()` says whether there is any. */
export function garde() {
  const ligne = document.querySelector("[data-ma-liste]");
  let ids = [];
  let inscrire = () => {};

  function dire(mots = "") {
    ligne.hidden = !ids.length;
    if (ligne.hidden) return;
    const lien = ligne.querySelector("a");
    lien.href = ligne.dataset.maListe + ecrire(ids);
    lien.textContent = ids.length === 1 ? _("Ma liste : 1 lieu") : _("Ma liste : %(n)s lieux", { n: ids.length });
    ligne.querySelector(".note").textContent = mots;
  }

  function basculer(id, bouton) {
    const nouveaux = ids.includes(id) ? enlever(ids, id) : ajouter(ids, id);
    const pleine = nouveaux === ids;
    ids = nouveaux;
    bouton.setAttribute("aria-pressed", String(ids.includes(id)));
    inscrire();
    dire(pleine ? _("Elle est pleine : %(n)s lieux au plus.", { n: LIMITE }) : "");
  }

  return {
    avec: (choix) => ({ ...choix, garder: ids.join(",") }),
    tient: () => ids.length > 0,

    /** Take what an address keeps; one that says nothing of it keeps what was. `suite()` writes the address. */
    lire(texte, suite) {
      inscrire = suite;
      if (texte !== undefined) ids = separer(texte).slice(0, LIMITE);
      else if (ids.length) inscrire();
      for (const bouton of document.querySelectorAll(".garder")) bouton.setAttribute("aria-pressed", String(ids.includes(bouton.closest("[data-fiche]").dataset.fiche)));
      dire();
    },

    /** Give each result its button. */
    boutons() {
      for (const article of document.querySelectorAll("[data-resultats] article[data-fiche]")) {
        if (article.querySelector(".garder")) continue;
        const id = article.dataset.fiche;
        const bouton = creer("button", { type: "button", className: "bouton garder", textContent: _("Garder") });
        const nom = creer("span", { className: "invisible" });
        nom.append(" ", ...article.querySelector(".fiche__mots").cloneNode(true).childNodes);
        bouton.append(nom);
        bouton.setAttribute("aria-pressed", String(ids.includes(id)));
        bouton.addEventListener("click", () => basculer(id, bouton));
        article.append(bouton);
      }
    },
  };
}

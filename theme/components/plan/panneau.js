// Under the map: the card of the place that was pressed, or the cards of all that share a door.

import { creer } from "../../scripts/lib/creer.js";
import { _ } from "../../scripts/lib/mots.js";

/**
 * `montrerFiches(lieux, depuis)` shows their cards and takes the focus, which `depuis` has again once they are closed;
 * `montrees()` is called with the cards in their place.
 */
export function panneau(boite, fiche, montrees) {
  const place = creer("section", { className: "plan__choisis", hidden: true, tabIndex: -1 });
  place.setAttribute("aria-label", _("Choisi sur la carte"));
  boite.append(place);
  let retour;

  function fermer() {
    place.hidden = true;
    place.textContent = "";
  }

  async function montrerFiches(lieux, depuis) {
    retour = depuis;
    const liste = creer("ul", { className: "fiches" });
    const fiches = await Promise.all(lieux.map(({ cle }) => fiche(cle)));
    fiches.forEach((carte, rang) => {
      const li = creer("li", {});
      li.append(carte || lieux[rang].nom);
      liste.append(li);
    });
    const bouton = creer("button", { type: "button", textContent: _("Fermer et revenir à la carte") });
    bouton.addEventListener("click", () => {
      fermer();
      if (retour.isConnected) retour.focus();
      else boite.querySelector(".plan__carte").focus();
    });
    place.textContent = "";
    place.append(liste, bouton);
    place.hidden = false;
    montrees();
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: "nearest" });
  }

  place.addEventListener("keydown", ({ key }) => key === "Escape" && place.querySelector("button").click());
  return { montrerFiches, fermer };
}

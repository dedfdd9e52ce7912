// Buttons that move the map, for who cannot drag or pinch: under it, where they cover nothing.

import { creer } from "../../scripts/lib/creer.js";
import { _ } from "../../scripts/lib/mots.js";

const PAS = 0.4; // of what the map shows

/** Put the buttons after the map; `tout()` shows all its markers. */
export function commandes(boite, carte, tout) {
  const barre = creer("div", { className: "plan__commandes" });
  barre.setAttribute("role", "group");
  barre.setAttribute("aria-label", _("Bouger la carte"));
  const aller = (x, y) => () => {
    const taille = carte.getSize();
    carte.panBy([x * PAS * taille.x, y * PAS * taille.y]);
  };
  const boutons = [
    ["+", _("Approcher"), () => carte.zoomIn()],
    ["−", _("Reculer"), () => carte.zoomOut()],
    ["←", _("Vers l'ouest"), aller(-1, 0)],
    ["↑", _("Vers le nord"), aller(0, -1)],
    ["↓", _("Vers le sud"), aller(0, 1)],
    ["→", _("Vers l'est"), aller(1, 0)],
  ].map(([signe, nom, faire]) => bouton(signe, nom, faire));
  barre.append(...boutons, bouton(_("Tout"), _("Voir tout ce que montre la carte"), tout));
  boite.append(barre);
  const [plus, moins] = boutons;
  const limites = () => {
    plus.disabled = carte.getZoom() >= carte.getMaxZoom();
    moins.disabled = carte.getZoom() <= carte.getMinZoom();
  };
  carte.on("zoomend", limites);
}

function bouton(mots, nom, faire) {
  const b = creer("button", { type: "button", textContent: mots });
  b.setAttribute("aria-label", nom);
  b.title = nom;
  b.addEventListener("click", faire);
  return b;
}

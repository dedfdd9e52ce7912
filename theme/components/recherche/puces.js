// Links that change one choice; the whole search stands in their address, so they may be shared and opened apart.

import { creer } from "../../scripts/lib/creer.js";
import { _ } from "../../scripts/lib/mots.js";

/** Returns what makes items of a list: `(words, choices, whether it takes one back)`. `aller(choices, true)` follows it. */
export const puces = (aller) => (mots, choix, retire) => {
  const [li, lien] = [creer("li", {}), creer("a", { textContent: mots })];
  lien.href = `#${new URLSearchParams(Object.entries(choix).filter(([, valeur]) => valeur))}`;
  if (retire) {
    lien.className = "puce--retirer";
    lien.append(" ", creer("span", { className: "invisible", textContent: _("enlever") }));
  }
  lien.addEventListener("click", (evenement) => {
    evenement.preventDefault();
    aller(choix, true);
  });
  li.append(lien);
  return li;
};

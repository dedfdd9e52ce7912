// A tie that nobody confirmed for a year is to be asked again: pages print the rule in words, and today's is said here.

import { _ } from "../../scripts/lib/mots.js";
import { isoDe, maintenant } from "../../scripts/lib/temps.js";

/** Say of the ties of the page which ones are too old today. */
export function attaches(racine = document) {
  const aujourdhui = isoDe(maintenant()[0]);
  for (const lien of racine.querySelectorAll("[data-perime]"))
    if (lien.dataset.perime <= aujourdhui) lien.querySelector(".regle").textContent = _("(à redemander)");
}

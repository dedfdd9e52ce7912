// The day on which a page is printed: it has none of its own, and a sheet hangs on a wall for long.

import { _ } from "../../scripts/lib/mots.js";
import { ecrire, maintenant } from "../../scripts/lib/temps.js";

/** The day of printing, in words. */
export const imprimeLe = () => _("imprimé le %(date)s", { date: ecrire(maintenant()[0], { dateStyle: "long" }) });

/** Write the day beside the title of the sheet, which a screen does not show; again before each printing. */
export function imprime(racine = document) {
  const dater = () => {
    for (const element of racine.querySelectorAll("[data-imprime]")) element.textContent = imprimeLe();
  };
  dater();
  addEventListener("beforeprint", dater);
}

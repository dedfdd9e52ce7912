// Where the device is, asked for on a press and never kept: the address alone holds it, to some hundred metres, behind its #.

import { _ } from "../../scripts/lib/mots.js";

const PRECISION = 300; // metres beyond which a position may be another quartier's
const CHIFFRES = 3; // decimals of a degree: about a hundred metres

/** Have a button ask for the position; `trouver("50.852,4.351")` is called with it. What fails is said in `dit`. */
export function positionner(bouton, dit, trouver) {
  if (!navigator.geolocation) return;
  bouton.hidden = false;
  bouton.addEventListener("click", () => {
    dit.textContent = _("Recherche de votre position…");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        dit.textContent = coords.accuracy > PRECISION ? _("Votre appareil se situe à %(n)s m près : écrire votre rue serait plus sûr.", { n: new Intl.NumberFormat(CARTE.langue).format(Math.round(coords.accuracy / 100) * 100) }) : "";
        trouver([coords.latitude, coords.longitude].map((degres) => degres.toFixed(CHIFFRES)).join(","));
      },
      () => { dit.textContent = _("Votre appareil ne donne pas sa position. Écrivez plutôt votre rue ou votre code postal."); },
      { maximumAge: 60000, timeout: 15000 },
    );
  });
}

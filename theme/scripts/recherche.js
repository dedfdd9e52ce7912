// The search page: words to places, their opening states and ages, places to keep, a quick exit.

import { fraicheurs } from "../components/fraicheur/fraicheur.js";
import { garde } from "../components/liste/garder.js";
import { ouvertures } from "../components/ouverture/ouverture.js";
import { rechercher } from "../components/recherche/recherche.js";
import { sorties } from "../components/sortie/sortie.js";

const jours = [ouvertures(), fraicheurs()];
const gardees = garde();
rechercher({
  gardees,
  montrees: () => {
    gardees.boutons();
    jours.forEach((redire) => redire());
  },
  signalees: sorties,
});

// The search page: words to places, their opening states and ages, a quick exit.

import { fraicheurs } from "../components/fraicheur/fraicheur.js";
import { ouvertures } from "../components/ouverture/ouverture.js";
import { rechercher } from "../components/recherche/recherche.js";
import { sorties } from "../components/sortie/sortie.js";

const jours = [ouvertures(), fraicheurs()];
rechercher({ montrees: () => jours.forEach((redire) => redire()), signalees: sorties });

// A kept list: its places, their opening states and ages, a quick exit.

import { fraicheurs } from "../components/fraicheur/fraicheur.js";
import { liste } from "../components/liste/liste.js";
import { ouvertures } from "../components/ouverture/ouverture.js";
import { sorties } from "../components/sortie/sortie.js";

const jours = [ouvertures(), fraicheurs()];
liste({ montrees: () => jours.forEach((redire) => redire()), signalees: sorties });

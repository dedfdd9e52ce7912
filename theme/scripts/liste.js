// A list of records: the opening state of each, those that are open now, a map on request, ages, a quick exit.

import { ouverts } from "../components/carte-fiche/ouverts.js";
import { fraicheurs } from "../components/fraicheur/fraicheur.js";
import { ouvertures } from "../components/ouverture/ouverture.js";
import { services } from "../components/ouverture/services.js";
import { cartesSurPlan } from "../components/plan/cartes.js";
import { sorties } from "../components/sortie/sortie.js";

sorties();
const situer = cartesSurPlan();
ouvertures(document, (moment) => {
  services(moment);
  ouverts();
  situer();
});
fraicheurs();

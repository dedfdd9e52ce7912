// The map of the Region and the list of all that it shows; opening states and ages of the cards that it opens.

import { fraicheurs } from "../components/fraicheur/fraicheur.js";
import { ouvertures } from "../components/ouverture/ouverture.js";
import { region } from "../components/plan/region.js";

const jours = [ouvertures(), fraicheurs()];
region(() => jours.forEach((redire) => redire()));

// The page of one record: its opening states, its ages, a quick exit.

import { attaches } from "../components/attaches/attaches.js";
import { fraicheurs } from "../components/fraicheur/fraicheur.js";
import { ouvertures } from "../components/ouverture/ouverture.js";
import { services } from "../components/ouverture/services.js";
import { sorties } from "../components/sortie/sortie.js";

sorties();
ouvertures(document, services);
fraicheurs();
attaches();

// The table of who does what, for professionals: sorted, filtered, grouped, what is open, and how old each answer is.

import { fraicheurs } from "../components/fraicheur/fraicheur.js";
import { ouvertures } from "../components/ouverture/ouverture.js";
import { imprime } from "../components/papier/imprime.js";
import { tableaux } from "../components/tableau/tableau.js";

fraicheurs();
ouvertures(document, tableaux());
imprime();

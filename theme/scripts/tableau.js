// The table of who does what, for professionals: sorted, filtered, and how old each answer is.

import { fraicheurs } from "../components/fraicheur/fraicheur.js";
import { tableaux } from "../components/tableau/tableau.js";

tableaux();
fraicheurs();

// The page of a record of which only ties age.

import { fraicheurs } from "../components/fraicheur/fraicheur.js";

fraicheurs();

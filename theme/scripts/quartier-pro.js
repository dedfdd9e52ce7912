// A quartier for professionals: its table, its meetings and projects, and how old each answer is.

import { fraicheurs } from "../components/fraicheur/fraicheur.js";
import { projets } from "../components/projets/projets.js";
import { rencontres } from "../components/rencontres/rencontres.js";
import { tableaux } from "../components/tableau/tableau.js";

tableaux();
fraicheurs();
projets();
rencontres();

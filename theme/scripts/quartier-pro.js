// A quartier for professionals: its table, its meetings and projects, and how old each answer is.

import { fraicheurs } from "../components/fraicheur/fraicheur.js";
import { ouvertures } from "../components/ouverture/ouverture.js";
import { imprime } from "../components/papier/imprime.js";
import { projets } from "../components/projets/projets.js";
import { rencontres } from "../components/rencontres/rencontres.js";
import { tableaux } from "../components/tableau/tableau.js";

fraicheurs();
ouvertures(document, tableaux());
projets();
rencontres();
imprime();

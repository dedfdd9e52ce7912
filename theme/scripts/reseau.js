// What services do together: ages of what is said, fundings that end, the next date of meetings.

import { attaches } from "../components/attaches/attaches.js";
import { fraicheurs } from "../components/fraicheur/fraicheur.js";
import { imprime } from "../components/papier/imprime.js";
import { projets } from "../components/projets/projets.js";
import { rencontres } from "../components/rencontres/rencontres.js";

attaches();
fraicheurs();
projets();
rencontres();
imprime();

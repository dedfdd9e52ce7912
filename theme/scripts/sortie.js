// A page with a way out and nothing that changes with time.

import { sorties } from "../components/sortie/sortie.js";

sorties();

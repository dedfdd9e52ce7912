// The sheet in two languages of a flagged theme: the quick exit, and nothing that speaks.

import { sorties } from "../components/sortie/sortie.js";

sorties();

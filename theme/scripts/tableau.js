// The table of who does what, for professionals.

import { tableaux } from "../components/tableau/tableau.js";

tableaux();

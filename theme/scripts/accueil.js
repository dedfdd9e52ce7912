// The home page: its way to the search.

import { chercher } from "../components/chercher/chercher.js";

chercher();

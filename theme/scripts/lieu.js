// What the search says of a place, loaded when somebody gives one (components/recherche/situation.js).

import { situer } from "../components/recherche/lieu.js";

window.carteLieu(situer);

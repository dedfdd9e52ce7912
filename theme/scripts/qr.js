// What makes a code of an address, for the pages that ask for it: rows of dark (true) and light modules, without a margin.

import { encode } from "uqr";

window.carteQR((texte) => encode(texte, { border: 0, boostEcc: true }).data);

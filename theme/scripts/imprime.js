// A page that changes nothing but says on paper when it was printed.

import { imprime } from "../components/papier/imprime.js";

imprime();

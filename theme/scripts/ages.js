// The page of a record of which only ties age.

import { attaches } from "../components/attaches/attaches.js";
import { imprime } from "../components/papier/imprime.js";

attaches();
imprime();

// The page of a record of which only ties age.

import { attaches } from "../components/attaches/attaches.js";

attaches();

// The map of the Region and the list of all that it shows.

import { region } from "../components/plan/region.js";

region();

// The moving map, loaded when somebody asks for it: its program, given to who waits for it (components/plan/appel.js).

import { ouvrir } from "../components/plan/plan.js";

window.cartePlan(ouvrir);

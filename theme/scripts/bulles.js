// A page whose words of the field show what they mean.

import { bulles } from "../components/mot/mot.js";

bulles();

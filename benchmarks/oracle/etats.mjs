// Reads {"lieu", "cas": [{valeur, paquet or null, feries, instants}]} and writes, for each case, two words of a letter an
// instant, `nous` and `eux`: o open, n closed, i unknown; `erreur`, instead of `eux`, is what opening_hours says of a
// value that it does not read. Instants are minutes since 1970; opening_hours asks the machine's zone: TZ must be Brussels.

import { readFileSync } from "node:fs";
import opening_hours from "opening_hours";
import { deplier, etat } from "../../theme/scripts/lib/horaire.js";
import { bruxelles } from "../../theme/scripts/lib/temps.js";

const MINUTE = 60000;
const { lieu, cas } = JSON.parse(readFileSync(0, "utf8"));
const lettre = { oui: "o", non: "n", inconnu: "i" };
console.error = () => {}; // opening_hours also prints what it throws

const lire = (valeur) => new opening_hours(valeur, lieu, { tag_key: "opening_hours" });

function nous({ paquet, feries, instants }) {
  if (!paquet) return "i".repeat(instants.length);
  const horaire = deplier(paquet, feries);
  return instants.map((minute) => lettre[etat(horaire, bruxelles(new Date(minute * MINUTE))).etat]).join("");
}

function eux({ valeur, instants }) {
  let lu;
  try {
    lu = lire(valeur);
  } catch (erreur) {
    return { erreur: String(erreur) };
  }
  return { eux: instants.map((minute) => leur(lu, new Date(minute * MINUTE))).join("") };
}

function leur(lu, instant) {
  try {
    const ici = lu.getIterator(instant);
    return ici.getState() ? "o" : ici.getUnknown() ? "i" : "n";
  } catch {
    return "?"; // no school holidays known that year
  }
}

process.stdout.write(JSON.stringify(cas.map((un) => ({ nous: nous(un), ...eux(un) }))));

// The list on paper: what somebody carries who goes there or calls, and a code that opens it on another phone.

import { creer } from "../../scripts/lib/creer.js";
import { _ } from "../../scripts/lib/mots.js";
import { remplir } from "../../scripts/lib/remplir.js";
import { imprimeLe } from "../papier/imprime.js";
import { nomDe, texteDe } from "./faits.js";

const HEURES = 3; // schedules of one place; the others are on its page

/** Write the sheet: of a place whose address is secret, its name and its number alone, as on its own sheet. */
export function imprimable(feuille, places, { titre, site, lien, code }) {
  const [entete, liste, pied] = ["p", "ol", "div"].map((nom) => creer(nom));
  entete.className = "feuille-liste__entete";
  entete.append(creer("b", { textContent: titre }), ` – ${site} – `, imprimeLe());
  liste.append(...places.map(fiche));
  pied.className = "feuille-liste__pied";
  const mots = creer("p", { textContent: _("Téléphonez avant de venir, surtout un jour férié : les heures changent.") });
  if (lien) mots.append(creer("br"), _("La même liste, à jour :"), " ", creer("b", { textContent: lien }));
  pied.append(...(code ? [code.cloneNode(true)] : []), mots);
  remplir(feuille, entete, liste, pied);
}

function fiche(faits) {
  const li = creer("li");
  const nom = creer("b", { className: "feuille-liste__nom" });
  nom.append(...nomDe(faits));
  const joindre = creer("b", { className: "feuille-liste__joindre", textContent: faits.contact ? texteDe(faits.contact) : _("téléphone pas encore connu") });
  li.append(nom, joindre);
  if (faits.protege) return li;
  const semaine = faits.semaine();
  const heures = semaine.length ? semaine.slice(0, HEURES).join(" | ") + (semaine.length > HEURES ? " …" : "") : faits.motsHoraires;
  const acces = faits.acces.map(texteDe).join(", ") || _("Avec ou sans rendez-vous : à demander");
  const lignes = [faits.quoi.join(". "), faits.adresses.join(" / "), `${heures}. ${acces}`];
  li.append(...lignes.filter(Boolean).map((textContent) => creer("p", { textContent })));
  return li;
}

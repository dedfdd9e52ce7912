// What a marker looks like and how it is called: the sign of its family, a colour, and whether the place is open. A place
// of which we know only the street has a broken edge; one whose hours nobody knows has no mark.

import { _ } from "../../scripts/lib/mots.js";

const MARQUES = { oui: "✓", non: "✕", inconnu: "" };

/** The words of a state, as a marker's name says it. */
export const etatDit = (etat) => ({ oui: _("ouvert"), non: _("fermé"), inconnu: _("horaire inconnu") })[etat];

/** The marker of a place as HTML; `signe` is the SVG of its family. */
export function repere({ signe, etat }) {
  const marque = MARQUES[etat] ? `<span class="repere__etat repere__etat--${etat}">${MARQUES[etat]}</span>` : "";
  return `${signe}${marque}`;
}

/** Its classes: a family, and whether it stands at a door. */
export const classes = ({ famille, approche }) => `repere repere--${famille || "autres"}${approche ? " repere--approche" : ""}`;

/** The name of a marker: of one place, or of a group of them. */
export function nomDe(lieux) {
  if (lieux.length === 1) return [lieux[0].nom, etatDit(lieux[0].etat)].filter(Boolean).join(", ");
  const ouverts = lieux.filter(({ etat }) => etat === "oui").length;
  const valeurs = { n: lieux.length, ouverts };
  if (ouverts === 1) return _("%(n)s lieux, dont 1 ouvert", valeurs);
  return ouverts ? _("%(n)s lieux, dont %(ouverts)s ouverts", valeurs) : _("%(n)s lieux", valeurs);
}

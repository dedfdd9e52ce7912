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

/** The name of the marker of a place. */
export const nomDuLieu = ({ nom, etat }) => [nom, etatDit(etat)].filter(Boolean).join(", ");

/** The name of the marker of a group: how many, and how many of them are open. */
export function nomDuGroupe({ n, ouverts }) {
  if (ouverts === 1) return _("%(n)s lieux, dont 1 ouvert", { n });
  return ouverts ? _("%(n)s lieux, dont %(ouverts)s ouverts", { n, ouverts }) : _("%(n)s lieux", { n });
}

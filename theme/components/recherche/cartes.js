// A card of what was found: that of every other list of the site, with why it is there and how far it is.

import { creer } from "../../scripts/lib/creer.js";
import { _ } from "../../scripts/lib/mots.js";
import { aPied } from "./proche.js";

const MARCHE = 45; // minutes

/** An item with a card of `html` (lots by number), and the reason why it is there unless that was chosen. */
export function carte(html, moteur, { rang, pourquoi }, choix, loin) {
  const [lot, place] = moteur.lot(rang);
  const li = creer("li", { innerHTML: signee(html[lot][place], moteur.signes) });
  li.dataset.rang = rang;
  const raison = pourquoi && choix.q && (pourquoi === "nom" ? _("Trouvé par son nom") : _("Ici pour : %(mots)s", { mots: pourquoi.nom }));
  const mots = [raison, loin && distanceDite(loin(rang), moteur.endroits(rang))].filter(Boolean);
  if (mots.length) li.querySelector("article").prepend(creer("p", { className: "pourquoi note", textContent: mots.join(" · ") }));
  return li;
}

/** A card with its signs, which stand once for all cards (search/signes.py). */
const signee = (html, signes) => html.replace(/<svg>(\d+)<\/svg>/g, (_numero, n) => signes[n]);

/** Minutes on foot as long as somebody would walk, then kilometres in a straight line; nothing where no place is known. */
function distanceDite(metres, { points }) {
  if (metres === Infinity) return "";
  const n = aPied(metres);
  const dite = n <= MARCHE ? _("à %(n)s min à pied", { n }) : _("à %(n)s km", { n: nombreDit(Math.round(metres / 100) / 10) });
  return points.length > 1 ? _("%(dite)s, pour la plus proche de ses adresses", { dite }) : dite;
}

export const nombreDit = (n) => new Intl.NumberFormat(CARTE.langue).format(n);

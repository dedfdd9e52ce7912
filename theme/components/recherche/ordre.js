// The order of results, which anybody can explain: how well they match, in steps; then those that are open, then those of
// which we do not know; then how far they are, where a point was given; then by name. Nothing else: not how large an
// organisation is, nor how complete its record.

const PAS = 5;
const ETATS = { oui: 0, inconnu: 1, non: 2 };

/** Records ([{ rang, note, ici }]) in order; `ouvert(rank)` gives a state, `loin(rank)` metres, `tri` nom or distance. */
export function ordonner(fiches, { ouvert, loin = () => 0, tri }) {
  if (tri === "nom") return [...fiches].sort((a, b) => a.rang - b.rang);
  if (tri === "distance") return [...fiches].sort((a, b) => ecart(loin(a.rang), loin(b.rang)) || a.rang - b.rang);
  const meilleure = fiches.reduce((note, fiche) => Math.max(note, fiche.note), 0.01);
  const cles = new Map(fiches.map((fiche) => [fiche, [fiche.ici ? 0 : 1, PAS - Math.round((PAS * fiche.note) / meilleure), ETATS[ouvert(fiche.rang)], loin(fiche.rang)]]));
  return [...fiches].sort((a, b) => comparer(cles.get(a), cles.get(b)) || a.rang - b.rang);
}

const comparer = (a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || ecart(a[3], b[3]);
const ecart = (a, b) => (a === b ? 0 : a - b); // two places nowhere are as far as each other

// What the words that are being typed may mean: needs first, then streets and places, then organisations.

import { _ } from "../../scripts/lib/mots.js";

const MONTREES = 6;
const RUES = 4; // one a commune, of those that share a name

/** Suggestions as `suggerer` takes them; each value is a choice for the address. */
export function propositions(moteur, texte) {
  const { besoins, lieux, rues, fiches } = moteur.chercher(texte, { enCours: true });
  const ici = rues.length ? undefined : lieux[0];
  const parLieu = ici ? { [ici.sorte]: ici.id } : {};
  const sortes = { commune: _("commune"), quartier: _("quartier") };
  const parTheme = besoins.slice(0, 3).map(({ but }) => {
    const n = moteur.compter(but, ici);
    return { mots: ici ? `${but.nom}, ${ici.nom}` : but.nom, note: n === 1 ? _("1 lieu") : _("%(n)s lieux", { n }), valeur: { theme: but.id, ...parLieu } };
  });
  const parRue = [...new Set(rues.map(({ but }) => moteur.nomDeVoie(but)))].slice(0, RUES).map((mots) => ({ mots, note: _("rue"), valeur: { rue: mots } }));
  const parEndroit = rues.length ? [] : lieux.slice(0, 3).map((but) => ({ mots: but.nom, note: sortes[but.sorte], valeur: { [but.sorte]: but.id } }));
  const parNom = fiches
    .filter((fiche) => fiche.pourquoi === "nom")
    .slice(0, 4)
    .map(({ rang }) => ({ mots: moteur.nom(rang), note: _("organisation"), valeur: { q: moteur.nom(rang) } }));
  return [...parTheme, ...parRue, ...parEndroit, ...parNom].slice(0, MONTREES);
}

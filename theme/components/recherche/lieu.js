// What is said of a place: its quartier and commune, the CPAS, the contract, the bassin, each with how that is known.

import { creer } from "../../scripts/lib/creer.js";
import { _ } from "../../scripts/lib/mots.js";
import { contours } from "./contours.js";

const NOMMES = 3; // quartiers that a title names

/**
 * What is said of a place, of files of the index (search/territory.py, and search/background.py for a point): `titre`, the
 * codes of its quartiers, `but` where it was chosen as such, and `corps(choices, puce)`, elements; `puce` makes the links
 * to streets of the same name.
 */
export function situer(fichiers, moteur, endroit) {
  const dite = lire(fichiers, moteur, endroit);
  return { ...dite, corps: (choix, puce) => corps(dite, choix, moteur, puce) };
}

/** Beside these, the ranks of its communes, `voie` and `homonymes` of a street, `approche` where several may be meant. */
function lire({ reperes, fond }, moteur, { point, voie, but }) {
  const communesDe = (codes) => [...new Set(codes.flatMap((code) => reperes.quartiers[code][1]))];
  const nomDe = (code) => moteur.quartier(code).nom;
  if (point) {
    const codes = contours(fond)(point).map(([code]) => code);
    const valeurs = { quartiers: codes.map(nomDe).join(", ") };
    const dedans = codes.length > 1 ? _("Ce point est dans un de ces quartiers : %(quartiers)s", valeurs) : _("Ce point est dans ce quartier : %(quartiers)s", valeurs);
    const titre = codes.length ? dedans : _("Ce point est hors de la Région de Bruxelles-Capitale : notre liste s'arrête là.");
    return { titre, codes, communes: [...new Set([...communesDe(codes.slice(0, 1)), ...codes.map((code) => reperes.quartiers[code][1][0])])], reperes, approche: codes.length > 1 };
  }
  if (voie) {
    // One street may stand in several rows, where its name is written in two ways.
    const memeNom = moteur.voies.filter(({ nom }) => nom === voie.nom);
    const codes = [...new Set([voie, ...memeNom.filter(({ commune }) => commune === voie.commune)].flatMap(({ quartiers }) => quartiers))];
    const homonymes = [...new Map(memeNom.filter(({ commune }) => commune !== voie.commune).map((autre) => [autre.commune, autre])).values()];
    const valeurs = { rue: moteur.nomDeVoie(voie), quartiers: codes.map(nomDe).join(", "), n: codes.length };
    const titre = codes.length > NOMMES ? _("%(rue)s : traverse %(n)s quartiers", valeurs) : codes.length > 1 ? _("%(rue)s. Quartiers : %(quartiers)s", valeurs) : _("%(rue)s. Quartier : %(quartiers)s", valeurs);
    return { titre, codes, communes: [voie.commune], voie, reperes, homonymes };
  }
  if (but.sorte === "commune") return { titre: _("La commune : %(nom)s", but), codes: [], communes: [but.rang], but, reperes };
  return { titre: _("Le quartier : %(nom)s", but), codes: [but.rang], communes: communesDe([but.rang]), but, reperes };
}

/** Rows as HTML, each with the quartiers that it is of; none where it is of the whole place. */
function rangees({ codes, communes, voie, reperes }) {
  const desCommunes = communes.map((rang) => reperes.communes[rang]);
  const [generales, bassins, autres] = [1, 2, 3].map((partie) => desCommunes.flatMap((commune) => commune[partie]));
  const seule = !codes.length; // a commune, of which no part is meant
  // A street is in one commune, even where its quartier lies in two: what is said of the commune's bassin holds.
  const parCommune = seule || (voie && bassins.length === 1);
  const trouvees = new Map([...generales, ...(seule ? autres : []), ...(parCommune ? bassins : [])].map((html) => [html, []]));
  const entieres = new Set(trouvees.keys());
  for (const code of codes)
    for (const html of [...reperes.quartiers[code][2], ...(parCommune ? [] : reperes.quartiers[code][3])])
      if (!entieres.has(html)) trouvees.set(html, [...(trouvees.get(html) || []), code]);
  return [...trouvees].map(([html, siens]) => [html, siens.length < codes.length ? siens : []]);
}

function corps(dite, choix, moteur, puce) {
  const { codes, communes, homonymes = [], approche, reperes } = dite;
  const dl = creer("dl", { className: "faits" });
  for (const [html, siens] of rangees(dite)) {
    dl.insertAdjacentHTML("beforeend", html);
    if (siens.length) dl.lastElementChild.querySelector("dt").append(` (${siens.map((code) => moteur.quartier(code).nom).join(", ")})`);
  }
  const liens = (liste) => liste.join(", ");
  const ou = [
    codes.length > 1 && !approche && _("Cette rue traverse plusieurs quartiers : %(liens)s.", { liens: liens(codes.map((code) => reperes.quartiers[code][0])) }),
    approche && _("Une position est exacte à une centaine de mètres : %(liens)s.", { liens: liens(codes.map((code) => reperes.quartiers[code][0])) }),
    codes.length === 1 && _("Quartier : %(liens)s.", { liens: reperes.quartiers[codes[0]][0] }),
    communes.length === 1 ? _("Commune : %(liens)s.", { liens: reperes.communes[communes[0]][0] }) : _("Communes : %(liens)s.", { liens: liens(communes.map((rang) => reperes.communes[rang][0])) }),
  ].filter(Boolean);
  const suite = [creer("p", { innerHTML: ou.join(" ") }), dl];
  if (homonymes.length) {
    const ul = creer("ul", { className: "puces" });
    ul.append(...homonymes.map((voie) => puce(moteur.nomDeVoie(voie), { ...choix, q: "", pres: "", rue: moteur.nomDeVoie(voie) })));
    suite.push(creer("p", { className: "note", textContent: _("Une rue du même nom se trouve aussi ailleurs :") }), ul);
  }
  suite.push(creer("p", { className: "note", textContent: _("Aucune limite n'arrête personne : vous pouvez demander de l'aide où vous voulez. Ici, rien n'est attribué d'après une adresse.") }));
  return suite;
}

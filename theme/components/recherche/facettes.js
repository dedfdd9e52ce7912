// The choices that narrow results, each with how many it would leave; one that would leave nothing says so before the click.

import { creer } from "../../scripts/lib/creer.js";
import { _ } from "../../scripts/lib/mots.js";
import { ecrire, maintenant } from "../../scripts/lib/temps.js";
import { motsDeFenetre } from "./fenetres.js";
import { CASES, LISTES, VALEURS } from "./filtres.js";
import { rayonDit } from "./rayons.js";
import { heure } from "../ouverture/ouverture.js";

const TITRES = {
  theme: () => _("Besoin"), public: () => _("Pour qui"), langue: () => _("Langue"), commune: () => _("Commune"), quartier: () => _("Quartier"),
  acces: () => _("Sans rendez-vous"), gratuit: () => _("Gratuit"), pmr: () => _("En chaise roulante"),
  inconditionnel: () => _("Sans condition"), place: () => _("Il y a de la place"),
};
const IDS = { "": "filtre-ouvert-tous", 1: "filtre-ouvert", soir: "filtre-ouvert-soir", "week-end": "filtre-ouvert-week-end" };
const ordre = new Intl.Collator(CARTE.langue, { numeric: true, sensitivity: "base" });

/** Gives the title of a choice. */
export const titreDe = (cle) => TITRES[cle];

/** The words of a choice that is made: of a list, those of its id; of opening hours, the hours that they stand for. */
export function motsDe(cle, valeur, criteres) {
  if (LISTES.includes(cle)) return (criteres.libelles[cle].find(([id]) => id === valeur) || ["", valeur])[1];
  if (cle === "ouvert") return motsDeFenetre(valeur, criteres.moment, criteres.dit);
  return cle === "rayon" ? rayonDit(valeur) : TITRES[cle]();
}

/** A day and an hour that were chosen, in words. */
export function motsDuMoment(texte) {
  const [jour, minute] = maintenant(`#${new URLSearchParams({ moment: texte })}`);
  const date = ecrire(jour, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
  return _("Le %(date)s à %(heure)s", { date, heure: heure(minute) });
}

/** The form of choices in `boite`; `changer(key, value)` is called with what was chosen, empty for nothing. */
export function facettes(boite, changer) {
  const champs = {};
  const moments = creer("fieldset", { className: "champ champ--quand" });
  moments.append(creer("legend", { textContent: _("Quand") }));
  for (const valeur of ["", ...VALEURS.ouvert]) {
    const saisie = creer("input", { type: "radio", name: "filtre-ouvert", id: IDS[valeur], value: valeur });
    saisie.addEventListener("change", () => saisie.checked && changer("ouvert", valeur));
    moments.append(case_(champs, `ouvert ${valeur}`, saisie));
  }
  champs["ouvert "].mots.textContent = _("Peu importe");
  const quand = creer("input", { type: "datetime-local", id: "filtre-moment" });
  quand.addEventListener("change", () => changer("moment", quand.value));
  moments.append(champ("champ", creer("label", { htmlFor: quand.id, textContent: _("Ouvert ce jour, à cette heure") }), quand));
  boite.append(moments);
  for (const cle of CASES) {
    const saisie = creer("input", { type: "checkbox", id: `filtre-${cle}` });
    const [valeur] = VALEURS[cle];
    saisie.addEventListener("change", () => changer(cle, saisie.checked ? valeur : ""));
    boite.append(case_(champs, `${cle} ${valeur}`, saisie));
    champs[`${cle} ${valeur}`].mots.textContent = TITRES[cle]();
  }
  for (const cle of LISTES) {
    const saisie = creer("select", { id: `filtre-${cle}` });
    saisie.addEventListener("change", () => changer(cle, saisie.value));
    champs[cle] = { saisie };
    boite.append(champ("champ", creer("label", { htmlFor: saisie.id, textContent: TITRES[cle]() }), saisie));
  }

  /** Show what is chosen, and what each choice would leave. */
  return function montrer(choix, { comptes, tus, criteres }) {
    quand.value = choix.moment || "";
    champs["ouvert "].saisie.checked = !choix.ouvert;
    for (const cle of ["ouvert", ...CASES])
      for (const valeur of VALEURS[cle]) {
        const { saisie, mots, nombre } = champs[`${cle} ${valeur}`];
        saisie.checked = choix[cle] === valeur;
        saisie.disabled = !comptes[cle][valeur] && !tus[cle][valeur] && !saisie.checked;
        nombre.textContent = laisse(comptes[cle][valeur], tus[cle][valeur]);
        if (cle === "ouvert") mots.textContent = motsDe(cle, valeur, criteres);
      }
    for (const cle of LISTES) {
      const { saisie } = champs[cle];
      const connus = criteres.libelles[cle].filter(([id]) => comptes[cle][id] || tus[cle][id] || id === choix[cle]).sort((a, b) => ordre.compare(a[1], b[1]));
      saisie.textContent = "";
      saisie.append(new Option(_("Peu importe"), ""), ...connus.map(([id, mots]) => new Option(`${mots} ${laisse(comptes[cle][id], tus[cle][id])}`, id)));
      saisie.value = choix[cle] || "";
      saisie.disabled = !connus.length;
    }
  };
}

/** How many a choice would leave; where it would leave none, whether some do not say. */
function laisse(n, tus) {
  if (n) return `(${n})`;
  return tus ? _("(0 ; à demander : %(n)s)", { n: tus }) : _("(0 : ne donne rien)");
}

/** A box or a button with its words and its number. */
function case_(champs, nom, saisie) {
  const [mots, nombre] = [creer("span", {}), creer("span", { className: "note" })];
  champs[nom] = { saisie, mots, nombre };
  const etiquette = creer("label", { htmlFor: saisie.id });
  etiquette.append(mots, " ", nombre);
  return champ("champ champ--case", etiquette, saisie);
}

function champ(classe, ...elements) {
  const p = creer("p", { className: classe });
  p.append(...elements);
  return p;
}

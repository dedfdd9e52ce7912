// The choices that narrow results, each with how many it would leave; one that would leave nothing says so before the click.

import { creer } from "../../scripts/lib/creer.js";
import { _ } from "../../scripts/lib/mots.js";
import { CASES, LISTES, valeurDe } from "./filtres.js";

const TITRES = {
  theme: () => _("Besoin"), public: () => _("Pour qui"), langue: () => _("Langue"), commune: () => _("Commune"), quartier: () => _("Quartier"),
  ouvert: () => _("Ouvert"), acces: () => _("Sans rendez-vous"), gratuit: () => _("Gratuit"), pmr: () => _("En chaise roulante"),
  inconditionnel: () => _("Sans condition"), place: () => _("Il y a de la place"),
};
const ordre = new Intl.Collator(CARTE.langue, { numeric: true, sensitivity: "base" });

/** The words of a choice that is made: of a list, those of its id. */
export const motsDe = (cle, valeur, criteres) =>
  LISTES.includes(cle) ? (criteres.libelles[cle].find(([id]) => id === valeur) || ["", valeur])[1] : TITRES[cle]();

/** The form of choices in `boite`; `changer(key, value)` is called with what was chosen, empty for nothing. */
export function facettes(boite, changer) {
  const champs = {};
  for (const cle of CASES) {
    const saisie = creer("input", { type: "checkbox", id: `filtre-${cle}` });
    saisie.addEventListener("change", () => changer(cle, saisie.checked ? valeurDe(cle) : ""));
    champs[cle] = { saisie, nombre: creer("span", { className: "note" }) };
    const etiquette = creer("label", { htmlFor: saisie.id, textContent: `${TITRES[cle]()} ` });
    etiquette.append(champs[cle].nombre);
    boite.append(champ("champ champ--case", etiquette, saisie));
  }
  const quand = creer("input", { type: "datetime-local", id: "filtre-moment" });
  quand.addEventListener("change", () => changer("moment", quand.value));
  boite.append(champ("champ", creer("label", { htmlFor: quand.id, textContent: _("Ouvert ce jour, à cette heure") }), quand));
  for (const cle of LISTES) {
    const saisie = creer("select", { id: `filtre-${cle}` });
    saisie.addEventListener("change", () => changer(cle, saisie.value));
    champs[cle] = { saisie };
    boite.append(champ("champ", creer("label", { htmlFor: saisie.id, textContent: TITRES[cle]() }), saisie));
  }

  /** Show what is chosen, and what each choice would leave. */
  return function montrer(choix, comptes, criteres) {
    quand.value = choix.moment || "";
    for (const cle of CASES) {
      const { saisie, nombre } = champs[cle];
      saisie.checked = Boolean(choix[cle]);
      saisie.disabled = !comptes[cle] && !saisie.checked;
      nombre.textContent = `(${comptes[cle]})`;
    }
    for (const cle of LISTES) {
      const { saisie } = champs[cle];
      const connus = criteres.libelles[cle].filter(([id]) => comptes[cle][id] || id === choix[cle]).sort((a, b) => ordre.compare(a[1], b[1]));
      saisie.textContent = "";
      saisie.append(new Option(_("Peu importe"), ""), ...connus.map(([id, mots]) => new Option(`${mots} (${comptes[cle][id] || 0})`, id)));
      saisie.value = choix[cle] || "";
      saisie.disabled = !connus.length;
    }
  };
}

function champ(classe, ...elements) {
  const p = creer("p", { className: classe });
  p.append(...elements);
  return p;
}

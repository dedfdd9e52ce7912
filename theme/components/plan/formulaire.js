// The choices of the map of the Region: a box for each family, under its sign, and one for what is open.

import { creer } from "../../scripts/lib/creer.js";
import { _ } from "../../scripts/lib/mots.js";

/** Fill a form; `changer(choices)` is called with what was chosen. Returns what shows choices and counts in it. */
export function formulaire(element, familles, changer) {
  const ouvert = caseDe("ouvert", creer("span", { textContent: _("Ouvert maintenant") }));
  const boites = familles.map(([id, nom, signe]) => caseDe(id, creer("span", { className: `repere repere--${id}`, innerHTML: signe }), nom[CARTE.langue]));
  const parFamille = creer("fieldset", {});
  parFamille.append(creer("legend", { textContent: _("Par besoin") }), ...boites.map(({ etiquette }) => etiquette));
  element.append(ouvert.etiquette, parFamille);
  element.addEventListener("change", () =>
    changer({ familles: boites.filter(({ saisie }) => saisie.checked).map(({ saisie }) => saisie.value), ouvert: ouvert.saisie.checked }),
  );

  return function montrer(choix, comptes) {
    ouvert.montrer(choix.ouvert, comptes.ouverts);
    for (const boite of boites) boite.montrer(choix.familles.includes(boite.saisie.value), comptes.familles[boite.saisie.value] || 0);
  };
}

function caseDe(valeur, ...mots) {
  const saisie = creer("input", { type: "checkbox", value: valeur });
  const etiquette = creer("label", {});
  const nombre = creer("span", { className: "note" });
  etiquette.append(saisie, ...mots, " ", nombre);
  return {
    saisie, etiquette,
    /** What would give nothing says so, and cannot be chosen. */
    montrer(faite, n) {
      saisie.checked = faite;
      saisie.disabled = !n && !faite;
      nombre.textContent = `(${n})`;
    },
  };
}

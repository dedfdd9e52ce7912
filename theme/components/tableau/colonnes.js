// The columns on show: the names of those that are not stand on the table, and the style sheet does the rest, on paper too.

import { creer } from "../../scripts/lib/creer.js";
import { _ } from "../../scripts/lib/mots.js";

/** The choice of columns of a table: `boite` to show, `valeur()` and `remettre(valeur)` for the address. */
export function colonnes(table) {
  const boite = creer("details", { className: "colonnes" });
  const cases = [...table.tHead.rows[0].cells].slice(1).map((th) => {
    const { colonne } = th.dataset;
    const saisie = creer("input", { type: "checkbox", checked: true, value: colonne, id: `colonne-${colonne}` });
    return [saisie, th.textContent];
  });
  const liste = creer("fieldset");
  liste.append(creer("legend", { className: "invisible", textContent: _("Colonnes") }));
  for (const [saisie, mots] of cases) {
    const etiquette = creer("label");
    etiquette.append(saisie, ` ${mots}`);
    liste.append(etiquette);
  }
  boite.append(creer("summary", { textContent: _("Choisir les colonnes") }), liste);
  const valeur = () => cases.filter(([saisie]) => !saisie.checked).map(([saisie]) => saisie.value).join(".");
  const montrer = () => (table.dataset.sans = valeur().replace(/\./g, " "));
  liste.addEventListener("input", montrer);
  return {
    boite,
    valeur,
    remettre(dites) {
      const sans = dites.split(".");
      for (const [saisie] of cases) saisie.checked = !sans.includes(saisie.value);
      montrer();
    },
  };
}

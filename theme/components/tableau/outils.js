// The tools above the table: fields, columns, and the link that shares what is on show.

import { creer } from "../../scripts/lib/creer.js";
import { _ } from "../../scripts/lib/mots.js";

/** The tools of a table, not yet in the page. */
export function outils(choix, colonnes, groupes) {
  const boite = creer("div", { className: "outils" });
  boite.setAttribute("role", "search");
  boite.setAttribute("aria-label", _("Trier et filtrer le tableau"));
  const mot = creer("input", { type: "search", id: "filtre-q", autocomplete: "off" });
  const groupe = creer("select", { id: "filtre-groupe" });
  groupe.append(...groupes.map(([cle, mots]) => new Option(mots(), cle)));
  const [ouvert, inconnus] = ["ouvert", "inconnus"].map((id) => creer("input", { type: "checkbox", id: `filtre-${id}` }));
  boite.append(champ(mot, _("Un mot")), ...choix.champs.map(([select, mots]) => champ(select, mots)), champ(groupe, _("Grouper par")));
  boite.append(cocher(ouvert, _("Ouvert maintenant, d'après les heures de confiance")), cocher(inconnus, _("Aussi ceux dont nous ne le savons pas")), colonnes.boite);
  const effacer = creer("button", { type: "button", className: "effacer", textContent: _("Tout effacer") });
  const compte = creer("p", { className: "compte" });
  compte.setAttribute("role", "status");
  const { lien, partage } = partager();
  boite.append(effacer, partage);
  return { boite, mot, ouvert, inconnus, groupe, effacer, compte, lien };
}

/** A link to the view, that copies itself; a long press or the menu of a browser does as well. */
function partager() {
  const lien = creer("a", { textContent: _("Copier le lien de cette vue"), href: "#" });
  const dit = creer("span", { className: "note" });
  dit.setAttribute("role", "status");
  lien.addEventListener("click", async (evenement) => {
    evenement.preventDefault();
    try {
      await navigator.clipboard.writeText(lien.href);
      dit.textContent = ` ${_("Adresse copiée.")}`;
    } catch {
      dit.textContent = ` ${lien.href}`; // no clipboard from a folder, or where it is refused
      getSelection().selectAllChildren(dit);
    }
  });
  const partage = creer("p", { className: "partage" });
  partage.append(lien, dit);
  return { lien, partage };
}

function champ(saisie, mots) {
  const boite = creer("p", { className: "champ" });
  boite.append(creer("label", { htmlFor: saisie.id, textContent: mots }), saisie);
  return boite;
}

function cocher(saisie, mots) {
  const boite = champ(saisie, mots);
  boite.classList.add("champ--case");
  return boite;
}

// The signs of families, and the legend of those that the map shows.

import { creer } from "../../scripts/lib/creer.js";
import { _ } from "../../scripts/lib/mots.js";
import { etatDit, repere } from "./reperes.js";

/** Answers for themes, by id or rank: `famille(theme)`, `signe(theme)`; `legende` is an element that `montrer` fills. */
export function repeter({ familles, themes }) {
  const parId = new Map(themes);
  const rangDe = (theme) => (typeof theme === "number" ? (themes[theme] || [])[1] : parId.get(theme));
  const famille = (theme) => (familles[rangDe(theme)] || [""])[0];
  const signe = (theme) => (familles[rangDe(theme)] || ["", {}, ""])[2];
  const legende = creer("details", { className: "plan__legende" });

  function montrer(lieux) {
    const vues = new Set(lieux.filter(({ points }) => points.length).map(({ theme }) => rangDe(theme)));
    const liste = creer("ul", {});
    familles.forEach(([id, nom, dessin], rang) => vues.has(rang) && liste.append(cle(`repere repere--${id}`, dessin, nom[CARTE.langue])));
    const etats = creer("ul", {});
    for (const etat of ["oui", "non"]) etats.append(cle("repere repere--autres", repere({ signe: "", etat }), etatDit(etat)));
    if (lieux.some(({ points }) => points.some(([, , approche]) => approche)))
      etats.append(cle("repere repere--autres repere--approche", "", _("en pointillé : nous connaissons la rue, pas la porte")));
    etats.append(cle("", "", _("sans signe : horaire inconnu")));
    legende.textContent = "";
    legende.append(creer("summary", { textContent: _("Ce que disent les signes") }), liste, etats);
    legende.hidden = !vues.size;
  }

  return { famille, signe, legende, montrer };
}

function cle(classe, dessin, mots) {
  const li = creer("li", {});
  if (classe) li.append(creer("span", { className: classe, innerHTML: dessin }));
  li.append(mots);
  return li;
}

// A place by its name: names of every record are asked for when somebody goes to the field.

import { _ } from "../../scripts/lib/mots.js";
import { charger } from "../recherche/charger.js";
import { lexemes } from "../recherche/lexemes.js";
import { indexDesNoms } from "../recherche/noms.js";
import { suggerer } from "../recherche/suggestions.js";
import { idDe } from "./casiers.js";

const MONTREES = 6;

/** Give the form its suggestions; `choisir(id)` is called with a place, `echouer()` where the network is missing. */
export function ajout(formulaire, source, { choisir, echouer }) {
  const champ = formulaire.querySelector("input");
  const annonce = formulaire.querySelector("[role=status]");
  let noms;

  function proposer(texte) {
    const tous = lexemes(texte);
    const pleins = tous.filter((lexeme) => !lexeme.vide);
    if (!noms || texte.trim().length < 2) return [];
    return noms.index.reponses(pleins.length ? pleins : tous, true).slice(0, MONTREES)
      .map(({ but }) => ({ mots: noms.ecrits[but], note: "", valeur: but }));
  }

  function prendre(rang) {
    champ.value = "";
    idDe(source, rang).then(choisir, echouer);
  }

  const { fermer, redire } = suggerer(champ, formulaire.querySelector("[data-suggestions]"), annonce, { proposer, choisir: prendre });
  const preparer = () => {
    if (!noms) charger(source.dossier, source.noms).then((lus) => { noms = { ecrits: lus.noms, index: indexDesNoms(lus) }; redire(); }, echouer);
  };
  champ.addEventListener("focus", preparer);
  champ.addEventListener("input", preparer); // asked for again where it did not come
  formulaire.addEventListener("submit", (evenement) => {
    evenement.preventDefault();
    const trouvees = proposer(champ.value);
    if (trouvees.length === 1) {
      fermer();
      prendre(trouvees[0].valeur);
    } else if (noms) annonce.textContent = trouvees.length ? _("Choisissez un nom parmi les suggestions.") : _("Notre liste n'a pas ce nom.");
  });
}

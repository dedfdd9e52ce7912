// An input with suggestions, after the combobox pattern of ARIA 1.2: the input keeps the focus, arrows move through the
// list, Enter takes what is marked, Escape closes, and nothing is taken that was not asked for. How many there are is said
// a moment after the last key, so that it does not talk over what is typed.

import { _ } from "../../scripts/lib/mots.js";

const REPIT = 800;

/**
 * Give suggestions to `champ`. `proposer(texte)` returns [{ mots, note, valeur }]; `choisir(valeur)` is called for one
 * that is taken. Returns `fermer`, and `redire` for when there may be more to suggest to who still writes.
 */
export function suggerer(champ, liste, annonce, { proposer, choisir }) {
  let options = [];
  let ici = -1;
  let bientot;
  let ecrit = false; // whether somebody writes, and has not turned away from what is suggested

  champ.setAttribute("role", "combobox");
  champ.setAttribute("aria-autocomplete", "list");
  champ.setAttribute("aria-controls", liste.id);
  champ.setAttribute("aria-expanded", "false");
  liste.setAttribute("role", "listbox");
  marquer(-1);

  function montrer(trouvees) {
    options = trouvees;
    liste.textContent = "";
    liste.append(...options.map(ligne));
    marquer(-1);
    liste.hidden = !options.length;
    champ.setAttribute("aria-expanded", String(!liste.hidden));
    clearTimeout(bientot);
    bientot = setTimeout(() => {
      annonce.textContent = options.length ? _("Suggestions : %(n)s. Flèches haut et bas pour les lire.", { n: options.length }) : "";
    }, REPIT);
  }

  function ligne({ mots, note }, rang) {
    const li = document.createElement("li");
    const nom = document.createElement("span");
    const suite = document.createElement("span");
    li.id = `${liste.id}-${rang}`;
    li.setAttribute("role", "option");
    nom.textContent = mots;
    suite.className = "note";
    suite.textContent = note;
    li.append(nom, " ", suite);
    li.addEventListener("pointerdown", (evenement) => evenement.preventDefault()); // the input keeps the focus
    li.addEventListener("click", () => prendre(rang));
    return li;
  }

  function marquer(rang) {
    ici = rang;
    [...liste.children].forEach((li, i) => li.setAttribute("aria-selected", String(i === rang)));
    if (rang < 0) champ.removeAttribute("aria-activedescendant");
    else {
      champ.setAttribute("aria-activedescendant", liste.children[rang].id);
      liste.children[rang].scrollIntoView({ block: "nearest" });
    }
  }

  function fermer() {
    ecrit = false;
    montrer([]);
    annonce.textContent = "";
  }

  function prendre(rang) {
    const { valeur } = options[rang];
    fermer();
    choisir(valeur);
  }

  champ.addEventListener("input", () => {
    ecrit = true;
    montrer(proposer(champ.value));
  });
  champ.addEventListener("blur", fermer);
  champ.addEventListener("keydown", (evenement) => {
    const { key } = evenement;
    if (key === "ArrowDown" || key === "ArrowUp") {
      if (liste.hidden) montrer(proposer(champ.value));
      if (!options.length) return;
      const pas = key === "ArrowDown" ? 1 : -1;
      marquer(ici < 0 && pas < 0 ? options.length - 1 : ((ici + 1 + pas + options.length + 1) % (options.length + 1)) - 1);
    } else if (key === "Enter" && ici >= 0) prendre(ici);
    else if (key === "Escape" && !liste.hidden) fermer();
    else return;
    evenement.preventDefault();
  });
  return { fermer, redire: () => ecrit && ici < 0 && montrer(proposer(champ.value)) };
}

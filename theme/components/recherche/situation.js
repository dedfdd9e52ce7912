// Whom a place goes with: its quartier and commune, the CPAS, the contract, the bassin. It is what our list knows of the
// place; nothing of it is somebody's by right of an address, and it says so.

import { creer } from "../../scripts/lib/creer.js";
import { programme } from "../../scripts/lib/programme.js";
import { charger } from "./charger.js";

/**
 * The part of the page about a place. `(engine, place, choices, whether more was asked for)` loads what it needs and
 * resolves to what shows it: above the cards where a place is all that was asked for, else below them, with the button in
 * `vers` that leads there. `puce` makes the links to streets of the same name.
 */
export function situations(index, { boite, dehors, vers }, puce) {
  const trouve = boite.parentElement;
  let montree = ""; // what is open stays open as long as the place is the same
  const retirer = () => {
    montree = "";
    boite.hidden = dehors.hidden = vers.hidden = true;
    boite.textContent = dehors.textContent = "";
  };
  vers.addEventListener("click", () => {
    const [details, titre] = ["details", "summary"].map((nom) => boite.querySelector(nom));
    details.open = true;
    titre.focus();
    titre.scrollIntoView({ block: "start" });
  });
  return async (moteur, endroit, choix, voulu) => {
    const dite = await decrire(index, moteur, endroit).catch(() => null); // cut off: results do without
    return () => {
      const cle = dite ? JSON.stringify([dite.titre, choix.q, choix.theme, voulu]) : "";
      if (dite && cle === montree && !(boite.hidden && dehors.hidden)) return;
      retirer();
      if (!dite) return;
      montree = cle;
      if (!dite.codes.length && !dite.but) {
        dehors.hidden = false;
        dehors.textContent = dite.titre;
        return;
      }
      const details = creer("details", { className: "situe" });
      details.append(creer("summary", { textContent: dite.titre }), ...dite.corps(choix, puce));
      boite.append(details);
      boite.hidden = false;
      vers.hidden = !voulu;
      if (voulu) trouve.append(boite);
      else trouve.querySelector(".barre").before(boite);
    };
  };
}

/** What is said of a place (lieu.js, which only who gives a place needs), null where none was given. */
async function decrire(index, moteur, endroit) {
  if (!moteur.criteres || !(endroit.point || endroit.voie || endroit.but)) return null;
  const lire = (nom) => charger(index.dossier, nom);
  const [situer, reperes, fond] = await Promise.all([programme(index.lieu, "carteLieu"), lire(index.reperes), endroit.point && lire(index.fond)]);
  return situer({ reperes, fond }, moteur, endroit);
}

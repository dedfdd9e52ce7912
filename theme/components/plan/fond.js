// What lies under the places of the map: quartiers, communes, parks, the canal and stations, from a file of our own
// (search/background.py). No server is asked for a tile, and nothing of it is in the accessibility tree: the list says all.

import { creer } from "../../scripts/lib/creer.js";
import { _ } from "../../scripts/lib/mots.js";
import { decoderFond, quartierDe } from "./decoder.js";
import { couleurs, dessiner } from "./dessin.js";
import { ecrivain } from "./noms.js";
import { toile } from "./toile.js";

const VOLETS = { fond: 150, bords: 250 };
/* Panes, under and over the tiles of streets (200), and all under paths (400) and markers (600). */

/**
 * Lay the background under an `L.map`, with its scale and its credit. `lienQuartier(slug)` gives the address of a page: a
 * click where there is nothing else then offers the quartier. Returns `bornes`, the edges of the Region, `bords(oui)`,
 * which draws the outlines of quartiers over the streets, `contour(code)`, the lines
 * around one.
 */
export function poserFond(L, carte, donnees, { langue, lienQuartier }) {
  const fond = decoderFond(donnees);
  const element = carte.getContainer();
  element.classList.add("plan");
  for (const [nom, rang] of Object.entries(VOLETS)) {
    carte.createPane(nom).style.zIndex = rang;
    carte.getPane(nom).style.pointerEvents = "none";
  }
  const dessin = dessiner(carte, fond);
  const ecrire = ecrivain(carte, fond, langue);
  let teintes = couleurs(element);
  const dessous = toile(L, (contexte, vue) => {
    dessin.tout(contexte, vue, teintes);
    ecrire(contexte, vue, teintes);
  }, { pane: "fond" }).addTo(carte);
  const dessus = toile(L, (contexte, vue) => dessin.bords(contexte, vue, teintes), { pane: "bords" });

  const sombre = matchMedia("(prefers-color-scheme: dark)");
  const reteindre = () => {
    teintes = couleurs(element);
    dessous.redessiner();
    dessus.redessiner();
  };
  sombre.addListener(reteindre); // addEventListener is not there in Safari 13

  if (lienQuartier)
    carte.on("click", ({ latlng }) => {
      const quartier = quartierDe(fond, [latlng.lat, latlng.lng]);
      if (quartier) proposer(L, carte, latlng, quartier.noms[langue], lienQuartier(quartier.slug));
    });

  L.control.scale({ imperial: false }).addTo(carte);
  const credit = carte.attributionControl || L.control.attribution().addTo(carte);
  credit.setPrefix("Leaflet"); // its own is a link that would say where the visitor comes from
  credit.addAttribution(_("© les contributeurs d'OpenStreetMap (ODbL) ; quartiers : IBSA, UrbIS (Paradigm)"));

  return {
    bornes: L.latLngBounds(fond.limites.flat()),
    contour: (code) => fond.quartiers.find((quartier) => quartier.code === code).anneaux,
    bords: (oui) => (oui ? dessus.addTo(carte) : dessus.remove()),
  };
}

function proposer(L, carte, point, nom, adresse) {
  const lien = creer("a", { href: adresse, textContent: nom });
  L.popup({ className: "plan__quartier", closeButton: false, autoPan: false }).setLatLng(point).setContent(lien).openOn(carte);
}

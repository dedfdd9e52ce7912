// The moving map: what lies under it is ours, its markers are those of the list beside it, and it asks nobody for anything.
// A press on a marker shows the card of the place under the map; a press on a group comes closer, or shows all its cards
// where they share a door. Whatever can be dragged can be pressed: buttons under the map move it.

import L from "leaflet";

import { creer } from "../../scripts/lib/creer.js";
import { _ } from "../../scripts/lib/mots.js";
import { commandes } from "./commandes.js";
import { poserFond } from "./fond.js";
import { groupes, ZOOM_MAX } from "./groupes.js";
import { panneau } from "./panneau.js";
import { classes, nomDuGroupe, nomDuLieu, repere } from "./reperes.js";
import { repeter } from "./signes.js";
import { proposerRues } from "./tuiles.js";

const CENTRE = [50.85, 4.35];
const ZOOM_MIN = 10;
const ZOOM_RUE = 15; // as close as one comes without being asked
const AUTOUR = 0.5; // of a view, drawn beside it, so that a move uncovers no empty ground
const COTE = 34; // pixels of a marker
const ANNEAUX = [300, 500, 1000]; // metres
const A_PIED = 1000; // metres around somebody that the map shows first

/**
 * Open a map in `boite`. `fond` and `legende` are its files (search/background.py, search/legend.py), `contour` is the code
 * of the quartier that the page is about, which the map outlines, `lienQuartier(slug)` gives the address of a page,
 * `fiche(cle)` promises the card of a place, `designee(cle)` is called with the place that is pointed at, "" for none,
 * `montrees()` once cards were put in the page.
 *
 * Returns { montrer(lieux, { point, recadrer }), designer(cle) }; `lieux`: [{ cle, nom, etat, theme, points }], `points`:
 * [[latitude, longitude, not a door]], `theme` an id or a rank.
 */
export function ouvrir(boite, { fond, legende, contour, lienQuartier, fiche, designee, montrees }) {
  const immobile = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const cadre = creer("div", { className: "plan__carte" });
  cadre.setAttribute("aria-label", _("Carte : flèches pour bouger, plus et moins pour approcher ou reculer"));
  cadre.setAttribute("role", "group");
  boite.append(cadre);
  const carte = L.map(cadre, {
    attributionControl: false, zoomControl: false, scrollWheelZoom: false, minZoom: ZOOM_MIN, maxZoom: ZOOM_MAX, zoomSnap: 0.25, wheelPxPerZoomLevel: 90,
    maxBoundsViscosity: 0.8, zoomAnimation: !immobile, fadeAnimation: !immobile, markerZoomAnimation: !immobile, inertia: !immobile,
  });
  // A wheel moves the page until the map was pressed or reached with the keyboard.
  carte.on("focus click", () => carte.scrollWheelZoom.enable());
  carte.on("blur", () => carte.scrollWheelZoom.disable());
  carte.setView(CENTRE, ZOOM_MIN, { animate: false });
  const sol = poserFond(L, carte, fond, { langue: CARTE.langue, lienQuartier });
  if (boite.dataset.rues) proposerRues(L, carte, sol, JSON.parse(boite.dataset.rues));
  const { bornes } = sol;
  const traits = L.svg({ padding: 1 });
  const anneaux = contour ? sol.contour(contour) : [];
  L.polygon(anneaux, { interactive: false, fill: false, weight: 2.5, className: "plan__contour", renderer: traits }).addTo(carte);
  carte.fitBounds(bornes, { animate: false });
  carte.setMaxBounds(bornes.pad(0.3)); // a view beyond them would pan back, under what is shown next
  const signes = repeter(legende);
  const { montrerFiches, fermer } = panneau(boite, fiche, montrees);
  const poses = new Map(); // marker by key
  const moi = L.layerGroup().addTo(carte);
  let lieux = [];
  let rangs = new Map();
  let places = [];
  let points = groupes([]);
  let designe = "";
  let montres = ""; // what the markers say

  commandes(boite, carte, () => cadrer());
  boite.append(signes.legende);
  carte.on("moveend", poser);

  function montrer(voulus, { point, recadrer = true } = {}) {
    carte.invalidateSize({ animate: false }); // hidden, it had no size
    const dits = JSON.stringify([point, voulus.map(({ cle, etat }) => [cle, etat])]);
    if (dits === montres && !recadrer) return; // a minute later, nothing opened nor closed
    montres = dits;
    lieux = voulus;
    rangs = new Map(lieux.map(({ cle }, rang) => [cle, rang]));
    places = lieux.flatMap(({ points: siens, etat }, rang) => siens.map(([lat, lon, approche]) => ({ lieu: rang, point: [lat, lon], approche, ouvert: etat === "oui" })));
    points = groupes(places);
    entourer(point);
    signes.montrer(lieux);
    const [tenue] = [...poses].find(([, marque]) => marque.getElement() === document.activeElement) || [];
    for (const marque of poses.values()) marque.remove();
    poses.clear();
    if (recadrer) {
      fermer();
      cadrer(point);
    }
    poser();
    if (poses.has(tenue)) poses.get(tenue).getElement().focus({ preventScroll: true });
    boite.dataset.carte = "prete";
  }

  function cadrer(point) {
    const vus = [...anneaux.flat(), ...places.map(({ point: la }) => la)];
    const cadre = point ? L.latLng(point).toBounds(2 * A_PIED) : vus.length ? L.latLngBounds(vus) : bornes;
    carte.fitBounds(cadre, { maxZoom: ZOOM_RUE, padding: [COTE, COTE], animate: false });
  }

  /** Where somebody is, and how far they might walk. */
  function entourer(point) {
    moi.clearLayers();
    if (!point) return;
    for (const metres of ANNEAUX) L.circle(point, { radius: metres, interactive: false, fill: false, weight: 1, className: "plan__anneau", renderer: traits }).addTo(moi);
    L.marker(point, { icon: L.divIcon({ className: "repere-moi", html: "", iconSize: [18, 18] }), interactive: false, keyboard: false }).addTo(moi);
  }
  /** Put the markers of the view in place; those that stay keep their element, and so the focus. */
  function poser() {
    const vue = carte.getBounds().pad(AUTOUR);
    const zoom = Math.floor(carte.getZoom());
    const voulus = new Map();
    for (const groupe of points.vue([vue.getWest(), vue.getSouth(), vue.getEast(), vue.getNorth()], zoom)) voulus.set(`${groupe.n > 1 ? zoom : ""}${groupe.cle}`, groupe);
    for (const [cle, marque] of poses) if (!voulus.has(cle)) { marque.remove(); poses.delete(cle); }
    for (const [cle, groupe] of [...voulus].sort(([, a], [, b]) => b.point[0] - a.point[0])) if (!poses.has(cle)) poses.set(cle, marquer(groupe));
    designer(designe);
  }

  function marquer(groupe) {
    const seul = groupe.n === 1 && lieux[places[groupe.rang].lieu];
    const separable = groupe.eclate <= ZOOM_MAX;
    const taille = seul ? COTE : Math.min(52, 30 + 5 * Math.log2(groupe.n));
    const icone = seul
      ? { className: classes({ famille: signes.famille(seul.theme), approche: places[groupe.rang].approche }), html: repere({ signe: signes.signe(seul.theme), etat: seul.etat }) }
      : { className: "groupe", html: `<span>${groupe.n}</span>` };
    const marque = L.marker(groupe.point, { icon: L.divIcon({ ...icone, iconSize: [taille, taille] }), riseOnHover: true }).addTo(carte);
    const element = marque.getElement();
    element.title = seul ? nomDuLieu(seul) : nomDuGroupe(groupe);
    element.setAttribute("aria-label", separable ? _("%(nom)s : approcher", { nom: element.title }) : element.title);
    marque.siens = () => groupe.lieux().map((rang) => lieux[rang]);
    const choisir = () => (separable ? carte.setView(groupe.point, groupe.eclate) : montrerFiches(marque.siens(), element));
    marque.on("click", choisir);
    element.addEventListener("keydown", (evenement) => {
      if (evenement.key !== "Enter" && evenement.key !== " ") return;
      evenement.preventDefault();
      choisir();
      if (!element.isConnected) cadre.focus({ preventScroll: true });
    });
    for (const signe of ["mouseenter", "focus"]) element.addEventListener(signe, () => designee(seul ? seul.cle : ""));
    for (const signe of ["mouseleave", "blur"]) element.addEventListener(signe, () => designee(""));
    return marque;
  }

  /** Mark the marker of a place, or the group that holds it; none for "". */
  function designer(cle) {
    designe = cle;
    const rang = rangs.get(cle);
    for (const marque of poses.values()) {
      const le = Boolean(cle) && marque.siens().some((lieu) => lieu === lieux[rang]);
      marque.getElement().classList.toggle("repere--designe", le);
      marque.setZIndexOffset(le ? 1000 : 0);
    }
  }

  return { montrer, designer };
}

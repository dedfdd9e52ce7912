// Names on the map, none over another: of communes from afar, of quartiers nearer, of stations and parks from close by.

import { plier } from "../../scripts/lib/plier.js";

const REPERE = 15;
/* Zoom in whose pixels places are kept. */
const DES = { commune: 0, quartier: 13, parc: 13, station: 14 };
/* Zoom from which a name may be written; those of communes leave once quartiers have theirs. */
const CORPS = { commune: 0.8125, quartier: 0.8125, parc: 0.75, station: 0.75 };
/* rem: names are as large as the visitor wants text to be. */
const GRAISSES = { commune: "600 ", quartier: "", parc: "italic ", station: "" };
const TEINTES = { commune: "texte", quartier: "texte", parc: "texte-parc", station: "station" };
const LIGNE = 1.15;
const SIGNE = 5;
const AUTOUR = [["left", 1, 0], ["right", -1, 0], ["center", 0, 1], ["center", 0, -1]];
const MILIEU = [["center", 0, 0], ["center", 0, 1], ["center", 0, -1]];
/* Where a name may stand, of a station and of an area: anchor, side of the sign, lines below. */
const SERRE = 12;
/* Below this zoom long names of communes are rather cut in two. */
const DEBORD = 1.15;
/* Of its area's width, what a name may take: a little more than the area, whose middle is seldom its widest place. */

/** What may be written, the first served first: `{classe, texte, x, y}`, and `large` where it names an area. */
export function candidats(carte, fond, langue) {
  const situer = (point) => carte.project(point, REPERE);
  const large = (anneaux) => {
    const xs = anneaux.reduce((tous, anneau) => [...tous, ...anneau.map((point) => situer(point).x)], []);
    return Math.max(...xs) - Math.min(...xs);
  };
  const ecrit = (classe, noms, point) => ({ classe, texte: noms[langue], x: situer(point).x, y: situer(point).y });
  const aire = (classe, { noms, milieu, anneaux }) => ({ ...ecrit(classe, noms, milieu), large: large(anneaux) });
  return [
    ...fond.communes.map(({ noms, milieu }) => ecrit("commune", noms, milieu)),
    ...fond.quartiers.map((q) => aire(q.genre === "espace_vert" || q.genre === "cimetiere" ? "parc" : "quartier", q)),
    ...fond.stations.map(({ noms, point }) => ecrit("station", noms, point)),
    ...fond.parcs.map((parc) => aire("parc", parc)),
  ];
}

/**
 * The names of one zoom, each where it covers no other: `{classe, lignes, ancre, x, y}` in pixels of the world, `y` the
 * middle of the first line. `echelle`: from the zoom of the candidates. `mesurer(texte, classe)`: its width; `rem` in pixels.
 */
export function placer(tous, zoom, echelle, mesurer, rem) {
  const pris = [];
  const ecrits = new Set();
  const places = [];
  const libre = (boite) => !pris.some((b) => b[0] < boite[2] && boite[0] < b[2] && b[1] < boite[3] && boite[1] < b[3]);
  const visibles = tous.filter(({ classe }) => zoom >= DES[classe] && !(classe === "commune" && zoom >= DES.quartier));
  for (const { classe, x, y } of visibles)
    if (classe === "station") pris.push([x * echelle - SIGNE, y * echelle - SIGNE, x * echelle + SIGNE, y * echelle + SIGNE]);
  for (const { classe, texte, x, y, large } of visibles) {
    const cle = `${classe} ${plier(texte)}`;
    const corps = CORPS[classe] * rem;
    for (const [lignes, [ancre, cote, rangs]] of ecrits.has(cle) ? [] : essais(classe, texte, zoom)) {
      const largeur = Math.max(...lignes.map((ligne) => mesurer(ligne, classe)));
      if (large && largeur > large * echelle * DEBORD) continue;
      const place = {
        classe, lignes, ancre,
        x: x * echelle + cote * (SIGNE + 3),
        y: y * echelle + (rangs - (lignes.length - 1) / 2) * corps * LIGNE,
      };
      const boite = cadre(place, largeur, corps);
      if (!libre(boite)) continue;
      pris.push(boite);
      ecrits.add(cle);
      places.push(place);
      break;
    }
  }
  return places;
}

/** How a name may be written, the best first: its lines, and where they stand. */
function essais(classe, texte, zoom) {
  if (classe === "station") return AUTOUR.map((ou) => [[texte], ou]);
  const lignes = enLignes(texte);
  if (classe !== "commune") return lignes.map((l) => [l, MILIEU[0]]);
  if (zoom < SERRE) lignes.reverse();
  return MILIEU.reduce((tous, ou) => [...tous, ...lignes.map((l) => [l, ou])], []);
}

function cadre({ ancre, lignes, x, y }, largeur, corps) {
  const gauche = x - { left: 0, center: largeur / 2, right: largeur }[ancre];
  return [gauche - 2, y - corps * 0.6, gauche + largeur + 2, y + corps * (0.6 + LIGNE * (lignes.length - 1))];
}

/** A name in one line; cut at its dashes, else in two at the space nearest its middle. */
function enLignes(texte) {
  const parts = texte.split(" - ");
  if (parts.length > 1) return [[texte], parts.map((part, i) => (i < parts.length - 1 ? `${part} -` : part))];
  const milieu = texte.length / 2;
  const coupes = [...texte].reduce((t, signe, i) => (signe === " " || signe === "-" ? [...t, signe === "-" ? i + 1 : i] : t), []);
  if (!coupes.length || texte.length < 10) return [[texte]];
  const coupe = coupes.reduce((a, b) => (Math.abs(b - milieu) < Math.abs(a - milieu) ? b : a));
  return [[texte], [texte.slice(0, coupe).trim(), texte.slice(coupe).trim()]];
}

/** What writes the names on a canvas: `(contexte, vue, couleurs)`. The names of a zoom are placed once, so that none moves. */
export function ecrivain(carte, fond, langue) {
  const tous = candidats(carte, fond, langue);
  const parZoom = new Map();
  const famille = getComputedStyle(carte.getContainer()).fontFamily;
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const police = (classe) => `${GRAISSES[classe]}${CORPS[classe] * rem}px ${famille}`;

  return (contexte, { zoom, coin, taille, finesse }, couleurs) => {
    const mesurer = (texte, classe) => {
      contexte.font = police(classe);
      return contexte.measureText(texte).width;
    };
    if (!parZoom.has(zoom)) parZoom.set(zoom, placer(tous, zoom, carte.getZoomScale(zoom, REPERE), mesurer, rem));
    contexte.setTransform(finesse, 0, 0, finesse, 0, 0);
    contexte.setLineDash([]);
    Object.assign(contexte, { textBaseline: "middle", lineJoin: "round", lineWidth: 3, strokeStyle: couleurs.halo });
    for (const { classe, lignes, ancre, x, y } of parZoom.get(zoom)) {
      const [gauche, haut] = [x - coin.x, y - coin.y];
      if (gauche < -200 || haut < -50 || gauche > taille.x + 200 || haut > taille.y + 50) continue;
      Object.assign(contexte, { font: police(classe), textAlign: ancre, fillStyle: couleurs[TEINTES[classe]] });
      lignes.forEach((ligne, i) => {
        const ici = haut + i * CORPS[classe] * rem * LIGNE;
        contexte.strokeText(ligne, gauche, ici);
        contexte.fillText(ligne, gauche, ici);
      });
    }
  };
}

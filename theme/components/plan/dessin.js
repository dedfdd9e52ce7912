// The drawing itself, in the language of the still maps (components/carte-quartier).

const REPERE = 15;
/* Zoom of the paths: a canvas counts in single precision, so they start from a corner of the Region, not of the world. */
const DES_STATIONS = 12;
/* Zoom from which stations have their sign. */
const LARGE = 4;
/* Pixels that a line may take on each side of its path. */
const COULEURS = ["fond", "voisin", "trait", "ici", "bord", "parc", "canal", "commune", "texte", "texte-parc", "halo", "station"];

/** The colours of the map, as the page's style gives them now. */
export function couleurs(element) {
  const style = getComputedStyle(element);
  return Object.fromEntries(COULEURS.map((nom) => [nom, style.getPropertyValue(`--carte-${nom}`).trim()]));
}

/** What draws the background: `tout(contexte, vue, couleurs)`, and `bords`, the outlines of quartiers and communes alone. */
export function dessiner(carte, fond) {
  const origine = carte.project(fond.communes[0].milieu, REPERE);
  const forme = (lignes) => lignes.map((ligne) => ligne.map((point) => carte.project(point, REPERE).subtract(origine)));
  const aires = (genres) => fond.quartiers.filter(({ genre }) => genres.includes(genre)).map(({ anneaux }) => tracer(forme(anneaux)));
  const lignes = (toutes) => toutes.map((ligne) => tracer(forme([ligne])));
  const traces = {
    habites: aires(["residentiel"]),
    verts: aires(["espace_vert", "cimetiere"]),
    industries: aires(["industrie_gare"]),
    bords: lignes(fond.bords),
    parcs: fond.parcs.map(({ anneaux }) => tracer(forme(anneaux))),
    canal: lignes(fond.canal),
    limites: lignes(fond.limites),
  };
  const stations = fond.stations.map((station) => ({ ...station, place: carte.project(station.point, REPERE) }));

  /** Put the canvas in the measure of the paths; return what draws there those of them that it shows. */
  function cadrer(contexte, { zoom, coin, taille, finesse }) {
    const echelle = carte.getZoomScale(zoom, REPERE);
    const [gauche, haut] = [coin.x - origine.x * echelle, coin.y - origine.y * echelle];
    contexte.setTransform(finesse * echelle, 0, 0, finesse * echelle, -finesse * gauche, -finesse * haut);
    contexte.lineJoin = contexte.lineCap = "round";
    const bords = [gauche - LARGE, haut - LARGE, gauche + taille.x + LARGE, haut + taille.y + LARGE].map((n) => n / echelle);
    const montres = (tous) => tous.filter(({ x1, y1, x2, y2 }) => x1 < bords[2] && bords[0] < x2 && y1 < bords[3] && bords[1] < y2);
    return {
      remplir(tous, couleur) {
        contexte.fillStyle = couleur;
        for (const { trace } of montres(tous)) contexte.fill(trace, "evenodd");
      },
      tirer(tous, couleur, largeur, tirets = []) {
        contexte.strokeStyle = couleur;
        contexte.lineWidth = largeur / echelle;
        contexte.setLineDash(tirets.map((long) => long / echelle));
        for (const { trace } of montres(tous)) contexte.stroke(trace);
      },
    };
  }

  return {
    tout(contexte, vue, c) {
      const { remplir, tirer } = cadrer(contexte, vue);
      remplir(traces.habites, c.ici);
      remplir(traces.verts, c.parc);
      remplir(traces.industries, c.fond);
      remplir(traces.parcs, c.parc);
      tirer(traces.bords, c.trait, 0.8);
      tirer(traces.canal, c.canal, 3.5);
      tirer(traces.limites, c.commune, 1.4, [5, 4, 1, 4]);
      if (vue.zoom >= DES_STATIONS) signer(contexte, vue, stations, carte.getZoomScale(vue.zoom, REPERE), c);
    },
    bords(contexte, vue, c) {
      const { tirer } = cadrer(contexte, vue);
      tirer(traces.bords, c.halo, 4);
      tirer(traces.bords, c.bord, 1.2);
    },
  };
}

/** Lines as one path, with the box around it: what lies outside a view costs most of a drawing, were it not left out. */
function tracer(lignes) {
  const trace = new Path2D();
  const boite = { x1: Infinity, y1: Infinity, x2: -Infinity, y2: -Infinity };
  for (const ligne of lignes)
    ligne.forEach(({ x, y }, i) => {
      trace[i ? "lineTo" : "moveTo"](x, y);
      boite.x1 = Math.min(boite.x1, x);
      boite.y1 = Math.min(boite.y1, y);
      boite.x2 = Math.max(boite.x2, x);
      boite.y2 = Math.max(boite.y2, y);
    });
  return { trace, ...boite };
}

/** A disc for the metro, a square for a railway station; those that the view shows, one by one: a path of all is slow. */
function signer(contexte, { coin, taille, finesse, zoom }, stations, echelle, c) {
  const rayon = zoom < 14 ? 3 : 4;
  contexte.setTransform(finesse, 0, 0, finesse, 0, 0);
  contexte.setLineDash([]);
  contexte.lineWidth = 1.2;
  contexte.strokeStyle = c.halo;
  contexte.fillStyle = c.station;
  for (const { genre, place } of stations) {
    const [x, y] = [place.x * echelle - coin.x, place.y * echelle - coin.y];
    if (x < -rayon || y < -rayon || x > taille.x + rayon || y > taille.y + rayon) continue;
    contexte.beginPath();
    if (genre === "gare") contexte.rect(x - rayon, y - rayon, 2 * rayon, 2 * rayon);
    else contexte.arc(x, y, rayon, 0, 2 * Math.PI);
    contexte.fill();
    contexte.stroke();
  }
}

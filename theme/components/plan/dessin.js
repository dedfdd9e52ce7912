// The drawing itself, in the language of the still maps (components/carte-quartier).

const REPERE = 15;
/* Zoom of the paths: a canvas counts in single precision, so they start from a corner of the Region, not of the world. */
const DES_STATIONS = 12;
/* Zoom from which stations have their sign. */
const COULEURS = ["fond", "voisin", "trait", "ici", "bord", "parc", "canal", "commune", "texte", "texte-parc", "halo", "station"];

/** The colours of the map, as the page's style gives them now. */
export function couleurs(element) {
  const style = getComputedStyle(element);
  return Object.fromEntries(COULEURS.map((nom) => [nom, style.getPropertyValue(`--carte-${nom}`).trim()]));
}

/** What draws the background: `tout(contexte, vue, couleurs)`, and `bords`, the outlines of quartiers and communes alone. */
export function dessiner(carte, fond) {
  const origine = carte.project(fond.communes[0].milieu, REPERE);
  const tracer = (lignes) => {
    const trace = new Path2D();
    for (const ligne of lignes)
      ligne.forEach((point, i) => {
        const { x, y } = carte.project(point, REPERE).subtract(origine);
        trace[i ? "lineTo" : "moveTo"](x, y);
      });
    return trace;
  };
  const genre = (...genres) => tracer(fond.quartiers.filter((q) => genres.includes(q.genre)).flatMap((q) => q.anneaux));
  const traces = {
    habites: genre("residentiel"),
    verts: genre("espace_vert", "cimetiere"),
    industries: genre("industrie_gare"),
    bords: tracer(fond.bords),
    parcs: tracer(fond.parcs.flatMap((parc) => parc.anneaux)),
    canal: tracer(fond.canal),
    limites: tracer(fond.limites),
  };
  const stations = fond.stations.map((station) => ({ ...station, place: carte.project(station.point, REPERE) }));

  /** Put the canvas in the measure of the paths; return a page's pixel in that measure. */
  function cadrer(contexte, { zoom, coin, finesse }) {
    const echelle = carte.getZoomScale(zoom, REPERE);
    const e = finesse * echelle;
    contexte.setTransform(e, 0, 0, e, finesse * (origine.x * echelle - coin.x), finesse * (origine.y * echelle - coin.y));
    contexte.lineJoin = contexte.lineCap = "round";
    return 1 / echelle;
  }

  function tirer(contexte, trace, couleur, largeur, pixel, tirets = []) {
    contexte.strokeStyle = couleur;
    contexte.lineWidth = largeur * pixel;
    contexte.setLineDash(tirets.map((long) => long * pixel));
    contexte.stroke(trace);
  }

  function remplir(contexte, trace, couleur) {
    contexte.fillStyle = couleur;
    contexte.fill(trace, "evenodd");
  }

  return {
    tout(contexte, vue, c) {
      const pixel = cadrer(contexte, vue);
      remplir(contexte, traces.habites, c.ici);
      remplir(contexte, traces.verts, c.parc);
      remplir(contexte, traces.industries, c.fond);
      remplir(contexte, traces.parcs, c.parc);
      tirer(contexte, traces.bords, c.trait, 0.8, pixel);
      tirer(contexte, traces.canal, c.canal, 3.5, pixel);
      tirer(contexte, traces.limites, c.commune, 1.4, pixel, [5, 4, 1, 4]);
      if (vue.zoom >= DES_STATIONS) signer(contexte, vue, stations, carte.getZoomScale(vue.zoom, REPERE), c);
    },
    bords(contexte, vue, c) {
      const pixel = cadrer(contexte, vue);
      tirer(contexte, traces.bords, c.halo, 4, pixel);
      tirer(contexte, traces.bords, c.bord, 1.2, pixel);
    },
  };
}

/** A disc for the metro, a square for a railway station. */
function signer(contexte, { coin, finesse, zoom }, stations, echelle, c) {
  const rayon = zoom < 14 ? 3 : 4;
  contexte.setTransform(finesse, 0, 0, finesse, -coin.x * finesse, -coin.y * finesse);
  contexte.setLineDash([]);
  contexte.lineWidth = 1.2;
  contexte.strokeStyle = c.halo;
  contexte.fillStyle = c.station;
  contexte.beginPath();
  for (const { genre, place } of stations) {
    const [x, y] = [place.x * echelle, place.y * echelle];
    if (genre === "gare") contexte.rect(x - rayon, y - rayon, 2 * rayon, 2 * rayon);
    else {
      contexte.moveTo(x + rayon, y);
      contexte.arc(x, y, rayon, 0, 2 * Math.PI);
    }
  }
  contexte.fill();
  contexte.stroke();
}

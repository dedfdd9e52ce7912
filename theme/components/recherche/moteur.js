// What was typed to what helps: needs, places, and records in an order that can be explained: how well they match, then
// whether they are open, then how far they are, then their names. Never how important an organisation is.

import { distance } from "./approche.js";
import { endroits } from "../plan/endroits.js";
import { nombres } from "./colonnes.js";
import { etats } from "./etats.js";
import { Criteres } from "./filtres.js";
import { Index } from "./index.js";
import { demandeRue, lexemes } from "./lexemes.js";
import { Lexique } from "./lexique.js";
import { indexDesNoms } from "./noms.js";
import { distances } from "./proche.js";

const LOT = 40;
const BESOINS = 4;
const SEUIL = 0.12;
const PROCHE = 0.6;
/* A goal whose note is less than this part of the best one is another matter. */
const DIT = 0.8;
/* A word that a goal answers as well as this is answered. */
const RUE = 0.75;
const RUE_FAUTIVE = 0.6;
/* A street whose name answers less than this was not meant; where none does, one with two typos was. */
const LOIN = 3;
/* Letters by which a word may differ from one that is only offered. */
const NOM = 0.35;
/* A record whose name answers less of the words than this was not called by it. */

/** The engine of one language, of the lexicons and columns that were loaded. */
export class Moteur {
  constructor({ lexiques, base, noms, criteres, rues }) {
    this.lexique = new Lexique(lexiques);
    this.nombre = base.nombre;
    const vide = !base.nombre;
    for (const nom of ["themes", "natures", "publics", "communes", "quartiers"])
      this[nom] = vide ? [] : nombres(base[nom]);
    this.lots = base.lots;
    this.etat = etats([base, criteres].find((source) => source && source.heures !== undefined) || { paquets: [], heures: "" });
    this.criteres = criteres && new Criteres(this, criteres);
    this.endroits = criteres && endroits(criteres);
    this.distance = criteres && base.nombre ? distances(criteres) : undefined;
    this.places = this.enLots();
    if (noms) this.nommer(noms);
    if (rues) this.paver(rues);
  }

  /** Take the streets in, once somebody asked for one. */
  paver({ noms, noms_nl: autres, communes, quartiers, points, origine, pas }) {
    const lues = [communes, quartiers, points].map(nombres);
    this.rues = new Index();
    this.voies = noms.map((nom, rang) => {
      const [[commune], traverse, [nord, est]] = lues.map((colonne) => colonne[rang]);
      this.rues.ajouter(nom, rang);
      if (autres[rang]) this.rues.ajouter(autres[rang], rang);
      return { sorte: "rue", nom, autre: autres[rang], commune, quartiers: traverse, point: [origine[0] + nord * pas, origine[1] + est * pas] };
    });
    this.rues.peser();
  }

  /** The streets that some words name, best first; those of a commune that is named with them first. */
  voiesNommees(tous, lieux, enCours) {
    if (!this.rues) return [];
    const ici = lieux.map((but) => this.lexique.buts[but]).find((but) => but.sorte === "commune");
    const toutes = this.rues.reponses(utiles(tous), enCours).slice(0, 30);
    const seuil = toutes.length && toutes[0].note >= RUE ? RUE : RUE_FAUTIVE;
    return toutes
      .filter(({ note }) => note >= seuil)
      .map(({ but, note }) => ({ but: this.voies[but], note: note + (ici && this.voies[but].commune === ici.rang ? 0.3 : 0) }))
      .sort((a, b) => b.note - a.note);
  }

  /** The name of a street as suggestions and addresses say it, with its commune. */
  nomDeVoie(voie) {
    return `${(CARTE.langue === "nl" && voie.autre) || voie.nom}, ${this.commune(voie.commune).nom}`;
  }

  /** The street of such a name, as any language says it; else the one that is named best; undefined where none is. */
  voie(texte) {
    if (!this.rues) return undefined;
    const [, nom, lieu] = /^(.+), (.+)$/.exec(texte) || ["", texte, ""];
    const ici = this.lexique.lieux(lexemes(lieu)).lieux.map((but) => this.lexique.buts[but]);
    const communes = ici.filter(({ sorte }) => sorte === "commune").map(({ rang }) => rang);
    const exacte = this.voies.find((voie) => (voie.nom === nom || voie.autre === nom) && communes.includes(voie.commune));
    const [nommee] = exacte ? [] : this.voiesNommees(lexemes(texte), this.lexique.lieux(lexemes(texte)).lieux, false);
    return exacte || (nommee && nommee.but);
  }

  /** The quartiers that the first street runs through, and those of the same name that are as well named. */
  quartiersDe(rues) {
    const premieres = rues.filter(({ note }) => note >= rues[0].note - 0.01).slice(0, 3);
    const codes = new Set(premieres.flatMap(({ but }) => but.quartiers));
    return [...codes].map((code) => this.lexique.rangs.get(`quartier ${code}`)).filter((but) => but !== undefined);
  }

  /** Where each card stands, [lot, place]: as `in_lots` of search/columns.py, those of one main theme together. */
  enLots() {
    const groupes = new Map();
    for (let rang = 0; rang < this.nombre; rang += 1) {
      const theme = this.themes[rang].length ? this.themes[rang][0] : Infinity;
      (groupes.get(theme) || groupes.set(theme, []).get(theme)).push(rang);
    }
    const places = [];
    let lot = 0;
    for (const theme of [...groupes.keys()].sort((a, b) => a - b)) {
      groupes.get(theme).forEach((rang, i) => { places[rang] = [lot + Math.floor(i / LOT), i % LOT]; });
      lot += Math.ceil(groupes.get(theme).length / LOT);
    }
    return places;
  }

  lot(rang) {
    return this.places[rang];
  }

  nom(rang) {
    return this.ecrits[rang];
  }

  /** The goal of a kind with an id, or undefined. */
  trouver(sorte, id) {
    return this.lexique.buts.find((but) => but.sorte === sorte && but.id === id);
  }

  /** Every record, by name. */
  toutes() {
    return Array.from({ length: this.nombre }, (_rien, rang) => ({ rang, note: 1 }));
  }

  quartier(code) {
    return this.lexique.buts[this.lexique.rangs.get(`quartier ${code}`)];
  }

  commune(rang) {
    return this.lexique.buts[this.lexique.rangs.get(`commune ${rang}`)];
  }

  /** How many records a theme has, in a place or everywhere. */
  compter(theme, lieu) {
    let n = 0;
    for (let rang = 0; rang < this.nombre; rang += 1)
      n += this.themes[rang].includes(theme.rang) && (!lieu || this[`${lieu.sorte}s`][rang].includes(lieu.rang)) ? 1 : 0;
    return n;
  }

  /** Take the names of records in, once they are there. */
  nommer(lus) {
    this.ecrits = lus.noms;
    this.noms = indexDesNoms(lus);
  }

  /**
   * { besoins: [{ but, note }], lieux: [but], fiches: [{ rang, note, pourquoi }] }, best first, and `ensemble()`, all of
   * them in one list. `enCours`: the last word may go on. `pourquoi` is a goal, or "nom".
   */
  chercher(texte, { enCours = false } = {}) {
    const tous = lexemes(texte);
    const { lieux: nommes, reste } = this.lexique.lieux(tous);
    const rues = demandeRue(tous) ? this.voiesNommees(tous, nommes, enCours) : [];
    // A street is where somebody is, not what they need: what is in its quartiers answers.
    const lieux = rues.length ? this.quartiersDe(rues) : nommes;
    const mots = rues.length || !reste.length ? [] : utiles(reste);
    const buts = this.lexique.buts;
    const notes = mots.length ? this.lexique.besoins.reponses(mots, enCours) : [];
    // Of two needs that answer as well, the one that cannot wait comes first.
    const urgent = ({ but }) => (buts[but].signale ? 1 : 0);
    notes.sort((a, b) => b.note - a.note || urgent(b) - urgent(a));
    const noms = this.noms && !rues.length ? this.noms.reponses(utiles(tous), enCours) : [];
    const themes = choisir(notes.filter(({ but }) => buts[but].sorte === "theme"));
    const retenus = [...themes, ...choisir(notes.filter(({ but }) => buts[but].sorte !== "theme"), notes[0])];
    const besoins = themes.slice(0, BESOINS);
    const fiches = this.fiches(retenus, noms, lieux, mots);
    const endroits = lieux.map((but) => buts[but]);
    return { rues, besoins: besoins.map(({ but, note }) => ({ but: buts[but], note })), lieux: endroits, fiches, ensemble: () => [...rues.slice(0, 2), ...this.ensemble(besoins, endroits, fiches, mots)] };
  }

  /** Themes with a word that looks like one that was typed, likest first, for who wrote what nothing answers. */
  proches(texte) {
    const trouves = [];
    for (const { racine: mot } of utiles(lexemes(texte))) {
      const limite = Math.min(LOIN, Math.floor((mot.length - 1) / 2));
      for (const entree of limite > 0 ? this.lexique.besoins.mots.values() : []) {
        const d = distance(mot, entree.mot, limite);
        if (d <= limite) trouves.push([d / mot.length, entree]);
      }
    }
    trouves.sort((a, b) => a[0] - b[0] || b[1].poids - a[1].poids);
    const buts = trouves.flatMap(([, entree]) => [...entree.buts]).map((but) => this.lexique.buts[but]);
    return [...new Set(buts.filter((but) => but.sorte === "theme"))];
  }

  /** Needs, places and records as one list, best first: a place alone, or a name well written, comes before a need. */
  ensemble(besoins, endroits, fiches, mots) {
    const tetes = [
      ...(mots.length ? [] : endroits.slice(0, 2).map((but) => ({ but, note: 1 }))),
      ...besoins.slice(0, 2).map(({ but, note }) => ({ but: this.lexique.buts[but], note })),
      ...fiches.filter((f) => f.pourquoi === "nom").slice(0, 3),
    ].sort((a, b) => b.note - a.note);
    const suite = [...besoins.slice(2).map(({ but, note }) => ({ but: this.lexique.buts[but], note }))];
    return [...tetes, ...fiches.filter((f) => !tetes.includes(f)).slice(0, 2), ...suite, ...fiches];
  }

  /** Records by what answers: their needs and kind together, or their name; then those of the place that was named. */
  fiches(retenus, noms, lieux, mots) {
    const colonnes = { theme: this.themes, nature: this.natures, public: this.publics };
    const buts = retenus.map(({ but, note }) => ({ but: this.lexique.buts[but], note }));
    const nommees = new Map(noms.filter(({ note }) => note >= NOM).map(({ but, note }) => [but, note]));
    const ici = lieux.map((but) => this.lexique.buts[but]);
    const trouvees = [];
    for (let rang = 0; rang < this.nombre; rang += 1) {
      const vises = buts.filter(({ but }) => colonnes[but.sorte][rang].includes(but.rang));
      const lieu = ici.find((but) => this[`${but.sorte}s`][rang].includes(but.rang));
      const nom = nommees.get(rang) || 0;
      if (!vises.length && !nom && !(lieu && !mots.length)) continue;
      const besoin = ensemble(vises.map(({ note }) => note));
      const parNom = nom > besoin || nom > 0.9;
      trouvees.push({ rang, note: ensemble([besoin, nom]) + (nom > 0.9 ? 0.5 : 0), ici: lieu ? 1 : 0, pourquoi: parNom ? "nom" : vises.length ? vises[0].but : lieu });
    }
    return trouvees.sort((a, b) => b.ici - a.ici || b.note - a.note || a.rang - b.rang);
  }
}

/** One note of several: the best, and a part of each other one. */
const ensemble = (notes) => {
  const best = Math.max(0, ...notes);
  return best + 0.25 * (notes.reduce((somme, note) => somme + note, 0) - best);
};

/**
 * The goals that count: those nearly as good as the best one, and those that answer a word that no better one answers:
 * who writes "trans, talk to somebody" says two things.
 */
function choisir(notes, meilleure = notes[0]) {
  const retenus = [];
  const dits = new Set();
  for (const reponse of notes) {
    if (reponse.note < SEUIL) break;
    const neufs = reponse.parts.flatMap((part, i) => (part >= DIT && !dits.has(i) ? [i] : []));
    if (retenus.length && reponse.note < meilleure.note * PROCHE && !neufs.length) continue;
    neufs.forEach((i) => dits.add(i));
    retenus.push(reponse);
  }
  return retenus;
}

/** The words that say something, all of them where none does. */
function utiles(mots) {
  const pleins = mots.filter((l) => !l.vide);
  return pleins.length ? pleins : mots;
}

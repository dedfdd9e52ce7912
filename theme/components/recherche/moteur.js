// What was typed to what helps: needs, places, and records in an order that can be explained: how well they match, then
// whether they are open, then how far they are, then their names. Never how important an organisation is.

import { endroits } from "../plan/endroits.js";
import { nombres } from "./colonnes.js";
import { etats } from "./etats.js";
import { Fiches, choisir } from "./fiches.js";
import { Criteres } from "./filtres.js";
import { Index } from "./index.js";
import { distance, permis } from "./approche.js";
import { ditVoie, lexemes, partDeRue, son, suite } from "./lexemes.js";
import { Lexique, URGENTS } from "./lexique.js";
import { nommer } from "./noms.js";
import { distances } from "./proche.js";
import { dUneTraite } from "./tranches.js";

const LOT = 20;
const BESOINS = 4;
const RUE = 0.75;
const RUE_FAUTIVE = 0.6;
/* A street whose name answers less than this was not meant; where none does, one with two typos was. */
const LOIN = 3;
/* Letters by which a word may differ from one that is only offered. */
const NOM = 0.35;
/* A record whose name answers less of the words than this was not called by it. */
const SUGGEREES = 200;
/* Three letters still begin thousands of names: no more are weighed for the few that are suggested. */
const CRI = 1.25;
const PAUSE = 50;
/* Names that are read between two pauses. */

/** The engine of one language, of the lexicons and columns that were loaded. */
export class Moteur {
  constructor({ lexiques, base, rues, ...suite }) {
    dUneTraite(this.monter(dUneTraite(new Lexique().lire(lexiques)), base));
    dUneTraite(this.completer(suite));
    if (rues) this.paver(rues);
  }

  /** A work: the engine of a lexicon whose words were read, as the first results need it. */
  static *monte(lexique, base) {
    const moteur = Object.create(Moteur.prototype);
    yield* moteur.monter(lexique, base);
    return moteur;
  }

  *monter(lexique, base) {
    this.base = base;
    this.nombre = base.nombre;
    this.lots = base.lots;
    this.signes = base.signes;
    for (const nom of ["themes", "natures", "publics", "communes", "quartiers"]) {
      this[nom] = base.nombre ? nombres(base[nom]) : [];
      yield;
    }
    this.fiches = new Fiches(base.nombre, { theme: this.themes, nature: this.natures, public: this.publics, commune: this.communes, quartier: this.quartiers });
    this.places = this.enLots();
    yield;
    this.etat = etats(base.heures === undefined ? { paquets: [], heures: "" } : base);
    this.lexique = yield* lexique.situer(base.lieux);
  }

  /**
   * A work: take in what comes after the first results: the lexicons of every language, names, criteria, where records are
   * and when they are open. What stands answers as before until all of a kind is ready.
   */
  *completer({ lexiques, noms, criteres, endroits: places, heures }) {
    if (lexiques) {
      const lexique = yield* new Lexique().lire(lexiques);
      this.lexique = yield* lexique.situer(this.base.lieux);
    }
    if (noms) this.noms = yield* nommer(noms);
    if (noms) this.ecrits = noms.noms;
    if (heures && heures !== this.base) this.etat = etats(heures);
    yield;
    if (places) this.endroits = endroits(places);
    if (places && this.nombre) this.distance = distances(places);
    yield;
    if (criteres) this.criteres = new Criteres(this, criteres);
    this.dernier = undefined;
  }

  /** Take the streets in, once somebody asked for one. */
  paver(rues) {
    dUneTraite(this.paveur(rues));
  }

  /** The same as a work. */
  *paveur({ noms, noms_nl: autres, communes, quartiers, points, origine, pas }) {
    const lues = [communes, quartiers, points].map(nombres);
    const rues = new Index();
    const voies = [];
    for (const [rang, nom] of noms.entries()) {
      const [[commune], traverse, [nord, est]] = lues.map((colonne) => colonne[rang]);
      rues.ajouter(nom, rang);
      if (autres[rang]) rues.ajouter(autres[rang], rang);
      voies.push({ sorte: "rue", nom, autre: autres[rang], commune, quartiers: traverse, point: [origine[0] + nord * pas, origine[1] + est * pas] });
      if (rang % PAUSE === 0) yield;
    }
    yield* rues.peser();
    Object.assign(this, { rues, voies, dernier: undefined });
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

  /** Where a card stands: [lot, place]. */
  lot(rang) {
    return this.places[rang];
  }

  /** The name of a record, once names are there. */
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

  /** The goal of a quartier by its code. */
  quartier(code) {
    return this.lexique.buts[this.lexique.rangs.get(`quartier ${code}`)];
  }

  /** The goal of a commune by its rank. */
  commune(rang) {
    return this.lexique.buts[this.lexique.rangs.get(`commune ${rang}`)];
  }

  /** How many records a theme has, in a place or everywhere. */
  compter(theme, lieu) {
    return this.fiches.compter(theme, lieu);
  }

  /**
   * { rues: [{ but, note }], besoins: [{ but, note }], lieux: [but], fiches: [{ rang, note, pourquoi }] }, best first, and
   * `ensemble()`, all of them in one list. `pourquoi` is a goal, or "nom". `enCours`: the last word may go on, and of
   * records only those are told that are called so, since nobody is shown others while they write.
   */
  chercher(texte, { enCours = false } = {}) {
    const cle = `${enCours} ${texte}`;
    if (!this.dernier || this.dernier.cle !== cle) this.dernier = { cle, reponse: this.repondre(lexemes(texte), enCours) };
    return { ...this.dernier.reponse };
  }

  repondre(tous, enCours) {
    const { lieux: nommes, reste } = this.lexique.lieux(tous);
    const part = partDeRue(tous);
    const dansLaRue = part ? tous.slice(...part) : [];
    const rues = part ? this.voiesNommees(dansLaRue, nommes, enCours) : [];
    // A street is where somebody is, not what they need: what is in its quartiers answers, and the other words ask.
    const places = rues.length ? this.quartiersDe(rues) : nommes;
    const autour = rues.length ? horsDe(rues[0].but, reste, dansLaRue) : reste;
    const mots = rues.length && !autour.some(({ vide }) => !vide) ? [] : autour.length ? utiles(autour) : [];
    const { buts, besoins: index } = this.lexique;
    const reponses = mots.length ? index.reponses(mots, enCours, 0, suite(tous)) : [];
    // Of two needs that answer as well, the one that cannot wait comes first.
    const premiers = reponses.filter(({ note }) => note >= 1 && note === reponses[0].note).map(({ but }) => but);
    const urgents = premiers.filter((but) => URGENTS.includes(buts[but].signale));
    const presses = urgents.length < premiers.length ? urgents : [];
    const notes = crier(reponses, new Set([...this.lexique.crier(tous), ...presses]), mots.length);
    const noms = this.noms && !rues.length ? this.noms.reponses(utiles(tous), enCours, NOM) : [];
    const themes = choisir(notes.filter(({ but }) => buts[but].sorte === "theme"));
    const autres = choisir(notes.filter(({ but }) => buts[but].sorte !== "theme"), notes[0]);
    const dits = (liste) => liste.map((reponse) => ({ ...reponse, but: buts[reponse.but] }));
    const [retenus, besoins] = [dits([...themes, ...autres]), dits(themes.slice(0, BESOINS))];
    const lieux = places.map((but) => buts[but]);
    const nommees = new Map((enCours ? noms.slice(0, SUGGEREES) : noms).map(({ but, note }) => [but, note]));
    const fiches = enCours ? this.fiches.nommees(retenus, nommees, lieux) : this.fiches.trouver(retenus, nommees, lieux, mots.length > 0);
    return { rues, besoins, lieux, fiches, ensemble: () => [...rues.slice(0, 2), ...reunir(besoins, mots.length ? [] : lieux, fiches)] };
  }

  /** Themes with a word that looks like one that was typed, likest first and grave ones last, for who wrote what nothing answers. */
  proches(texte) {
    const index = this.lexique.besoins;
    const mots = utiles(lexemes(texte)).filter((lexeme) => !index.courant(lexeme));
    const trouves = mots.flatMap(({ racine: mot }) => {
      const limite = Math.min(LOIN, Math.floor((mot.length - 1) / 2));
      return limite > 0 ? index.voisins(mot, limite).map(([entree, d]) => [d / mot.length, entree]) : [];
    });
    trouves.sort((a, b) => Number(a[1].grave) - Number(b[1].grave) || a[0] - b[0] || b[1].poids - a[1].poids);
    const buts = trouves.flatMap(([, entree]) => [...index.butsDe(entree)]).map((but) => this.lexique.buts[but]);
    return [...new Set(buts.filter((but) => but.sorte === "theme"))];
  }
}

/** Needs, places and records as one list, best first: a place alone, or a name well written, comes before a need. */
function reunir(besoins, endroits, fiches) {
  const tetes = [
    ...endroits.slice(0, 2).map((but) => ({ but, note: 1 })),
    ...besoins.slice(0, 2),
    ...fiches.filter((f) => f.pourquoi === "nom").slice(0, 3),
  ].sort((a, b) => b.note - a.note);
  return [...tetes, ...fiches.filter((f) => !tetes.includes(f)).slice(0, 2), ...besoins.slice(2), ...fiches];
}

/** The words that do not belong to the name of a street. */
function horsDe({ nom, autre }, mots, dansLaRue) {
  const noms = lexemes(`${nom} ${autre}`).map(({ racine }) => racine);
  const siens = (l) => dansLaRue.includes(l) && (ditVoie(l) || l.vide || noms.some((mot) => distance(l.racine, mot, permis(l.mot.length)) <= permis(l.mot.length) || son(mot) === son(l.racine) || mot.includes(l.racine)));
  return mots.filter((l) => !siens(l));
}

/** Answers, below the goals of a danger that was said in so many words: a step of the order below, whatever answers. */
function crier(reponses, cris, mots) {
  const haut = CRI * Math.max(1, ...reponses.map(({ note }) => note));
  const poids = reponses.length ? reponses[0].poids : Array(mots).fill(1 / mots);
  return [...[...cris].map((but) => ({ but, note: haut, parts: Array(mots).fill(haut), poids })), ...reponses.filter(({ but }) => !cris.has(but))];
}

/** The words that say something, all of them where none does. */
function utiles(mots) {
  const pleins = mots.filter((l) => !l.vide);
  return pleins.length ? pleins : mots;
}

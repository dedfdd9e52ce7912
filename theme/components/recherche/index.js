// Which expressions hold a word, and how likely an expression is what somebody meant.
//
// An expression is a few words that lead somewhere (its `but`): "huissier à la porte" to a theme, a name to a record. Each
// word that was typed is looked for as it is, as it begins (the last one, while typing), with a typo, by its sound, and as
// a part of a compound.

import { distance, lettres, manquent, permis } from "./approche.js";
import { lexemes, racine, son, suite } from "./lexemes.js";
import { Tapes } from "./tapes.js";

const DEBUT = 0.9;
const TYPO = [1, 0.82, 0.62];
const SON = 0.7;
const GENRE = 0.85; // a short word with or without its last "e"
const COLLE = 0.95;
const COUPE = /(\p{L}{2})['’](\p{L})/u; // "entr'aide" is also written in one word
const APOSTROPHE = /^(?:[ldjsnmtc]|qu)(?=[aeiouyh].{3})/;
const PARTIE = 0.75;
const PARTIE_MIN = 4;
const LONG = 6;
const SENSIBLE = 5; // letters from which a misspelt word may be thought to speak of a danger
const LONGUE = 7; // letters from which one of them may be another, or two may be wrong
const NETTE = 0.6; // part of an expression from which it was meant
const DISPERSEE = 0.6;
/* What an expression of small words counts whose small words were not said: "à la rue" is more than a street. */

const envers = (mot) => [...mot].reverse().join("");

/** Of [word, entry] in order, the entries whose word goes on after `debut`. */
function avec(tries, debut) {
  let [bas, haut] = [0, tries.length];
  while (bas < haut) {
    const milieu = (bas + haut) >> 1;
    if (tries[milieu][0] <= debut) bas = milieu + 1;
    else haut = milieu;
  }
  const trouvees = [];
  for (; bas < tries.length && tries[bas][0].startsWith(debut); bas += 1) trouvees.push(tries[bas][1]);
  return trouvees;
}

/** Expressions, found by their words; from `debut` letters on, by how these begin while somebody writes. */
export class Index {
  constructor(debut = 2) {
    this.debut = debut;
    this.mots = new Map(); // word -> { mot, bits, expressions, poids }
    this.parLongueur = [];
    this.parSon = new Map();
    this.connus = new Map();
    this.butDe = []; // by expression: its goal, its importance, how many words it has, what they weigh together
    this.importance = [];
    this.taille = [];
    this.total = [];
    this.graves = []; // by expression: whether it speaks of what nobody may be thought to ask by mistake
    this.suites = []; // and the words in a row of one that is made of small ones
    this.buts = 0;
    this.courants = new Set(); // words that look like one of these and are none
  }

  /** Add an expression that leads to `but` (a number); `poids` is at most 1, `grave` where it speaks of a danger or the like. */
  ajouter(texte, but, poids = 1, grave = false) {
    if (COUPE.test(texte)) this.ajouter(texte.replace(COUPE, "$1$2"), but, poids, grave);
    const tous = lexemes(texte);
    const pleins = tous.filter((l) => !l.vide);
    const racines = new Set((pleins.length ? pleins : tous).map((l) => l.racine));
    if (!racines.size) return;
    const rang = this.butDe.push(but) - 1;
    this.importance.push(poids);
    this.taille.push(racines.size);
    this.total.push(0);
    this.graves.push(grave);
    this.suites.push(pleins.length && tous.length >= 2 * pleins.length ? suite(tous) : "");
    this.buts = Math.max(this.buts, but + 1);
    for (const mot of racines) (this.mots.get(mot) || this.nouveau(mot)).expressions.push(rang);
  }

  /** Common words of the page's language that are no misspelt word of an expression ("droge" is dry, and no drug). */
  ignorer(mots) {
    this.courants = new Set(mots);
  }

  /** Whether a word is one of those, in whatever number; "trans" is none, though "tranen" is and has its root. */
  courant({ mot, racine: cherche }) {
    return this.courants.has(mot) || (this.courants.has(cherche) && !this.mots.has(cherche));
  }

  nouveau(mot) {
    const entree = { mot, bits: lettres(mot), expressions: [], poids: 0 };
    this.mots.set(mot, entree);
    (this.parLongueur[mot.length] ||= []).push(entree);
    const bruit = son(mot);
    if (bruit.length > 2) {
      if (!this.parSon.has(bruit)) this.parSon.set(bruit, []);
      this.parSon.get(bruit).push(entree);
    }
    return entree;
  }

  /** The goals of a word, each once. */
  butsDe(entree) {
    return new Set(entree.expressions.map((rang) => this.butDe[rang]));
  }

  /** A work to be done once everything was added: rare words weigh more. */
  *peser() {
    const vu = new Int32Array(this.buts);
    let n = 0;
    for (const entree of this.mots.values()) {
      n += 1;
      let differents = 0;
      for (const rang of entree.expressions) {
        if (vu[this.butDe[rang]] !== n) differents += 1;
        vu[this.butDe[rang]] = n;
      }
      entree.poids = Math.log(1 + this.buts / differents);
      entree.grave = entree.expressions.every((rang) => this.graves[rang]);
      entree.seul = entree.grave && entree.expressions.some((rang) => this.taille[rang] === 1 && !this.suites[rang]);
      for (const rang of entree.expressions) this.total[rang] += entree.poids;
      if (n % 200 === 0) yield;
    }
    for (const mot of [...this.courants]) this.courants.add(racine(mot));
    for (const [nom, sens] of [["debuts", (mot) => mot], ["fins", envers]]) {
      yield;
      this[nom] = [...this.mots.values()].map((entree) => [sens(entree.mot), entree]).sort((a, b) => (a[0] < b[0] ? -1 : 1));
    }
    this.tetes = new Int32Array(this.butDe.length); // as `Tapes` takes them
  }

  /** The words that begin with some letters, but for that word itself. */
  commencant(debut) {
    return avec(this.debuts, debut);
  }

  /** The words that a typed word may stand for: Map of entry to likeness, at most 1. */
  semblables(lexeme, enCours = false) {
    const cle = `${lexeme.mot}${enCours ? "…" : ""}`;
    if (!this.connus.has(cle)) {
      if (this.connus.size > 500) this.connus.clear();
      this.connus.set(cle, this.chercher(lexeme, enCours));
    }
    return this.connus.get(cle);
  }

  /** What a word may stand for, alone or with a neighbour that was parted from it ("samu social"). */
  candidats(mots, i, enCours) {
    const seuls = this.semblables(mots[i], enCours);
    const joints = [[i - 1, i], [i, i + 1]]
      .filter(([a, b]) => mots[a] && mots[b])
      .flatMap(([a, b]) => {
        const joint = mots[a].mot + mots[b].mot;
        const entier = this.mots.get(racine(joint));
        return entier ? [entier] : joint.length > 2 * PARTIE_MIN ? this.commencant(joint) : [];
      });
    return joints.length ? new Map([...seuls, ...joints.map((entree) => [entree, COLLE])]) : seuls;
  }

  chercher(lexeme, enCours) {
    const { mot, racine: cherche } = lexeme;
    const trouves = new Map();
    if (this.courant(lexeme)) return trouves;
    const noter = (entree, valeur) => trouves.set(entree, Math.max(valeur, trouves.get(entree) || 0));
    if (this.mots.has(cherche)) noter(this.mots.get(cherche), 1);
    const genre = this.mots.get(/e$/.test(cherche) ? cherche.slice(0, -1) : `${cherche}e`);
    if (genre) noter(genre, GENRE);
    if (enCours && mot.length >= this.debut) for (const entree of this.commencant(cherche)) noter(entree, DEBUT);
    if (!trouves.size && APOSTROPHE.test(mot)) {
      const entree = this.mots.get(racine(mot.replace(APOSTROPHE, "")));
      if (entree) noter(entree, COLLE);
    }
    const sur = trouves.size > 0;
    const chiffres = /[0-9]/.test(mot);
    if (!sur && !chiffres) {
      for (const [entree, d] of this.voisins(cherche, permis(mot.length))) noter(entree, TYPO[d] * (entree.mot[0] === cherche[0] ? 1 : 0.85));
      for (const entree of this.parSon.get(son(cherche)) || []) noter(entree, SON);
    }
    if (!chiffres) this.parties(cherche, noter, sur);
    return trouves;
  }

  /** The words at most `limite` typos away: [[entry, typos]]. */
  voisins(cherche, limite) {
    const trouves = [];
    const bits = lettres(cherche);
    for (let l = Math.max(0, cherche.length - limite); l <= cherche.length + limite; l += 1)
      for (const entree of this.parLongueur[l] || []) {
        if (manquent(bits, entree.bits) > limite || manquent(entree.bits, bits) > limite) continue;
        const d = distance(cherche, entree.mot, limite);
        if (d <= limite) trouves.push([entree, d]);
      }
    return trouves;
  }

  /** Compounds: a typed word that begins or ends a known one, or is made of known ones. */
  parties(cherche, noter, sur) {
    if (cherche.length < PARTIE_MIN) return;
    if (cherche.length >= LONG)
      for (const entree of [...this.commencant(cherche), ...avec(this.fins, envers(cherche))])
        if (entree.mot.length > cherche.length + 2) noter(entree, PARTIE * (0.5 + 0.5 * (cherche.length / entree.mot.length)));
    if (sur) return;
    for (let i = PARTIE_MIN; i <= cherche.length - PARTIE_MIN; i += 1) {
      const debut = this.mots.get(racine(cherche.slice(0, i))) || this.mots.get(racine(cherche.slice(0, i).replace(/s$/, "")));
      const fin = this.mots.get(cherche.slice(i));
      if (debut && fin) {
        noter(debut, PARTIE);
        noter(fin, PARTIE);
      }
    }
  }

  /**
   * How well each goal answers: [{ but, note, parts, poids }], best first, of those whose note is `seuil` at least; `parts` is
   * what each word brings (at most about 1), the note their mean by weight. A word counts once a goal, in the expression where it
   * is best placed: one that was typed whole says more than one of which a word fell. A grave one is neither guessed from a
   * word that only looks like its own, nor from one of several words ("rapport à risque") unless that one says it alone
   * elsewhere, or another word is of the same matter. `dite`: all that was said (`suite`), where small words count.
   */
  reponses(mots, enCours = false, seuil = 0, dite = "") {
    const tapes = new Tapes(this.tetes);
    const poids = mots.map(() => 0);
    mots.forEach((_lexeme, i) => {
      for (const [entree, valeur] of this.candidats(mots, i, enCours && i === mots.length - 1)) {
        const douteux = valeur < DEBUT && !manifeste(mots[i].racine, entree.mot, valeur);
        if (douteux && entree.grave) continue;
        poids[i] = Math.max(poids[i], entree.poids * valeur);
        for (const rang of entree.expressions) if (!douteux || !this.graves[rang]) tapes.noter(rang, entree, i, valeur);
      }
    });
    const inconnu = Math.log(1 + this.buts) / 2;
    const total = poids.reduce((somme, p) => somme + (p || inconnu), 0) || 1;
    const notes = new Map(); // goal -> best part of each word
    const nets = new Set(); // goals that are meant by one word at least
    const entiers = new Set(); // those of which a whole expression was said, but for its small words
    for (const rang of tapes.expressions) {
      const couvert = Math.min(1, tapes.couvert(rang) / this.total[rang]);
      const rangee = dite && this.suites[rang];
      const entier = rangee && !dite.includes(rangee) ? DISPERSEE : couvert > 0.8 && (rangee || this.taille[rang] > 1) ? 1.25 : 1;
      const but = this.butDe[rang];
      if (this.taille[rang] === 1) entiers.add(but);
      let parts = notes.get(but);
      if (!parts) notes.set(but, (parts = mots.map(() => 0)));
      const franche = () => couvert > NETTE && (this.taille[rang] === 1 ? entier >= 1 : tapes.nombre(rang) > 1);
      if (!this.graves[rang] || tapes.seul(rang) || franche()) nets.add(but);
      tapes.partager(rang, this.importance[rang] * entier * (0.35 + 0.65 * couvert), parts);
    }
    const reponses = [];
    for (let i = 0; i < poids.length; i += 1) poids[i] = (poids[i] || inconnu) / total;
    for (const [but, parts] of notes) {
      if (!nets.has(but) && !(entiers.has(but) && parts.filter(Boolean).length > 1)) continue;
      let note = 0;
      for (let i = 0; i < parts.length; i += 1) note += parts[i] * poids[i];
      if (note >= seuil) reponses.push({ but, note, parts, poids });
    }
    return reponses.sort((a, b) => b.note - a.note || a.but - b.but);
  }
}

/**
 * Whether a word can hardly be anything but a known one: one that sounds alike, or has one letter more or less, or in a
 * long word another ("herbe" is no herpes); or a compound of known ones.
 */
function manifeste(mot, connu, valeur) {
  const court = Math.min(mot.length, connu.length);
  if (valeur === PARTIE) return connu.length >= SENSIBLE;
  const ecart = distance(mot, connu, 2);
  if (ecart === 2 && court < LONGUE) return false;
  const bruit = son(mot);
  if (bruit.length > 3 && bruit === son(connu) && !mot.startsWith(connu) && !connu.startsWith(mot)) return ecart <= 2;
  if (ecart !== 1 || mot[0] !== connu[0] || court < SENSIBLE) return false;
  return court >= LONGUE || mot.length !== connu.length || ossature(mot) === ossature(connu);
}

/** The consonants of a word, in no order: one vowel for another, or two letters in the wrong order, leave them as they are. */
const ossature = (mot) => [...mot.replace(/[aeiouy]/g, "")].sort().join("");

// Where words lead: needs (themes, kinds of organisation, publics) and places (communes, quartiers).

import { lexemes, son, suite } from "./lexemes.js";
import { Index } from "./index.js";

const PAUSE = 50; // expressions between two pauses

export const URGENTS = ["suicide", "violence"];
/* Dangers that cannot wait, as pages/recherche.py names those that somebody at the end of a line answers at once. */

/** The goals that words may lead to, of the lexicons of some languages (the page's own first) and the places of a base. */
export class Lexique {
  constructor() {
    this.buts = [];
    this.rangs = new Map(); // "theme 3" -> rank in `buts`
    this.besoins = new Index();
    this.endroits = new Map(); // folded words of a name -> places
    this.mots = new Index(); // words of places alone, for typos
    this.cris = []; // [words in a row, goal]: expressions of dangers that cannot wait
  }

  /** A work: read the words of needs; gives this. */
  *lire(lexiques) {
    this.besoins.ignorer(lexiques[0].courants.split("|"));
    for (const { themes, natures, publics } of lexiques) {
      for (const [rang, [id, nom, mots, signale, grave]] of themes.entries()) {
        const but = this.but("theme", rang, id, nom);
        this.buts[but].signale = signale;
        yield* this.ajouter(but, nom, mots, 1, Boolean(signale || grave));
        if (URGENTS.includes(signale)) this.cris.push(...mots.split("|").flatMap((texte) => (phrase(texte) ? [[suite(lexemes(texte)), but]] : [])));
      }
      for (const [rang, [nom, mots]] of natures.entries()) yield* this.ajouter(this.but("nature", rang, undefined, nom), nom, mots, 0.95);
      for (const [rang, [id, nom, mots]] of publics.entries()) yield* this.ajouter(this.but("public", rang, id, nom), nom, mots, 0.8);
    }
    yield* this.besoins.peser();
    return this;
  }

  *ajouter(but, nom, mots, poids, grave) {
    for (const [n, texte] of [nom, ...mots.split("|")].entries()) {
      this.besoins.ajouter(texte, but, poids, grave);
      if (n % PAUSE === 0) yield;
    }
  }

  /** A work: take the places in; gives this. */
  *situer({ communes, quartiers, lieux_dits: lieuxDits }) {
    for (const [rang, [id, nom, autres, codes]] of communes.entries()) {
      const but = this.but("commune", rang, id || slug(nom), nom);
      for (const texte of [nom, ...autres, ...codes]) this.endroit(texte, but);
    }
    yield;
    for (const [n, [code, id, nom, autres]] of quartiers.entries()) {
      const but = this.but("quartier", code, id || slug(nom), nom);
      for (const texte of [nom, ...autres]) this.endroit(texte, but);
      if (n % PAUSE === 0) yield;
    }
    for (const [noms, ...codes] of lieuxDits)
      for (const nom of noms.split("|")) for (const code of codes) this.endroit(nom, this.rangs.get(`quartier ${code}`));
    yield* this.mots.peser();
    return this;
  }

  /** The goals whose words are said in a row, small ones and all, the longest first: "veux plus vivre" asks for no victuals ("vivres"). */
  crier(mots) {
    const dite = suite(mots);
    const dits = this.cris.filter(([cri]) => dite.includes(cri)).sort((a, b) => b[0].length - a[0].length);
    return new Set(dits.map(([, but]) => but));
  }

  but(sorte, rang, id, nom) {
    const cle = `${sorte} ${rang}`;
    if (!this.rangs.has(cle)) this.rangs.set(cle, this.buts.push({ sorte, rang, id, nom }) - 1);
    return this.rangs.get(cle);
  }

  endroit(texte, but) {
    const mots = lexemes(texte).map((l) => l.racine);
    const cle = mots.join(" ");
    const buts = this.endroits.get(cle) || this.endroits.set(cle, new Set()).get(cle);
    buts.add(but);
    for (const mot of mots) this.mots.ajouter(mot, but);
  }

  /**
   * The places that some words name, and the words that are left: { lieux: [rank], reste: [lexeme] }. The longest name
   * wins, then the commune before the quartier of the same name.
   */
  lieux(mots) {
    for (let taille = Math.min(6, mots.length); taille > 0; taille -= 1)
      for (let debut = 0; debut + taille <= mots.length; debut += 1) {
        const trouves = this.nommes(mots.slice(debut, debut + taille));
        if (trouves) return { lieux: trouves, reste: [...mots.slice(0, debut), ...mots.slice(debut + taille)] };
      }
    return { lieux: [], reste: mots };
  }

  nommes(mots) {
    if (mots.every((l) => l.vide)) return null;
    const exact = this.endroits.get(mots.map((l) => l.racine).join(" "));
    if (exact) return this.tries(exact);
    // A word that says a need, or a short one, is no misspelt place: "jaren" is not Haren.
    const possibles = mots.map((l) => {
      if (this.mots.mots.has(l.racine)) return [[this.mots.mots.get(l.racine), 1]];
      if (l.mot.length < 5 || this.besoins.mots.has(l.racine)) return [];
      return [...this.mots.semblables(l)].filter(([e, v]) => v >= 0.62 && (e.mot[0] === l.racine[0] || son(e.mot) === son(l.racine))).slice(0, 4);
    });
    if (possibles.some((p) => !p.length)) return null;
    const combinaisons = possibles.reduce((t, p) => t.flatMap((d) => p.map(([e]) => [...d, e.mot])).slice(0, 64), [[]]);
    for (const mot of combinaisons) {
      const trouve = this.endroits.get(mot.join(" "));
      if (trouve) return this.tries(trouve);
    }
    return null;
  }

  tries(buts) {
    const ordre = { commune: 0, quartier: 1 };
    return [...buts].sort((a, b) => ordre[this.buts[a].sorte] - ordre[this.buts[b].sorte] || a - b);
  }
}

/** What the address of a place makes of its name. */
const slug = (nom) => lexemes(nom).map(({ mot }) => mot).join("-");

/** Whether a text is several words, of which one at least says something. */
function phrase(texte) {
  const mots = lexemes(texte);
  return mots.length > 1 && mots.some(({ vide }) => !vide);
}

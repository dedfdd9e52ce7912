// What was typed of each expression: thousands at a key, so lists of numbers rather than of things.

/** For each expression the words of it that were typed, where, and how like; `tetes` holds a zero for each expression. */
export class Tapes {
  constructor(tetes) {
    this.tetes = tetes; // the last that was noted of an expression, counted from 1
    this.expressions = [];
    this.entrees = [];
    this.places = [];
    this.valeurs = [];
    this.avant = []; // the one before of the same expression
  }

  noter(rang, entree, place, valeur) {
    if (!this.tetes[rang]) this.expressions.push(rang);
    this.places.push(place);
    this.valeurs.push(valeur);
    this.avant.push(this.tetes[rang]);
    this.tetes[rang] = this.entrees.push(entree);
  }

  /** What the words of an expression weigh that were typed, each once, as it was best typed. */
  couvert(rang) {
    const { tetes, entrees, valeurs, avant } = this;
    let somme = 0;
    for (let n = tetes[rang]; n; n = avant[n - 1]) {
      let meilleure = true;
      for (let m = tetes[rang]; m; m = avant[m - 1])
        if (m !== n && entrees[m - 1] === entrees[n - 1] && (valeurs[m - 1] - valeurs[n - 1] || m - n) > 0) meilleure = false;
      if (meilleure) somme += entrees[n - 1].poids * valeurs[n - 1];
    }
    return somme;
  }

  /** Whether a word of an expression was typed that is said of grave matters only, and alone says what is meant. */
  seul(rang) {
    for (let n = this.tetes[rang]; n; n = this.avant[n - 1]) if (this.entrees[n - 1].seul) return true;
    return false;
  }

  /** How many words of an expression were typed. */
  nombre(rang) {
    const vues = new Set();
    for (let n = this.tetes[rang]; n; n = this.avant[n - 1]) vues.add(this.entrees[n - 1]);
    return vues.size;
  }

  /** Give each place of `parts` what an expression brings, where that is better; the expression is then forgotten. */
  partager(rang, facteur, parts) {
    for (let n = this.tetes[rang]; n; n = this.avant[n - 1])
      parts[this.places[n - 1]] = Math.max(parts[this.places[n - 1]], this.valeurs[n - 1] * facteur);
    this.tetes[rang] = 0;
  }
}

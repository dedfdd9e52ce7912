/** The words of the page's language; `%(nom)s` is filled from `valeurs`. The French words are the key. */
export function _(texte, valeurs = {}) {
  return (CARTE.mots[texte] || texte).replace(/%\((\w+)\)s/g, (_tout, nom) => valeurs[nom]);
}

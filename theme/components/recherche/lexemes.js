// Words as a search compares them: without accents, capitals or endings; and how they sound, for who writes by ear.

import { plier } from "../../scripts/lib/plier.js";

/* Words that say nothing of a need, in the three languages together: whoever writes mixes them. */
const VIDES = new Set(
  `a ai aie alors as au aux avec ca car ce cela ces cet cette chez comme comment d dans de depuis des donc dois du elle en
  encore es est et etais etait etre eu faire fait faut fais il ils j je l la le les leur leurs ma mais me mes mien moi mon ne
  ni nos notre nous on ont ou par pas peu peut peux plus pour pourquoi puis qu quand que quel quelle qui quoi s sa se ses si
  son sont suis sur svp t ta te tes toi ton tous tout toute tres trop tu un une va vais veux voudrais vos votre vous y
  jai jsuis jveux jpeux chui
  aan al als ben bij dan dat de deze die dit door een er gaan geef haar heb hebben heeft hem het hier hij hoe hun iets ik in
  is je jij kan kunnen maar men met mij mijn moet moeten n na naar niet nog nu of om ons onze ook op over te tot u uit uw van
  veel voor waar was wat meer we welke wij wil willen wordt zal ze zich zijn zo
  about am an and any are at be been but by can could did do does for from get go got had has have he help her here him his
  how i if im into it its just like me my need of off on or our out please really she so some someone somebody still than
  that the their them then there they this to too up us want was we what when where which who why will with would you your
  aide aider aidez besoin cherche chercher urgent vite bonjour bonsoir merci hulp zoek zoeken nodig dringend dag looking find`
    .split(/\s+/),
);

/* In names of places, in two languages, written out or not. */
const SAINTS = /^(?:sainte?|sinte?|ste?)$/;

/** The words of a text: [{ mot, racine, vide }], in their order. */
export const lexemes = (texte) => plier(texte).split(/[^a-z0-9]+/).filter(Boolean).map(lexeme);

const lus = new Map(); // names of organisations say the same words again and again

function lexeme(mot) {
  if (!lus.has(mot)) lus.set(mot, { mot, racine: racine(mot), vide: VIDES.has(mot) || (mot.length < 2 && !/[0-9]/.test(mot)) });
  return lus.get(mot);
}

const VOIES = new Set("rue avenue ave av boulevard boul bld bvd bd chaussee place square quai clos impasse allee dreve parvis galerie".split(" "));
/* No street has a name that begins so: "place en crèche" is one that a child needs. */
const LIENS = new Set("en dans pour chez in voor bij for".split(" "));
const STRAAT = /(straat|laan|plein|steenweg|kaai|dreef)$/;

/**
 * Where some words name a street, [first, after the last], null where none does: only then the streets are fetched. "Rue"
 * at the end is where one sleeps, "place" in a sentence is English, "straat" alone is no street.
 */
export function partDeRue(mots) {
  for (const [i, { mot }] of mots.entries()) {
    if (VOIES.has(mot) || (mot.length > 4 && sonsDesVoies().has(son(mot)))) {
      const apres = mots.slice(i + 1);
      if (apres.some((suivant) => !suivant.vide) && !LIENS.has(apres[0].mot) && (mot !== "place" || i === 0)) return [i, mots.length];
      continue;
    }
    const [fin] = STRAAT.exec(mot) || [];
    if (fin && mot !== fin) return [i, i + 1];
    if (fin && i > 0 && !mots[i - 1].vide) return [i - 1, i + 1];
  }
  return null;
}

/** Words in a row, as one text that holds every shorter row of them. */
export const suite = (mots) => ` ${mots.map((l) => l.racine).join(" ")} `;

/** Whether some words name a street. */
export const demandeRue = (mots) => partDeRue(mots) !== null;

/** Whether a word says only that a street is meant. */
export const ditVoie = ({ mot }) => VOIES.has(mot) || sonsDesVoies().has(son(mot));

/**
 * A word without the endings of plural and gender, roughly, whatever its language: both sides are cut alike. Short words keep
 * their "e": "coupe" is no "coup", and "aide" has nothing to do with AIDS.
 */
export function racine(mot) {
  if (SAINTS.test(mot)) return "saint";
  if (mot.length < 4 || /[0-9]/.test(mot)) return mot;
  let court = mot.replace(/aux$/, "al");
  if (court.length > 5) court = court.replace(/en$/, "");
  court = court.replace(/[sx]$/, "").replace(/y$/, "i").replace(/([b-df-hj-np-tv-z])\1(e?)$/, "$1$2");
  return court.length > 5 ? court.replace(/e$/, "") : court;
}

/** How a word sounds to who learned to write in French; words that sound alike share it. */
export function son(mot) {
  return mot
    .replace(/ph/g, "f")
    .replace(/sch/g, "sk")
    .replace(/ae/g, "a")
    .replace(/e?aux?|ow/g, "o")
    .replace(/[ae]i[nm]|[iey][nm](?![aeiouy])/g, "1")
    .replace(/[ea][nm](?![aeiouy])/g, "2")
    .replace(/ai|ei|ey|et$|ez$|er$/g, "e")
    .replace(/qu?|ck|c(?![eiyh])/g, "k")
    .replace(/c(?=[eiy])|ss|sc(?=[eiy])|z/g, "s")
    .replace(/g(?=[eiy]|$)/g, "j")
    .replace(/gu/g, "g")
    .replace(/y/g, "i")
    .replace(/([^cs])h/g, "$1")
    .replace(/^h/, "")
    .replace(/(.)\1+/g, "$1")
    .replace(/[estdx]+$/, "");
}

let bruits;
const sonsDesVoies = () => (bruits ||= new Set([...VOIES].filter((mot) => mot.length > 4).map(son)));

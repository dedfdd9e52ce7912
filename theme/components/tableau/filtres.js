// The choices of the table. An option says how many lines it would leave, with the other choices; where a line says
// nothing of one, it is counted apart: a silence is no refusal.

import { creer } from "../../scripts/lib/creer.js";
import { _ } from "../../scripts/lib/mots.js";
import { repond } from "../../scripts/lib/repond.js";
import { CLES, placeDe } from "./lignes.js";

const TITRES = { theme: () => _("Thème"), public: () => _("Public"), acces: () => _("Accès"), langue: () => _("Langue"), place: () => _("De la place ?"), commune: () => _("Commune"), quartier: () => _("Quartier") };
const FAMILLE = "famille.";
/** Lines whose answer is too old, or that have none: whom to ask. */
const A_DEMANDER = "a-demander";
const ordre = new Intl.Collator(CARTE.langue, { numeric: true, sensitivity: "base" });

/** The choices of a table: `champs`, [select, words] each; what they keep; what they say. */
export function filtres(table, lignes) {
  const familles = JSON.parse(table.dataset.familles || "[]");
  const themesDe = new Map(familles.map(([id, , themes]) => [FAMILLE + id, themes]));
  const choix = {};
  for (const cle of Object.keys(TITRES)) {
    const connus = cle === "place" ? places(table) : motsDe(lignes, cle);
    if (connus.size < 2) continue; // a commune's own table has nothing to choose there
    choix[cle] = creer("select", { id: `filtre-${cle}` });
    choix[cle].append(new Option(_("Peu importe"), ""), ...(cle === "theme" ? parFamille(connus, familles) : options(connus)));
  }
  const cles = Object.keys(choix);
  for (const cle of cles) for (const option of choix[cle].options) option.dataset.mots = option.text;

  const ids = (ligne, cle) => (cle === "place" ? [placeDe(ligne) || A_DEMANDER] : ligne.ids[cle]);
  function reponse(ligne, cle, voulu) {
    if (!voulu) return "oui";
    if (themesDe.has(voulu)) return ligne.ids.theme.some((id) => themesDe.get(voulu).includes(id)) ? "oui" : "non";
    if (cle !== "place") return repond(ligne.ids[cle], cle, voulu);
    const place = placeDe(ligne);
    return voulu === (place || A_DEMANDER) ? "oui" : place ? "non" : "inconnu";
  }

  return {
    champs: cles.map((cle) => [choix[cle], TITRES[cle]()]),
    valeurs: () => Object.fromEntries(cles.map((cle) => [cle, choix[cle].value])),
    dits: () => cles.filter((cle) => choix[cle].value).map((cle) => choix[cle].selectedOptions[0].dataset.mots),
    remettre(dit) {
      for (const cle of cles) {
        choix[cle].value = dit(cle);
        if (choix[cle].selectedIndex < 0) choix[cle].value = "";
      }
    },

    /** Hide the lines that do not answer; returns how many do, and how many say nothing of what is asked. */
    appliquer({ mots, ouvert, inconnus }) {
      let [n, muets] = [0, 0];
      const laisses = Object.fromEntries(cles.map((cle) => [cle, new Map()]));
      for (const ligne of lignes) {
        const reponses = cles.map((cle) => reponse(ligne, cle, choix[cle].value));
        const etat = ouvert ? ligne.tr.dataset.ouvert || "inconnu" : "oui";
        const gardee = (r) => r === "oui" || (r === "inconnu" && inconnus);
        const refus = reponses.flatMap((r, rang) => (gardee(r) ? [] : [rang]));
        const dite = etat !== "non" && mots.every((m) => ligne.texte.includes(m));
        const possible = dite && !reponses.includes("non");
        const muet = possible && (etat === "inconnu" || reponses.includes("inconnu"));
        ligne.tr.hidden = !possible || (muet && !inconnus);
        n += !ligne.tr.hidden;
        muets += muet;
        if (dite && gardee(etat) && refus.length < 2) cles.forEach((cle, rang) => (refus.length === 0 || refus[0] === rang) && compter(laisses[cle], ids(ligne, cle), cle, themesDe));
      }
      for (const cle of cles) annoncer(choix[cle], laisses[cle]);
      return { n, muets };
    },
  };
}

function compter(laisses, ids, cle, themesDe) {
  const tous = cle === "theme" ? [...ids, ...[...themesDe].filter(([, themes]) => ids.some((id) => themes.includes(id))).map(([id]) => id)] : ids;
  for (const id of tous) laisses.set(id, (laisses.get(id) || 0) + 1);
}

/** Each option says how many lines it would leave. */
function annoncer(select, laisses) {
  const rien = _("rien d'écrit");
  for (const option of select.options) {
    if (!option.value) continue;
    const n = laisses.get(option.value);
    option.text = n ? `${option.dataset.mots} (${n})` : `${option.dataset.mots} – ${rien}`;
  }
}

/** The ids that the lines know, with their words. */
function motsDe(lignes, cle) {
  const connus = new Map();
  for (const { ids, mots } of lignes) ids[cle].forEach((id, i) => connus.set(id, mots[cle][i]));
  return connus;
}

const places = (table) => new Map([...JSON.parse(table.dataset.places), [A_DEMANDER, _("À redemander, ou pas connu")]]);

function options(connus) {
  const paires = [...connus];
  if (!connus.has(A_DEMANDER)) paires.sort((a, b) => ordre.compare(a[1], b[1]));
  return paires.map(([id, mots]) => new Option(mots, id));
}

/** Themes under their families, each of which may be chosen whole. */
function parFamille(connus, familles) {
  const restes = new Map(connus);
  const groupes = familles.map(([id, label, themes]) => {
    const siens = themes.filter((theme) => connus.has(theme));
    siens.forEach((theme) => restes.delete(theme));
    const groupe = creer("optgroup", { label });
    if (siens.length > 1) groupe.append(new Option(_("Tout : %(famille)s", { famille: label }), FAMILLE + id));
    groupe.append(...options(new Map(siens.map((theme) => [theme, connus.get(theme)]))));
    return groupe;
  });
  return [...groupes.filter((groupe) => groupe.children.length), ...options(restes)];
}

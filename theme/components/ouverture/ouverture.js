// Opening states of cards (those of services: services.js). Without script the page says that the hours are unknown.
//
// data-horaire="[MOTS, PAQUET, SERVICE]" stands on hours: the words of their channel (empty where one comes in person),
// the packed schedule, null where nobody may trust it, and the service's name where the record has several.
// data-horaires holds a list of these, on a card.

import { deplier, etat } from "../../scripts/lib/horaire.js";
import { _ } from "../../scripts/lib/mots.js";
import { ecrire, isoDe, maintenant } from "../../scripts/lib/temps.js";

export const SEMAINE = 7;
const NUIT = 6 * 60;

/** A time of day: "9:30". */
export const heure = (minute) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;

/** One answer for several schedules of one kind: open if one is, else unknown if one is, else the first to open. */
export function combiner(etats) {
  const ouverts = etats.filter((e) => e.etat === "oui");
  if (ouverts.length) return ouverts.find((e) => !e.jusqua) || ouverts.sort((a, b) => compare(b.jusqua, a.jusqua))[0];
  const inconnu = etats.find((e) => e.etat === "inconnu");
  if (inconnu) return inconnu;
  const avec = etats.filter((e) => e.prochaine).sort((a, b) => compare(a.prochaine, b.prochaine));
  return avec[0] || etats[0] || { etat: "inconnu", raison: "" };
}

const compare = (a, b) => a[0] - b[0] || a[1] - b[1];

/** The state of hours [[words, packed, service], …]: in person first; by phone or chat where nothing is known so. */
export function resumer(horaires, moment) {
  const lus = horaires.map(([mots, paquet, service]) => ({ mots, service, ...(paquet ? etat(deplier(paquet), moment) : { etat: "inconnu", raison: "" }) }));
  const surPlace = combiner(lus.filter((e) => !e.mots));
  if (surPlace.etat !== "inconnu") return surPlace;
  const aDistance = combiner(lus.filter((e) => e.mots));
  return aDistance.etat === "inconnu" ? surPlace : aDistance;
}

/** The words of a state. `telephoner`: whether there is a phone, and a door to come to. */
export function dire(vu, [jour], telephoner) {
  const texte = vu.etat === "oui" ? ouvert(vu, jour) : vu.etat === "non" ? ferme(vu, jour) : inconnu(vu, jour, telephoner);
  const debut = [vu.etat === "oui" && vu.service, vu.mots].filter(Boolean).join(", ");
  return debut ? suite(debut, texte) : texte;
}

/** Words, a colon as the language spaces it, then words that no longer begin a sentence. */
function suite(debut, texte) {
  return `${debut}${CARTE.langue === "fr" ? "\u00a0: " : ": "}${texte[0].toLowerCase()}${texte.slice(1)}`;
}

function ouvert({ jusqua, ensuite }, jour) {
  if (!jusqua) return _("Ouvert jour et nuit");
  const [la, minute] = jusqua;
  const valeurs = { heure: minute ? heure(minute) : _("minuit"), jour: jourDit(la, jour) };
  if (ensuite === "inconnu") return _("Ouvert, au moins jusqu'à %(heure)s", valeurs);
  if (la === jour || (la === jour + 1 && minute <= NUIT)) return _("Ouvert, ferme à %(heure)s", valeurs);
  return _("Ouvert, ferme %(jour)s à %(heure)s", valeurs);
}

function ferme({ prochaine, raison }, jour) {
  const pourquoi = raison === "ferie" ? ` (${fete(jour)})` : "";
  if (!prochaine) return _("Fermé%(pourquoi)s, prochaine ouverture inconnue", { pourquoi });
  const [la, minute] = prochaine;
  const valeurs = { pourquoi, jour: jourDit(la, jour), heure: heure(minute) };
  if (la === jour) return _("Fermé%(pourquoi)s, ouvre à %(heure)s", valeurs);
  return _("Fermé%(pourquoi)s, ouvre %(jour)s à %(heure)s", valeurs);
}

function inconnu({ raison }, jour, telephoner) {
  const mots = telephoner ? _("Horaire inconnu : téléphonez avant de venir") : _("Horaire inconnu");
  return raison === "ferie" ? suite(fete(jour), mots) : mots;
}

/** The name of a public holiday. */
export const fete = (jour) => CARTE.noms[CARTE.feries[isoDe(jour)]] || _("jour férié");

function jourDit(la, jour) {
  if (la === jour + 1) return _("demain");
  if (la < jour + SEMAINE) return ecrire(la, { weekday: "long" });
  return _("le %(date)s", { date: ecrire(la, { day: "numeric", month: "long" }) });
}

/** Put a state in its place: words where they are read, the mark where scripts and tests look for it. */
export function montrer(element, vu, moment, telephoner) {
  element.dataset.etat = vu.etat;
  const mots = element.matches(".etat") ? element : element.querySelector(".etat");
  if (!mots) return;
  mots.dataset.etat = vu.etat;
  mots.querySelector(".etat__mots").textContent = dire(vu, moment, telephoner);
}

/** Compute the state of every card, now and at each minute; `ensuite(moment)` is called each time. Returns what does it anew. */
export function ouvertures(racine = document, ensuite = () => {}) {
  const actualiser = () => {
    const moment = maintenant();
    for (const element of racine.querySelectorAll("[data-horaires]"))
      carte(element, JSON.parse(element.dataset.horaires), moment);
    ensuite(moment);
  };
  actualiser();
  const attente = 60000 - (Date.now() % 60000);
  setTimeout(() => (actualiser(), setInterval(actualiser, 60000)), attente);
  addEventListener("hashchange", actualiser);
  return actualiser;
}

function carte(element, horaires, moment) {
  const vu = resumer(horaires, moment);
  montrer(element, vu, moment, element.hasAttribute("data-telephoner"));
  const article = element.closest("[data-fiche]");
  if (article) article.dataset.ouvert = vu.etat;
}

// Opening states of the services of a record, on its own page: each service, its week, and the record as a whole.

import { deplier } from "../../scripts/lib/horaire.js";
import { _ } from "../../scripts/lib/mots.js";
import { ecrire, isoDe, jourDeSemaine } from "../../scripts/lib/temps.js";
import { SEMAINE, fete, heure, montrer, resumer } from "./ouverture.js";

/** Show the state of every service of the page at a moment, and that of its record. */
export function services(moment) {
  for (const article of document.querySelectorAll("article[data-fiche]")) service(article, moment);
}

function service(article, moment) {
  const tous = [];
  for (const element of article.querySelectorAll("[data-ouverture]")) {
    const blocs = [...element.querySelectorAll("[data-horaire]")];
    const horaires = blocs.map((bloc) => JSON.parse(bloc.dataset.horaire));
    tous.push(...horaires);
    if (!horaires.some(([, paquet]) => paquet)) continue;
    montrer(element, resumer(horaires, moment), moment, element.hasAttribute("data-telephoner"));
    blocs.forEach((bloc, rang) => horaires[rang][1] && semaine(bloc, deplier(horaires[rang][1]), moment));
  }
  const resume = article.querySelector("[data-etat-fiche]");
  if (!resume || !tous.some(([, paquet]) => paquet)) return;
  const vu = resumer(tous, moment);
  article.dataset.ouvert = vu.etat;
  montrer(resume, vu, moment, resume.hasAttribute("data-telephoner"));
}

/** Mark today in the week, and say the public holidays of the coming week. */
function semaine(bloc, horaire, [jour]) {
  for (const ligne of bloc.querySelectorAll("tr[data-jour]"))
    ligne.toggleAttribute("data-aujourdhui", +ligne.dataset.jour === jourDeSemaine(jour));
  const liste = bloc.querySelector(".a-venir");
  if (!liste) return;
  liste.textContent = "";
  for (let la = jour; la < jour + SEMAINE; la += 1) {
    if (!CARTE.feries[isoDe(la)] || !horaire.connu(la)) continue;
    const ligne = document.createElement("p");
    const heures = horaire.heures(la);
    ligne.textContent = _("%(jour)s, %(fete)s : %(heures)s", {
      jour: ecrire(la, { weekday: "long", day: "numeric", month: "long" }),
      fete: fete(la),
      heures: heures === null ? _("horaire inconnu") : heures.map(([a, b]) => `${heure(a)} – ${heure(b % 1440)}`).join(", ") || _("fermé"),
    });
    liste.append(ligne);
  }
  liste.hidden = !liste.firstChild;
}

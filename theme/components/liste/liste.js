// The page of a kept list. The address holds all of it; every change replaces that address, so that going back does not
// walk through what somebody hesitated about.

import { _ } from "../../scripts/lib/mots.js";
import { remplir } from "../../scripts/lib/remplir.js";
import { LIMITE, ajouter, deplacer, ecrire, enlever, lienDe, lire } from "./adresse.js";
import { ajout } from "./ajout.js";
import { ligneAppel } from "./appeler.js";
import { trouver } from "./casiers.js";
import { comparer } from "./comparer.js";
import { envoyeur } from "./envoyer.js";
import { faitsDe, texteDe } from "./faits.js";
import { imprimable } from "./papier.js";
import { borner, placeEnlevee, placeInconnue, placeTenue } from "./places.js";

/** Give the page its list. `montrees()` is called once cards were put in the page, `signalees()` a quick exit. */
export function liste({ montrees, signalees }) {
  const formulaire = document.querySelector("[data-liste]");
  if (!formulaire) return;
  const source = JSON.parse(formulaire.dataset.liste);
  const part = (nom) => document.querySelector(`[data-${nom}]`);
  const [vide, pleine, places, nombre, annonce, panne, tout, appels, table, feuille] = ["vide", "pleine", "places", "nombre", "annonce", "panne", "tout-enlever", "appels", "comparer", "feuille"].map(part);
  const titre = document.querySelector("h1").textContent;
  const dire = (mots) => { annonce.textContent = mots; };
  const envoi = envoyeur(part("envoyer"), { titre, qr: source.qr, dire });
  const connus = new Map(); // id -> { faits, li, appel }; { li } alone for an id that no record has
  let ids = [];
  let tour = 0;
  let barre; // the way out: one, whose presses are counted once
  let code = null;
  let enlevee = null; // { ids, li }: what may be put back

  /** Change the list: its address, then the page. */
  function changer(nouveaux, mots = "") {
    ids = nouveaux;
    inscrire();
    dire(mots);
    return montrer();
  }

  /** The address of what is shown, here and in the links to other languages. */
  function inscrire() {
    const ancre = ecrire(ids, location.hash);
    history.replaceState(null, "", ancre.length > 1 ? ancre : location.pathname);
    for (const autre of document.querySelectorAll(".langues a")) autre.href = autre.href.split("#")[0] + (ids.length ? ecrire(ids) : "");
  }

  async function montrer() {
    const mien = (tour += 1);
    panne.hidden = true;
    vide.hidden = ids.length > 0;
    if (ids.some((id) => !connus.has(id))) {
      document.documentElement.dataset.liste = "en-cours";
      try {
        await apprendre(ids.filter((id) => !connus.has(id)));
      } catch {
        if (mien === tour) panne.hidden = false;
        return;
      }
      if (mien !== tour) return;
    }
    poser();
    document.documentElement.dataset.liste = "prete";
    montrees();
    envoi(tenus(), lien()).then((dessin) => {
      code = dessin;
      if (mien === tour) imprimer();
    });
  }

  const lien = () => lienDe(ids.filter((id) => connus.has(id) && connus.get(id).faits), { adresse: location.href, publiee: source.publiee });

  /** Look for ids; one that a record had is written as the one it has now. */
  async function apprendre(nouveaux) {
    const trouves = await trouver(source, nouveaux);
    trouves.forEach(({ id, su }, rang) => {
      const avant = nouveaux[rang];
      if (id !== avant) ids = ids.includes(id) ? enlever(ids, avant) : ids.map((autre) => (autre === avant ? id : autre));
      if (!connus.has(id)) connus.set(id, su ? neuf(id, su) : { li: placeInconnue(id, gestes) });
    });
    inscrire();
  }

  function neuf(id, su) {
    const li = placeTenue(su.carte, id, gestes);
    const faits = faitsDe(li.querySelector("article"), su);
    return { li, faits, appel: ligneAppel(id, faits) };
  }

  const tenus = () => ids.map((id) => connus.get(id).faits).filter(Boolean);

  function poser() {
    const faits = tenus();
    pleine.hidden = !ids.length && !enlevee;
    for (const bloc of document.querySelectorAll("[data-avec]")) bloc.hidden = faits.length < Number(bloc.dataset.avec);
    const lignes = ids.map((id) => connus.get(id).li);
    lignes.forEach((li, rang) => borner(li, rang, lignes.length));
    if (enlevee) lignes.splice(enlevee.rang, 0, enlevee.li);
    remplir(places, ...lignes);
    remplir(appels, ...ids.map((id) => connus.get(id).appel).filter(Boolean));
    nombre.textContent = ids.length === 1 ? _("1 lieu") : _("%(n)s lieux", { n: ids.length });
    comparer(table, faits);
    imprimer();
    const danger = faits.some(({ signale }) => signale);
    for (const mots of document.querySelectorAll("[data-danger]")) mots.hidden = !danger;
    sortir(danger);
  }

  const imprimer = () => imprimable(feuille, tenus(), { titre, site: source.site, lien: lien(), code });

  /** The way out, as long as the list holds a place whose own page has one. */
  function sortir(danger) {
    if (!danger) return barre && barre.remove();
    const nouvelle = !barre;
    barre = barre || part("secours").content.cloneNode(true).querySelector("aside");
    document.querySelector("main").prepend(barre);
    if (nouvelle) signalees();
  }

  const gestes = {
    async bouger(id, pas, boutons) {
      enlevee = null;
      const nouveaux = deplacer(ids, id, pas);
      await changer(nouveaux, _("Place %(n)s sur %(total)s", { n: nouveaux.indexOf(id) + 1, total: ids.length }));
      boutons.find((bouton) => !bouton.disabled).focus();
    },
    async enlever(id) {
      const [avant, rang] = [ids, ids.indexOf(id)];
      const { faits } = connus.get(id);
      enlevee = { rang, li: placeEnlevee(faits ? texteDe(faits.nom) : id, () => remettre(avant)) };
      await changer(enlever(ids, id));
      enlevee.li.querySelector("button").focus();
    },
  };

  async function remettre(avant) {
    enlevee = null;
    await changer(avant, _("Remis."));
    nombre.focus();
  }

  tout.addEventListener("click", async () => {
    const avant = ids;
    enlevee = { rang: 0, li: placeEnlevee(titre, () => remettre(avant)) };
    await changer([]);
    enlevee.li.querySelector("button").focus();
  });
  panne.querySelector("button").addEventListener("click", () => montrer());
  part("imprimer").addEventListener("click", () => print());
  addEventListener("beforeprint", () => ids.every((id) => connus.has(id)) && imprimer());

  // The list stays while somebody goes through the page: an anchor in the address would take its place.
  for (const saut of pleine.querySelectorAll(".sommaire a"))
    saut.addEventListener("click", (evenement) => {
      evenement.preventDefault();
      const but = document.querySelector(saut.hash);
      but.scrollIntoView();
      but.focus({ preventScroll: true });
    });

  function relire() {
    if (location.hash.length > 1 && !location.hash.includes("=")) return inscrire();
    enlevee = null;
    const lus = lire(location.hash);
    ids = lus.slice(0, LIMITE);
    dire(lus.length > LIMITE ? trop() : "");
    inscrire();
    return montrer();
  }

  ajout(formulaire, source, {
    choisir(id) {
      enlevee = null;
      if (ids.includes(id)) return dire(_("Ce lieu est déjà dans la liste."));
      if (ids.length >= LIMITE) return dire(trop());
      return changer(ajouter(ids, id), _("Ajouté à la fin de la liste."));
    },
    echouer: () => dire(_("Le réseau manque : réessayez dans un moment.")),
  });
  formulaire.hidden = false;
  part("sans-script").hidden = true;
  addEventListener("hashchange", relire);
  relire();
}

const trop = () => _("Une liste tient %(n)s lieux au plus : les autres n'y sont pas.", { n: LIMITE });

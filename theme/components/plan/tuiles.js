// Streets under the map, where a deployer gives them: pictures of another site, after a question, or a file of this one.
// Nothing is asked of the other site before the yes, and nothing is kept of it.

import { creer } from "../../scripts/lib/creer.js";
import { _ } from "../../scripts/lib/mots.js";
import { programme } from "../../scripts/lib/programme.js";

const ICI = "\u0000";

/**
 * Put a button "Afficher les rues" on an `L.map` that has the background `fond` (poserFond). `option` is what the page
 * holds in `data-rues` (rues.html): `{adresse, qui, langue, attribution, zoom_max}` or `{pmtiles, script}`.
 */
export function proposerRues(L, carte, fond, option, position = "topright") {
  const bouton = creer("button", { type: "button", className: "bouton plan__bouton", textContent: _("Afficher les rues") });
  const etat = creer("p", { className: "plan__etat", hidden: true });
  const annonce = creer("div");
  annonce.setAttribute("role", "status");
  annonce.append(etat);
  const boite = creer("div", { className: "plan__rues" });
  boite.append(bouton, annonce);
  L.DomEvent.disableClickPropagation(boite);
  L.DomEvent.disableScrollPropagation(boite);
  const question = option.adresse && demander(option, (oui) => {
    question.hidden = true;
    bouton.hidden = false;
    bouton.focus();
    if (oui) montrer(tuiles(L, option));
  });
  if (question) boite.append(question);
  let couche;

  bouton.onclick = () => {
    etat.hidden = true;
    if (couche) return cacher();
    if (!question) return ouvrir();
    question.hidden = false;
    bouton.hidden = true;
    question.focus();
  };

  /** Show a layer; one of which nothing comes goes again. */
  function montrer(neuve) {
    couche = neuve;
    let venue = false;
    couche.on("tileload", () => { venue = true; });
    couche.on("load", () => venue || echouer());
    couche.addTo(carte);
    fond.bords(true);
    bouton.textContent = _("Cacher les rues");
  }

  function cacher() {
    couche.remove();
    couche = undefined;
    fond.bords(false);
    bouton.textContent = _("Afficher les rues");
  }

  function echouer() {
    if (couche) cacher();
    etat.textContent = _("Les rues ne viennent pas. La carte garde son dessin.");
    etat.hidden = false;
  }

  async function ouvrir() {
    bouton.disabled = true;
    try {
      const sombre = matchMedia("(prefers-color-scheme: dark)").matches;
      const rues = await programme(option.script, "carteRues");
      montrer(await rues(L, option.pmtiles, { langue: CARTE.langue, sombre }));
    } catch {
      echouer();
    }
    bouton.disabled = false;
  }

  const Rues = L.Control.extend({ onAdd: () => boite });
  return new Rues({ position }).addTo(carte);
}

/** Pictures of a tile server, asked for without cookies (`crossOrigin`) and without the page's address. */
function tuiles(L, { adresse, attribution, zoom_max }) {
  const texte = creer("span", { textContent: attribution }).innerHTML;
  return L.tileLayer(adresse, { maxNativeZoom: zoom_max, maxZoom: 22, attribution: texte, crossOrigin: "", referrerPolicy: "no-referrer" });
}

/** Who will receive what, and the two answers; `repondre(oui)`. */
function demander({ qui, langue }, repondre) {
  const [avant, apres] = _("Les images des rues viennent d'un autre site : %(qui)s. Il verra votre adresse internet, que vous êtes sur ce site, et la zone que vous regardez. Les afficher ?", { qui: ICI }).split(ICI);
  const phrase = creer("p", { id: "plan-rues" });
  phrase.append(avant, creer("b", { lang: langue, textContent: qui }), apres);
  const boite = creer("div", { className: "plan__question", hidden: true, tabIndex: -1 });
  boite.setAttribute("role", "group");
  boite.setAttribute("aria-labelledby", phrase.id);
  boite.onkeydown = ({ key }) => key === "Escape" && repondre(false);
  boite.append(
    phrase,
    creer("button", { type: "button", className: "bouton", textContent: _("Oui"), onclick: () => repondre(true) }),
    creer("button", { type: "button", className: "bouton", textContent: _("Non"), onclick: () => repondre(false) }),
  );
  return boite;
}

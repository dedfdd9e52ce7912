// Sending the list: by the phone's own means. Nothing goes through us; what leaves is shown before it does.

import { creer } from "../../scripts/lib/creer.js";
import { _ } from "../../scripts/lib/mots.js";
import { programme } from "../../scripts/lib/programme.js";
import { remplir } from "../../scripts/lib/remplir.js";
import { texteDe } from "./faits.js";
import { courriel, message, sms } from "./message.js";
import { dessiner } from "./qr.js";

/** The part of the page that sends; `dire(words)` says what was done. Returns `montrer(places, lien)`, a promise of a code. */
export function envoyeur(boite, { titre, qr, dire }) {
  const part = (nom) => boite.querySelector(`[data-${nom}]`);
  const [parSms, parMail, copier, partager, voirCode, apercu, adresse, code, sansLien] = ["sms", "mail", "copier", "partager", "voir-code", "apercu", "adresse", "code", "sans-lien"].map(part);
  let [lien, texte] = ["", ""];

  copier.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(lien);
      dire(_("Adresse copiée."));
    } catch {
      getSelection().selectAllChildren(adresse); // no clipboard from a folder, or where it is refused
      dire(_("L'adresse est choisie : copiez-la avec votre appareil."));
    }
  });
  partager.hidden = !navigator.share;
  partager.addEventListener("click", () => navigator.share({ title: titre, text: texte }).catch(() => {}));
  voirCode.addEventListener("click", async () => {
    const ouvert = voirCode.getAttribute("aria-expanded") === "true";
    voirCode.setAttribute("aria-expanded", String(!ouvert));
    code.hidden = ouvert;
    if (!ouvert && !(await tracer())) dire(_("Le code n'a pas pu se charger. Réessayez."));
  });

  /** The code of the link, in its place; nothing where it cannot be had. */
  async function tracer() {
    const voulu = lien;
    if (!voulu) return null;
    try {
      const rangees = (await programme(qr, "carteQR"))(voulu);
      if (voulu !== lien) return null;
      const dessin = dessiner(rangees);
      remplir(code, dessin, creer("p", { className: "note", textContent: _("Photographiez ce code avec l'autre téléphone : il ouvre la même liste.") }));
      return dessin;
    } catch {
      return null;
    }
  }

  return function montrer(places, nouveau) {
    lien = nouveau;
    texte = message(places.map((faits) => ({ nom: texteDe(faits.nom), contact: faits.contact ? texteDe(faits.contact) : "", adresses: faits.protege ? [] : faits.adresses })), lien);
    parSms.href = sms(texte);
    parMail.href = courriel(titre, texte);
    apercu.textContent = texte;
    adresse.textContent = lien;
    for (const element of [copier, voirCode, adresse]) element.hidden = !lien;
    sansLien.hidden = Boolean(lien);
    if (!lien) code.hidden = true;
    return tracer();
  };
}

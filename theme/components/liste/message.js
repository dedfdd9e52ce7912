// What is sent: each place in a few lines that an old phone shows, then where the list is opened.

import { _ } from "../../scripts/lib/mots.js";

/** The text for places [{ nom, contact, adresses }]; `lien` may be empty. */
export function message(places, lien) {
  const lignes = places.map(({ nom, contact, adresses }, rang) => {
    const suite = [contact, adresses.join(" / ")].filter(Boolean).join(" · ");
    return [`${rang + 1}. ${nom}`, suite].filter(Boolean).join("\n");
  });
  return [...lignes, _("Téléphonez avant de venir : les heures changent."), lien && [_("La liste, à jour :"), lien].join("\n")].filter(Boolean).join("\n\n");
}

/** An address that opens a message on any phone: both iOS and Android read `?&body=`. */
export const sms = (texte) => `sms:?&body=${encodeURIComponent(texte)}`;

/** An address that opens a mail; its lines end as mails' do (RFC 6068). */
export const courriel = (objet, texte) => `mailto:?subject=${encodeURIComponent(objet)}&body=${encodeURIComponent(texte.replace(/\n/g, "\r\n"))}`;

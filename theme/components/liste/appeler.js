// A list to call in turn, for who looks for a place on behalf of somebody: a number, a tick and a note a line. Ticks and
// notes live as long as the page is open; they are neither kept nor sent, and the page says so.

import { creer } from "../../scripts/lib/creer.js";
import { _ } from "../../scripts/lib/mots.js";
import { contactDe, nomDe } from "./faits.js";

/** A line for a place; it is made once, so that what was ticked and noted stays when the order changes. */
export function ligneAppel(id, faits) {
  const [li, qui, joindre, suivi] = ["li", "div", "p", "div"].map((nom) => creer(nom));
  const nom = creer("b", { className: "appel__nom", id: `appel-${id}` });
  nom.append(...nomDe(faits));
  joindre.className = "appel__joindre";
  joindre.append(contactDe(faits), " ");
  if (faits.contact && faits.pourQui) joindre.append(faits.pourQui.cloneNode(true));
  qui.append(nom, faits.etat.cloneNode(true), joindre);
  const fait = creer("input", { type: "checkbox", id: `appele-${id}` });
  const note = creer("input", { type: "text", id: `note-${id}`, autocomplete: "off", maxLength: 200 });
  for (const champ of [fait, note]) champ.setAttribute("aria-describedby", `${nom.id} rien-garde`);
  fait.addEventListener("change", () => li.classList.toggle("appel--fait", fait.checked));
  suivi.className = "appel__suivi";
  suivi.append(ranger("champ--case", creer("label", { htmlFor: fait.id, textContent: _("appelé") }), fait), ranger("", creer("label", { htmlFor: note.id, textContent: _("Note") }), note));
  li.className = "appel";
  li.append(qui, suivi);
  return li;
}

function ranger(classe, ...elements) {
  const p = creer("p", { className: `champ ${classe}`.trim() });
  p.append(...elements);
  return p;
}

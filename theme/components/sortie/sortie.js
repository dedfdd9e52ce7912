// Quick exit (after GOV.UK's "exit this page"): the link works without this; the script adds Shift three times, hides
// the page at once, and keeps it out of the Back button's way. It cannot clean the history, and the page says so.

import { _ } from "../../scripts/lib/mots.js";

const APPUIS = 3;
const DELAI = 5000;

/** Make every way out of the page quick. */
export function sorties() {
  const lien = document.querySelector(".sortie[data-sortie]"); // the bar, not the skip link before it
  if (!lien) return;
  const annonce = document.createElement("p");
  annonce.className = "invisible";
  annonce.setAttribute("role", "status");
  lien.after(annonce);
  const points = document.createElement("span");
  points.className = "sortie__appuis";
  points.setAttribute("aria-hidden", "true");
  points.innerHTML = "<i></i>".repeat(APPUIS);
  lien.append(points);

  let appuis = 0;
  let fin;
  const recommencer = () => {
    clearTimeout(fin);
    appuis = 0;
    points.className = "sortie__appuis";
    annonce.textContent = "";
  };
  const partir = (evenement) => {
    if (evenement) evenement.preventDefault();
    document.documentElement.classList.add("cachee");
    annonce.textContent = _("La page se ferme.");
    location.replace(lien.href);
  };

  for (const sortie of document.querySelectorAll("a[data-sortie]")) sortie.addEventListener("click", partir);
  addEventListener("keydown", ({ key }) => key !== "Shift" && recommencer()); // Shift and a letter is a capital
  addEventListener("keyup", ({ key }) => {
    if (key !== "Shift" || !lien.isConnected) return; // a search may have taken the bar away
    if (!appuis) fin = setTimeout(recommencer, DELAI);
    appuis += 1;
    points.className = `sortie__appuis sortie__appuis--${appuis}`;
    if (appuis >= APPUIS) return partir();
    annonce.textContent =
      appuis === 1 ? _("Majuscule, appuyez encore 2 fois pour quitter.") : _("Majuscule, appuyez encore 1 fois pour quitter.");
  });
  // A page shown again from the browser's memory must not stay hidden, nor remember half an exit.
  addEventListener("pageshow", (evenement) => {
    document.documentElement.classList.remove("cachee");
    if (evenement.persisted) recommencer();
  });
}

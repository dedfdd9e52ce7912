// From the home page to the search page: the words go behind the # of its address, which no browser sends.

/** Give the page its way to the search. */
export function chercher() {
  const formulaire = document.querySelector("[data-chercher]");
  if (!formulaire) return;
  formulaire.hidden = false;
  formulaire.addEventListener("submit", (evenement) => {
    evenement.preventDefault();
    const q = formulaire.querySelector("input").value.trim();
    location.href = formulaire.dataset.chercher + (q && `#${new URLSearchParams({ q })}`);
  });
}

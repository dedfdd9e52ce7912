// What the map of the Region may be narrowed to: families of needs, and what is open. Choices stand behind the #.

/**
 * Of places ([{ famille, ouvert, points }]), those of some families, open where that is asked; and what each choice would
 * leave on the map: { gardes, comptes: { familles: { id: n }, ouverts, inconnus } }, `inconnus` those whose hours nobody
 * knows.
 */
export function garder(lieux, { familles, ouvert }) {
  const comptes = { familles: {}, ouverts: 0, inconnus: 0 };
  const gardes = lieux.filter((lieu) => {
    const voulu = !familles.length || familles.includes(lieu.famille);
    const assez = !ouvert || lieu.ouvert === "oui";
    if (!lieu.points.length) return voulu && assez;
    if (assez) comptes.familles[lieu.famille] = (comptes.familles[lieu.famille] || 0) + 1;
    if (voulu && lieu.ouvert === "oui") comptes.ouverts += 1;
    if (voulu && lieu.ouvert === "inconnu") comptes.inconnus += 1;
    return voulu && assez;
  });
  return { gardes, comptes };
}

/** The choices of an address, null where it holds none but the name of a part of the page. */
export function lireChoix(ancre) {
  if (ancre.length > 1 && !ancre.includes("=")) return null;
  const dits = new URLSearchParams(ancre.slice(1));
  return { familles: (dits.get("famille") || "").split(",").filter(Boolean), ouvert: dits.has("ouvert") };
}

/** The address of choices, from its #. */
export function ecrireChoix({ familles, ouvert }) {
  const dits = new URLSearchParams([...(familles.length ? [["famille", familles.join(",")]] : []), ...(ouvert ? [["ouvert", "1"]] : [])]);
  return String(dits) && `#${dits}`;
}

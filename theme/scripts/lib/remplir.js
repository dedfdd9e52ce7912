/** Put some nodes in an element, in the place of what it held; `replaceChildren` is younger than many phones. */
export function remplir(element, ...noeuds) {
  element.textContent = "";
  element.append(...noeuds);
}

/** Have what is pointed at, or has the focus, in a list be marked on the map: each element tells its place in data-fiche. */
export function pointer(elements, carte) {
  for (const element of elements)
    for (const [signe, cle] of [["pointerenter", element.dataset.fiche], ["focusin", element.dataset.fiche], ["pointerleave", ""], ["focusout", ""]])
      element.addEventListener(signe, () => carte.designer(cle));
}

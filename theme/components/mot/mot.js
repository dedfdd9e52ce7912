// Escape hides the definitions that show; the next word that is pointed at or focused shows its own again.

/** Let Escape hide definitions. */
export function bulles() {
  const page = document.documentElement;
  addEventListener("keydown", (e) => {
    if (e.key === "Escape") page.dataset.bulles = "tues";
  });
  for (const quand of ["focusin", "mouseout"]) addEventListener(quand, () => delete page.dataset.bulles);
}

// Long work, cut where it says so: no key waits for the whole of it.

const TRANCHE = 20; // milliseconds, of which a key may have to wait one

/** Do a work (a generator) in slices between which the page answers keys, and return what it returns. */
export async function parTranches(travail) {
  for (;;) {
    const fin = performance.now() + TRANCHE;
    do {
      const { done, value } = travail.next();
      if (done) return value;
    } while (performance.now() < fin);
    await new Promise((suite) => setTimeout(suite));
  }
}

/** Do it all at once. */
export function dUneTraite(travail) {
  for (;;) {
    const { done, value } = travail.next();
    if (done) return value;
  }
}

const TOUT_PUBLIC = "tout-public";
const INCERTAINS = ["public", "acces", "langue", "gratuit", "pmr"];
/* What a record may leave unsaid: silence is no refusal, so such a record may be kept, and is counted when it is not. */

/** Whether ids answer a choice: oui, non, or inconnu where nothing is said, or "everybody" of one public. */
export function repond(ids, cle, voulu) {
  if (!voulu || ids.includes(voulu)) return "oui";
  if (cle === "public" && ids.includes(TOUT_PUBLIC)) return "inconnu";
  return ids.length || !INCERTAINS.includes(cle) ? "non" : "inconnu";
}

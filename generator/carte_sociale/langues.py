"""Languages of the pages, in the order in which a missing text falls back: apart, since everybody needs them."""

LANGUES_DU_SITE = ("fr", "nl", "en")

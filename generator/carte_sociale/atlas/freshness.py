"""How long a fact may be trusted: the thresholds of the map, written once.

Pages print dates, and the rule in words that are true on any day, so that two builds of the same records are the same
bytes. The thresholds are the rules of the map for its readers' safety: one wrong
opening hour and somebody does not come back.
"""

from datetime import date

from carte_sociale.model.fiche import Fiche
from carte_sociale.model.service import Horaire

DISPONIBILITE_JOURS = 60
"""After these days an availability is unknown."""
VERIFICATION_TELEPHONER_MOIS = 6
"""After these months: "téléphonez avant de venir"."""
VERIFICATION_ANCIENNE_MOIS = 12
"""After these months: "non vérifié depuis…"."""
NOUVEAUTE_JOURS = 90
"""After these days a dated fact is no longer news."""
HORAIRE_SOURCE_MOIS = 18
"""Hours that nobody verified, and whose source is older, never say "open"."""


def verification_due(verified: date) -> date:
    """Return the last day before "téléphonez avant de venir"."""
    from dateutil.relativedelta import relativedelta

    return verified + relativedelta(months=VERIFICATION_TELEPHONER_MOIS)


def hours_trusted_until(fiche: Fiche, horaire: Horaire) -> date | None:
    """Return the last day on which these hours may say "open"; None for never, `date.max` where the law keeps them.

    A source dated to the month or the year counts from its first day. A verification never shortens what the source
    alone would give.
    """
    from dateutil.relativedelta import relativedelta

    if horaire.toujours_selon_la_loi:
        return date.max
    limits = []
    if fiche.verification:
        limits.append(fiche.verification.date + relativedelta(months=VERIFICATION_ANCIENNE_MOIS))
    if horaire.date_source:
        limits.append(horaire.date_source.au_plus_tot + relativedelta(months=HORAIRE_SOURCE_MOIS))
    return max(limits, default=None)

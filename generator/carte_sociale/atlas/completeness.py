"""What a reader may expect of a record and does not find. It labels a stub; it never ranks (`domain.md`, rule 5)."""

from carte_sociale.model.fiche import Fiche


def missing_parts(fiche: Fiche) -> tuple[str, ...]:
    """Return the ids of what is missing, in the order in which a reader looks for it; empty for a whole record."""
    services = fiche.services
    contacts = [contact for contact in (fiche.contacts, *(s.contacts for s in services)) if contact]
    reachable = any(c.telephones or c.courriels or c.site for c in contacts)
    located = any(lieu.adresse and lieu.adresse.rue for lieu in fiche.lieux)
    checks = {
        "services": bool(services),
        "joindre": reachable or located,
        "horaires": any(s.horaires for s in services),
        "acces": any(s.acces for s in services),
        "langues": any(s.langues for s in services) or bool(fiche.lieu_de_liens and fiche.lieu_de_liens.langues),
    }
    return tuple(part for part, there in checks.items() if not there)


def is_stub(fiche: Fiche) -> bool:
    """Return whether the record is labelled incomplete: nothing on what is offered, or on how and when to get it."""
    missing = missing_parts(fiche)
    return "services" in missing or "joindre" in missing or ("horaires" in missing and "acces" in missing)

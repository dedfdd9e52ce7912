"""Telephone numbers, Belgian unless they begin with `+`."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from carte_sociale.model.fields import REMEMBERED, refusal


@dataclass(frozen=True, slots=True)
class NumeroTelephone:
    """A telephone number: `ecrit` as people read it, `appel` as a phone dials it (E.164, or the short number)."""

    ecrit: str
    appel: str

    def __reduce__(self) -> tuple[type["NumeroTelephone"], tuple[str, str]]:
        """Be kept by its parts, as all that is kept by the ten thousand."""
        return NumeroTelephone, (self.ecrit, self.appel)


def _phone(value: Any) -> Any:
    if isinstance(value, NumeroTelephone):
        return value
    if not isinstance(value, str):
        raise refusal("attendu-texte")
    return _written_phone(value)


@lru_cache(maxsize=REMEMBERED)
def _written_phone(value: str) -> NumeroTelephone:
    import phonenumbers

    written = value.strip()
    if not _DIALLED.fullmatch(written):
        raise refusal("telephone-invalide", valeur=value)
    try:
        parsed = phonenumbers.parse(written.replace("\u202f", " "), "BE")  # the one space it does not know
    except phonenumbers.NumberParseException:
        raise refusal("telephone-invalide", valeur=value) from None
    if phonenumbers.is_valid_number(parsed):
        return NumeroTelephone(written, phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164))
    digits = re.sub(r"[^0-9]", "", written)
    short = digits in NUMEROS_COURTS or phonenumbers.is_valid_short_number_for_region(parsed, "BE")
    if short and not written.startswith("+"):
        return NumeroTelephone(written, digits)
    raise refusal("telephone-invalide", valeur=value)


_DIALLED = re.compile(r"\+?[0-9( ][0-9 \u00a0\u202f()./\u2013-]*")
"""Digits and what people put between them: phonenumbers also reads letters, extensions, `tel:` and other digits."""


NUMEROS_COURTS = frozenset({"106", "1712", "1733", "1813"})
"""Belgian numbers of general interest that the metadata of phonenumbers may not hold (BIPT's numbering plan)."""

Telephone = Annotated[NumeroTelephone, BeforeValidator(_phone), WithJsonSchema({"type": ["string", "integer"]})]

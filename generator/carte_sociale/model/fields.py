"""Fields shared by the models: each turns the string of a YAML scalar into a value.

A refusal is a `PydanticCustomError` whose type is the code of a problem (see `problems.py`) and whose context
fills its message; nothing here knows how a problem is shown.
"""

import math
import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from typing import Annotated, Any, NamedTuple, Protocol

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainValidator,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from carte_sociale.langues import LANGUES_DU_SITE as LANGUES_DU_SITE

REMEMBERED = 4096
"""Dates and numbers whose reading is remembered: records of one place, or read again, share theirs."""


class Modele(BaseModel):
    """Base of every part of a record: immutable, and a key it does not know is an error."""

    # Deferred: the parts of a record are built with the record alone, which an unchanged one never needs.
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)


class Referentiel(Protocol):
    """What a field needs to know of the vocabularies and the territory (given as pydantic context)."""

    def ids(self, vocabulaire: str) -> frozenset[str]:
        """Return the ids of a vocabulary, or of `communes`."""
        ...


def refusal(code: str, **context: Any) -> PydanticCustomError:
    """Return the error that a validator raises: `code` names the message, `context` fills it."""
    return PydanticCustomError(code, code, context)


# --- words of a vocabulary ------------------------------------------------------------------------------------------

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _slug(value: str) -> str:
    if not _SLUG.fullmatch(value):
        raise refusal("identifiant-invalide", valeur=value)
    return value


Slug = Annotated[str, AfterValidator(_slug), WithJsonSchema({"type": "string", "pattern": f"^{_SLUG.pattern}$"})]


@dataclass(frozen=True, slots=True)
class OneOf:
    """Mark of a field that holds one id of a vocabulary (or of `communes`), checked against the pydantic context."""

    vocabulaire: str

    def _check(self, value: str, info: ValidationInfo) -> str:
        referentiel: Referentiel | None = info.context
        if referentiel is not None and value not in referentiel.ids(self.vocabulaire):
            raise refusal("valeur-hors-vocabulaire", valeur=value, vocabulaire=self.vocabulaire)
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(schema), "x-vocabulaire": self.vocabulaire}


# --- yes and no -----------------------------------------------------------------------------------------------------

_YES_NO = {"oui": True, "non": False, "true": True, "false": False, "ja": True, "nee": False, "yes": True, "no": False}


def _yes_no(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    answer = _YES_NO.get(value.strip().lower()) if isinstance(value, str) else None
    if answer is None:
        raise refusal("oui-non-attendu", valeur=str(value))
    return answer


OuiNon = Annotated[bool, BeforeValidator(_yes_no), WithJsonSchema({"enum": ["oui", "non", True, False]})]
"""True, False; an absent field is None and means that nobody said."""


# --- dates ----------------------------------------------------------------------------------------------------------

_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_ANNEES = range(1800, 2200)
"""Years that a fact of a record can carry; another one is a slip, and nothing can be added to the year 9999."""


@dataclass(frozen=True, slots=True)
class DatePartielle:
    """A date as precise as its source: a year, a month or a day."""

    annee: int
    mois: int | None = None
    jour: int | None = None

    @property
    def au_plus_tot(self) -> date:
        """First day that it may mean."""
        return date(self.annee, 1 if self.mois is None else self.mois, 1 if self.jour is None else self.jour)

    @property
    def au_plus_tard(self) -> date:
        """Last day that it may mean."""
        if self.jour is not None:
            return self.au_plus_tot
        month = self.mois or 12
        return date(self.annee, month, monthrange(self.annee, month)[1])

    @property
    def iso(self) -> str:
        """`AAAA`, `AAAA-MM` or `AAAA-MM-JJ`."""
        return "-".join(f"{part:02d}" for part in (self.annee, self.mois, self.jour) if part is not None)


def _partial_date(value: Any) -> Any:
    if isinstance(value, DatePartielle):
        return value
    if not isinstance(value, str):
        raise refusal("date-invalide", valeur=str(value))
    return _written_date(value)


@lru_cache(maxsize=REMEMBERED)
def _written_date(value: str) -> DatePartielle:
    match = _PARTIAL.fullmatch(value.strip())
    if match is None:
        raise refusal("date-invalide", valeur=value)
    parsed = DatePartielle(*(int(part) if part else None for part in match.groups()))  # type: ignore[arg-type]
    try:
        known = parsed.au_plus_tot.year in _ANNEES
    except ValueError:
        known = False
    if not known:
        raise refusal("date-invalide", valeur=value)
    return parsed


def _full_date(value: Any) -> Any:
    if isinstance(value, date):
        return value
    parsed = _partial_date(value)
    if parsed.jour is None:
        raise refusal("date-incomplete", valeur=str(value))
    return parsed.au_plus_tot


DateSource = Annotated[
    DatePartielle,
    BeforeValidator(_partial_date),
    WithJsonSchema({"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}),
]
Jour = Annotated[
    date, BeforeValidator(_full_date), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})
]


# --- hours of one day -----------------------------------------------------------------------------------------------

_SPAN = re.compile(r"([01]?[0-9]|2[0-3])[:hHuU]([0-5][0-9])?\s*[-–]\s*([01]?[0-9]|2[0-3])[:hHuU]([0-5][0-9])?")


class Plage(NamedTuple):
    """A stretch of one day, Brussels time."""

    debut: time
    fin: time


def _span(value: Any) -> Any:
    if isinstance(value, Plage):
        return value
    match = _SPAN.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        raise refusal("heures-invalides", valeur=str(value))
    first, first_minutes, last, last_minutes = (int(part or 0) for part in match.groups())
    span = Plage(time(first, first_minutes), time(last, last_minutes))
    if span.fin <= span.debut:
        raise refusal("heures-invalides", valeur=str(value))
    return span


Heures = Annotated[Plage, PlainValidator(_span), WithJsonSchema({"type": "string", "pattern": _SPAN.pattern})]


# --- ways to reach somebody -----------------------------------------------------------------------------------------


_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_HOST = rf"(?:{_LABEL}\.)+(?:[A-Za-z]{{2,63}}|xn--[A-Za-z0-9-]{{0,58}}[A-Za-z0-9])"
"""A name of the DNS in ASCII: one with accents is written as `xn--…`, since letters of two scripts may look alike."""
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_MAIL = re.compile(rf"(?=[^@]{{1,64}}@){_ATOM}(?:\.{_ATOM})*@{_HOST}")
_URL = re.compile(rf"[Hh][Tt][Tt][Pp][Ss]?://{_HOST}(?::[0-9]{{1,5}})?(?:[/?#][^\s<>\"\\]*)?")
"""No user name before the host: `https://a.be@b.com` leads to b.com."""


def _matching(pattern: re.Pattern[str], code: str, limit: int) -> Callable[[str], str]:
    def check(value: str) -> str:
        if len(value) > limit or not pattern.fullmatch(value):
            raise refusal(code, valeur=value)
        return value

    return check


Courriel = Annotated[str, AfterValidator(_matching(_MAIL, "courriel-invalide", 254))]
AdresseWeb = Annotated[str, AfterValidator(_matching(_URL, "adresse-web-invalide", 2000))]


def is_web_address(value: str) -> bool:
    """Return whether a text is a whole address that begins with `http://` or `https://`."""
    return _URL.fullmatch(value) is not None


def _declared_by(value: str) -> str:
    """A page, or the id of a record."""
    return value if _SLUG.fullmatch(value) else _matching(_URL, "adresse-web-invalide", 2000)(value)


DeclarePar = Annotated[str, AfterValidator(_declared_by)]


def _company_number(value: str) -> str:
    """Check a number of the Banque-Carrefour des Entreprises (its check digits are those of the VAT number)."""
    from stdnum.be import vat

    if not vat.is_valid(value):
        raise refusal("numero-entreprise-invalide", valeur=value)
    return str(vat.compact(value))


NumeroEntreprise = Annotated[str, AfterValidator(_company_number), WithJsonSchema({"type": ["string", "integer"]})]
NumeroOuLettres = Annotated[str, WithJsonSchema({"type": ["string", "integer"]})]
"""The number of a house or of a box: `12` without quotation marks is a number to an editor, and text to us."""

# --- numbers --------------------------------------------------------------------------------------------------------


_DECIMAL = re.compile(r"[+-]?[0-9]{1,3}(?:\.[0-9]{1,20})?")
_COUNT = re.compile(r"[0-9]{1,9}")


def _degrees(value: Any) -> float:
    """Return a plain decimal number; `float` alone also reads `nan`, `1e3`, `1_0` and the digits of other scripts."""
    if isinstance(value, str) and _DECIMAL.fullmatch(value.strip()):
        return float(value)
    if isinstance(value, float) and math.isfinite(value):
        return value
    raise refusal("coordonnee-invalide", valeur=str(value))


def _count(value: Any) -> int:
    if isinstance(value, str) and _COUNT.fullmatch(value.strip()):
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise refusal("attendu-nombre", valeur=str(value))


Degres = Annotated[float, BeforeValidator(_degrees), WithJsonSchema({"type": "number"})]
"""Degrees WGS 84."""
Nombre = Annotated[int, BeforeValidator(_count), WithJsonSchema({"type": "integer", "minimum": 0})]
"""A whole number, none of which is below zero here: steps, the code of a quartier."""


def _postcode(value: str) -> str:
    if not re.fullmatch(r"[1-9][0-9]{3}", value):
        raise refusal("code-postal-invalide", valeur=value)
    return value


CodePostal = Annotated[str, AfterValidator(_postcode), WithJsonSchema({"type": ["string", "integer"]})]

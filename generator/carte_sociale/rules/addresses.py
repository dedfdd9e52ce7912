"""Does a text give away where a place is: a street, a postcode, a commune, coordinates, a link to a map?

Made for records whose address must stay secret, so it errs on the side of finding too much: a false alarm costs a
volunteer a sentence, a miss may cost somebody's safety.
"""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from urllib.parse import unquote

from carte_sociale.atlas.streets import StreetIndex, street_key

_TYPES_FR = (
    r"rues?|avenues?|av\.|boulevards?|bld?\.?|bd\.?|bvd\.?|chauss[ée]es?|ch[ée]e?\.|places?|pl\.|squares?|quais?|"
    r"all[ée]es?|clos|impasses?|dr[èe]ves?|ruelles?|venelles?|galeries?|passages?|parvis|cit[ée]s?|sentiers?|montagne"
)
_LINKS = r"(?:(?:de|du|des|la|le|les|aux?|van|der|den|de\s+la)\s+|d['’]|l['’])*"
_STREETS = (
    re.compile(rf"\b(?i:{_TYPES_FR})\s+{_LINKS}[A-ZÀ-Ý][\w.'’-]+"),
    re.compile(rf"\b\d{{1,4}}\s?(?:bis|ter|[a-zA-Z])?\s*,?\s+(?:{_TYPES_FR})\s+\w", re.IGNORECASE),
    re.compile(
        rf"(?<!la )(?<!de )(?<!en )(?<!sur )\b(?:{_TYPES_FR})\s+[^\d\n.;:,()]{{2,40}},?\s+"
        r"\d{1,4}(?:bis|ter)?\b(?!\s*(?:h|ans|jours|mois|%|€))",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b\w{3,}(?:straat|laan|steenweg|plein|kaai|dreef|lei|gang)\b\s*,?\s*(?:nr\.?\s*)?\d{1,4}\b", re.IGNORECASE
    ),
    re.compile(r"\b[A-ZÀ-Ý][\w-]{2,}(?:straat|laan|steenweg|kaai|dreef|plein)\b"),
    re.compile(r"\b\d{1,4}\s+[A-Z][\w'-]+\s+(?:street|road|avenue|lane|square)\b", re.IGNORECASE),
)
_COORDINATES = re.compile(r"\b50[.,][6-9]\d{2,}|\b4[.,][234]\d{2,}|\b50\s*°|\b8[67]C\d[23456789CFGHJMPQRVWX]{2,}\+")
_MAPS = re.compile(
    r"(?:google\.\w+(?:\.\w+)?/maps|maps\.google|goo\.gl/maps|maps\.app\.goo\.gl|openstreetmap\.org|osm\.org|"
    r"maps\.apple|waze\.com|what3words|w3w\.co|bing\.com/maps|here\.com|mappy\.|geo:)",
    re.IGNORECASE,
)
_HINTS = re.compile(
    r"\b(?:gares?|m[ée]tro|parvis|[ée]glise|basilique|cath[ée]drale|mosqu[ée]e)\b|"
    r"(?<!de )(?<!par )(?<![\w-])quartiers?\b|"
    r"\bpr[èe]s\s+(?:de|du|des|d['’])(?!\s*\d)|\b[àa]\s+(?:deux|quelques)\s+pas\b|\bderri[èe]re\s+(?:la|le|l['’])|"
    r"\b(?:en\s+)?face\s+(?:de\s+la|du|de\s+l['’]|au|[àa]\s+l['’])|\b(?:sur|pr[èe]s\s+de|derri[èe]re)\s+la\s+place\b|"
    r"\barr[êe]t\s+(?:de\s+)?(?:tram|bus)\b|"
    r"\b(?:wijk|buurt|plein|kerk|station|tramhalte|bushalte|moskee)\b|\b(?:dicht|vlak)\s?bij\b|\bachter\s+(?:de|het)\b|"
    r"\btegenover\b|"
    r"\b(?:near|next\s+to|close\s+to|behind|opposite)\s+the\b|\b(?:church|underground|subway|neighbourhood)\b",
    re.IGNORECASE,
)
"""Words that hint at a place without naming its street."""

_ORDINARY = frozenset(
    {
        "avenue", "boulevard", "centre", "centrum", "chasse", "chaussée", "cimetière", "conscience",
        "domaine", "duchesse", "français", "frans", "georges", "globe", "goede", "grand", "grote", "haut",
        "henri", "hertogin", "historique", "historisch", "hospitaal", "hôpital", "hôtel", "industrie",
        "jacht", "kerkhof", "longue", "maritime", "markt", "martyrs", "monnaies", "nord", "noord",
        "observatoire", "ouest", "parc", "place", "porte", "poort", "quartier", "royal", "squares",
        "station", "steenweg", "trois", "université", "vieux", "villas", "vrede",
        "altitude", "chant", "constellations", "domein", "européen", "forestier", "forêt", "hoogte", "koninklijk",
        "linden", "lucht", "vétérinaire",
    }
)  # fmt: skip
"""Words of names of quartiers that any text may hold."""

_LONGEST_STREET = 7
"""Words of the longest name of a street that is looked up."""

_NOT_SECRET = frozenset({"bruxelles", "brussel", "brussels"})
"""The commune's name is the Region's too."""


_WAY = re.compile(r"https?://[^/\s?#\"']*([/?#][^\s\"'<>]*)?", re.IGNORECASE)
"""An address of the web; its path and what follows, where words stand without spaces or capitals."""
_JOINED = re.compile(r"(?<![\w-])[^\W_]+(?:[-_]+[^\W_]+){2,}")
"""Words tied by hyphens or underscores: an id, a key, the name of a file."""
_NUMBERED = re.compile(
    rf"\b(?:{_TYPES_FR})\s+(?:[^\W\d]+\s+){{1,5}}?(?!(?:19|20)\d\d\b)\d{{1,4}}(?:bis|ter|[a-z])?\b(?!\s*(?:h|ans|jours))",
    re.IGNORECASE,
)


def gives_away(text: str, streets: StreetIndex, postcodes: Collection[str], communes: Collection[str]) -> bool:
    """Return whether a text gives a place away; `communes` are names as they are written, in every language."""
    text = re.sub(r"\s{2,}", " ", text)
    plain = unquote(text)
    if _COORDINATES.search(plain) or _MAPS.search(plain):
        return True
    ways = " ".join(_apart(unquote(way)) for way in _WAY.findall(text))
    words = unquote(_WAY.sub(" ", text))
    if any(pattern.search(words) for pattern in _STREETS) or _names(words, communes) or _in_a_way(ways, communes):
        return True
    joined = [ways, *(_apart(name) for name in _JOINED.findall(words))]
    if any(_NUMBERED.search(name) for name in joined):
        return True
    return any(_has_postcode(part, postcodes) or _known_street(part, streets) for part in (words, ways))


def _apart(joined: str) -> str:
    return re.sub(r"[\W_]+", " ", joined)


_spelt = lru_cache(maxsize=256)(street_key)
"""Names of communes as streets are compared; a text a thousand times as long as a record's asks for them each time."""


def _in_a_way(ways: str, communes: Collection[str]) -> bool:
    """Whether an address of the web goes through a commune; its host may be that of a commune, which helps there."""
    if not ways:
        return False
    spelt = f" {street_key(ways)} "
    return any(f" {_spelt(name)} " in spelt for name in communes if name.casefold() not in _NOT_SECRET)


def hints_at(text: str, quartiers: frozenset[str]) -> bool:
    """Return whether a text hints at a place: a station, a church, "near to", a quartier by its name."""
    return _HINTS.search(text) is not None or not quartiers.isdisjoint(re.findall(r"[\w'’-]+", text))


def quartier_words(names: Iterable[str]) -> frozenset[str]:
    """Return the words that tell a quartier, of names of quartiers as they are written."""
    words = (word for name in names for word in name.split())
    return frozenset(
        word for word in words if len(word) > 4 and word[0].isupper() and word.lower() not in _ORDINARY | _NOT_SECRET
    )


def _has_postcode(text: str, postcodes: Collection[str]) -> bool:
    return any(number in postcodes for number in re.findall(r"(?<![\d/+.])\d{4}(?![\d/])", text))


def _names(text: str, communes: Collection[str]) -> bool:
    """Whole words, as written: the verb "jette" and the wood "forest" are not communes."""
    return _any_of(frozenset(communes)).search(text) is not None


@lru_cache(maxsize=8)
def _any_of(communes: frozenset[str]) -> re.Pattern[str]:
    """One pattern for all of them: some files have ten thousand lines to look at."""
    names = sorted((re.escape(name) for name in communes if name.casefold() not in _NOT_SECRET), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(names)})(?![\w-])")


def _known_street(text: str, streets: StreetIndex) -> bool:
    """Whether some words in a row are the name of a street of two words at least (one word may mean anything)."""
    words = street_key(text).split()
    return any(
        streets.known(words[start:end])
        for start in range(len(words))
        if streets.begins(words[start])
        for end in range(start + 2, min(start + _LONGEST_STREET, len(words)) + 1)
    )

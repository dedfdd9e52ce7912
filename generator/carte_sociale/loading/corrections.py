"""What somebody most likely meant by a value that its field refused: the corrected value, ready to copy.

Only plain slips are mended (a date in Belgian order, a comma in a number, an address without `https://`); anything
else gives no correction, and the message shows a general example instead.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from itertools import filterfalse

MOIS = {
    "janvier": 1, "januari": 1, "fevrier": 2, "februari": 2, "mars": 3, "maart": 3, "avril": 4, "april": 4,
    "mai": 5, "mei": 5, "juin": 6, "juni": 6, "juillet": 7, "juli": 7, "aout": 8, "augustus": 8,
    "septembre": 9, "september": 9, "octobre": 10, "oktober": 10, "novembre": 11, "november": 11,
    "decembre": 12, "december": 12,
}  # fmt: skip

_DAY_FIRST = re.compile(r"(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})\s*[/. -]\s*(\d{1,2})(?:\s*[/. -]\s*(\d{1,2}))?")
_WORDS = re.compile(r"(?:(\d{1,2})(?:er)?\s+)?([a-z]+)\s+(\d{4})")
_MONTH_YEAR = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{4})")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#][^\s<>\"]*)?", re.IGNORECASE)
_SEVERAL = re.compile(r"\s*(?:/{1}\s|\bou\b|\bet\b|\bof\b|\ben\b|,|;|\(| - )\s*")


def correction(code: str, value: str) -> str:
    """Return the corrected value for a refusal, empty where none is safe to offer."""
    mend = _MENDERS.get(code)
    return mend(value.strip()) if mend and len(value) <= 200 else ""


def slug(value: str) -> str:
    """Return a text as an identifier: lower case without accents, hyphens between words; empty if nothing is left."""
    plain = unaccented(value.casefold().replace("œ", "oe").replace("æ", "ae"))
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def unaccented(value: str) -> str:
    """Return a text without its accents."""
    if value.isascii():
        return value
    return "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", value)))


def _date(value: str) -> str:
    plain = unaccented(value.lower())
    if match := _DAY_FIRST.fullmatch(plain):
        return _iso(match[3], match[2], match[1])
    if match := _YEAR_FIRST.fullmatch(plain):
        return _iso(match[1], match[2], match[3])
    if match := _MONTH_YEAR.fullmatch(plain):
        return _iso(match[2], match[1], None)
    if (match := _WORDS.fullmatch(plain)) and match[2] in MOIS:
        return _iso(match[3], str(MOIS[match[2]]), match[1])
    return ""


def _iso(year: str, month: str, day: str | None) -> str:
    try:
        parsed = date(int(year), int(month), int(day or 1))
    except ValueError:
        return ""
    return parsed.isoformat() if day else parsed.isoformat()[:7]


def _mail(value: str) -> str:
    plain = re.sub(r"\s*[\[(](?:at|@|arobase)[\])]\s*", "@", value, flags=re.IGNORECASE)
    plain = re.sub(r"\s*[\[(](?:dot|point)[\])]\s*", ".", plain, flags=re.IGNORECASE)
    plain = re.sub(r"\s*([@.])\s*", r"\1", plain.removeprefix("mailto:")).strip(" <>;,.")
    found = _MAIL.findall(plain)
    return found[0] if len(found) == 1 else ""


def _web(value: str) -> str:
    plain = re.sub(r"\s+", "", value).strip("<>;,")
    plain = re.sub(r"^(?:https?|htpps?|htttps?|ttps?)?(?::/{0,3}|/{2})", "", plain, flags=re.IGNORECASE)
    return f"https://{plain}" if _HOST.fullmatch(plain) else ""


def _encrypted(value: str) -> str:
    return f"https://{value[len('http://') :]}"


def _from_the_root(value: str) -> str:
    return value.lstrip("/") if re.fullmatch(r"/[\w./-]+\.pmtiles", value, re.ASCII) else ""


def _phone(value: str) -> str:
    """The first number, where several numbers or a comment stand in one value."""
    first = _SEVERAL.split(value, maxsplit=1)[0]
    digits = re.sub(r"\D", "", first)
    return first if first != value and 8 <= len(digits) <= 10 and re.fullmatch(r"\+?[\d\s./-]+", first) else ""


def _postcode(value: str) -> str:
    found = re.findall(r"(?<!\d)[1-9]\d{3}(?!\d)", value)
    return found[0] if len(found) == 1 else ""


def _degrees(value: str) -> str:
    plain = re.sub(r"[°\s]|[NE]$", "", value).replace(",", ".")
    return plain if re.fullmatch(r"-?\d{1,3}\.\d+", plain, re.ASCII) else ""


_HOUR = r"([01]?\d|2[0-3])\s*(?:[:.hu]\s*([0-5]\d)?)?"
_HOURS = re.compile(rf"(?:\D*?[^\d.:]|){_HOUR}\s*(?:-|–|à|a|tot|to|until)\s*{_HOUR}\s*(?:uur|heures?)?")


def _span(value: str) -> str:
    """The two hours of one day, the earlier one first."""
    if not (match := _HOURS.fullmatch(value.lower())):
        return ""
    first, last = (f"{int(h):02d}:{m or '00'}" for h, m in ((match[1], match[2]), (match[3], match[4])))
    return "" if first == last else f"{min(first, last)}-{max(first, last)}"


_MENDERS: Mapping[str, Callable[[str], str]] = {
    "date-invalide": _date,
    "courriel-invalide": _mail,
    "adresse-web-invalide": _web,
    "telephone-invalide": _phone,
    "code-postal-invalide": _postcode,
    "coordonnee-invalide": _degrees,
    "heures-invalides": _span,
    "identifiant-invalide": slug,
    "tuiles-sans-chiffrement": _encrypted,
    "pmtiles-chemin": _from_the_root,
}


def looks_like_a_date(value: str) -> bool:
    """Return whether a value has the form of a date, in some order, so that only its day or month may be wrong."""
    plain = unaccented(value.strip().lower())
    forms = (_DAY_FIRST, _YEAR_FIRST, _MONTH_YEAR)
    word = _WORDS.fullmatch(plain)
    return any(form.fullmatch(plain) for form in forms) or bool(word and word[2] in MOIS)


_LETTERS = str.maketrans("OoIl", "0011")


def letter_for_digit(value: str) -> tuple[str, str]:
    """Return the letter that stands for a digit in a phone number, and the number mended; ("", "") for any other."""
    mended = value.strip().translate(_LETTERS)
    letter = next((a for a, b in zip(value.strip(), mended, strict=True) if a != b), "")
    fits = re.fullmatch(r"\+?[\d\s./()-]+", mended) and not digits_wanted(mended)
    return (letter, mended) if letter and fits and 8 <= len(re.sub(r"\D", "", mended)) <= 11 else ("", "")


def digits_wanted(value: str) -> str:
    """Return how many digits a Belgian number that begins like this one has, where it has another count of them."""
    digits = re.sub(r"\D", "", value)
    if not re.fullmatch(r"0[\d\s./()-]+", value.strip()) or digits.startswith("00") or not 5 <= len(digits) <= 14:
        return ""
    wanted = "10" if digits.startswith("04") else "8–9" if digits.startswith(("0800", "0900")) else "9"
    counts = {8, 9} if wanted == "8–9" else {int(wanted)}
    return "" if len(digits) in counts else wanted


ITEMS: Mapping[str, str] = {"sources": "url", "telephones": "numero", "courriels": "adresse", "horaires": "quand"}
"""Lists of blocks that people write as plain values, and the key that such a value belongs to."""


def item_line(key: str, value: str) -> str:
    """Return `telephones: [{numero: "02 …"}]` for a value written without its list; empty for another key."""
    return f"{key}: [{{{ITEMS[key]}: {quoted(value)}}}]" if key in ITEMS and value and "\n" not in value else ""


_ADDRESS = re.compile(
    r"(?P<rue>[^\d,]{4,60}?)[ ,]+(?P<numero>\d{1,4}\s?[A-Za-z]?)"
    r"(?:[ ,]+(?:b(?:oî|oi)?te|bus|box)\.?\s*(?P<boite>\w{1,5}))?"
    r"[ ,–-]+(?:B-)?(?P<code_postal>\d{4})[ ,]+(?P<commune>[^\d,]{3,40})"
)
_DUTCH_STREET = re.compile(r"(?:straat|laan|plein|weg|lei|kaai|dreef|markt)$", re.IGNORECASE)


def one_line_address(value: str) -> dict[str, str]:
    """Return the parts of an address on one line (`Rue X 1, 1050 Ixelles`); empty for any other form."""
    match = _ADDRESS.fullmatch(value.strip())
    return {key: part.strip() for key, part in match.groupdict().items() if part} if match else {}


def address_line(key: str, parts: Mapping[str, str], commune: str) -> str:
    """Return the line that says these parts of an address (`one_line_address`), in the slug of a commune."""
    langue = "nl" if _DUTCH_STREET.search(parts["rue"]) else "fr"
    others = [f"{name}: {quoted(parts[name])}" for name in ("numero", "boite", "code_postal") if name in parts]
    words = [f"rue: {{{langue}: {quoted(parts['rue'])}}}", *others, f"commune: {commune}"]
    return f"{key}: {{{', '.join(words)}}}"


def quoted(value: str) -> str:
    """Return a text between straight double quotation marks, as YAML reads it."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def line_with_quotes(line: str) -> str:
    """Return a line `key: text: more` with its text between quotation marks; empty for a line of another form."""
    match = re.fullmatch(r"(\s*(?:- )?[a-z_]+:\s+)([^\s\"'\[{|>#&*!].*: .*|[^\s\"'\[{|>#&*!].*:)", line.rstrip())
    return match[1].strip() + " " + quoted(match[2]) if match and len(line) <= 200 else ""


def line_requoted(line: str) -> str:
    """Return a line whose text has quotation marks inside its own, between marks that hold; empty in another form."""
    match = re.fullmatch(r"\s*((?:- )?[a-z_]+:\s+)(['\"])(.*)\2", line.rstrip())
    return match[1] + quoted(match[3].replace("''", "'")) if match and len(line) <= 200 else ""


def bracketed(key: str, value: str, spelt: Callable[[str], str]) -> str:
    """Return `key: [a, b]` for words written without brackets, each one as `spelt` gives it; empty for other texts."""
    parts = [part.strip() for part in re.split(r"[,;/]", value)]
    plain = value and all(re.fullmatch(r"[\w -]+", part) for part in parts)
    return f"{key}: [{', '.join(dict.fromkeys(spelt(part) for part in parts))}]" if plain else ""


def one_line_hours(value: object) -> str:
    """Return hours that were given day by day, in a block or a list, as one quoted text; empty for anything else."""
    if isinstance(value, dict) and not {"quand", "texte", "canal"} & set(value):
        days = [f"{day} {hours}" if isinstance(hours, str) else "" for day, hours in value.items()]
    elif isinstance(value, list):
        days = [hours if isinstance(hours, str) else "" for hours in value]
    else:
        return ""
    written = "; ".join(day.strip() for day in days)
    return quoted(written) if days and all(days) and len(written) <= 300 and written.isprintable() else ""

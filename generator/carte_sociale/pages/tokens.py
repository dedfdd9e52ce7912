"""The design tokens as the style guide shows them, read from their style sheet: nothing is written twice."""

import re
from dataclasses import dataclass

_COLOUR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_LENGTH = re.compile(r"[0-9.]+(?:rem|px)")
_DARK = re.compile(r"@media[^{]*prefers-color-scheme:\s*dark[^{]*\{")
_DECLARATION = re.compile(r"--([a-z0-9-]+):\s*([^;]+);")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Couleur:
    """A colour in both schemes, and its contrast (1 to 21) with what it stands on, or with the text on it."""

    nom: str
    clair: str
    sombre: str
    avec: str
    contraste_clair: float
    contraste_sombre: float


@dataclass(frozen=True, slots=True)
class Jetons:
    """Every token: colours, lengths (rem or px) by name, and the others (fonts, shadows) as they are written."""

    couleurs: tuple[Couleur, ...]
    longueurs: tuple[tuple[str, str], ...]
    autres: tuple[tuple[str, str], ...]


def read_tokens(css: str) -> Jetons:
    """Return the tokens of a style sheet whose dark scheme stands in `@media (prefers-color-scheme: dark)`."""
    css = _COMMENT.sub("", css)
    cut = _DARK.search(css)
    light = dict(_DECLARATION.findall(css[: cut.start()] if cut else css))
    dark = light | dict(_DECLARATION.findall(_block(css, cut.end()) if cut else ""))
    colours = {name: value for name, value in light.items() if _COLOUR.fullmatch(value)}
    lengths = tuple((name, value) for name, value in light.items() if _LENGTH.fullmatch(value))
    others = tuple(
        (name, value) for name, value in light.items() if name not in colours and (name, value) not in lengths
    )
    return Jetons(tuple(_colour(name, light, dark) for name in colours), lengths, others)


def _block(css: str, start: int) -> str:
    """What stands between the brace before `start` and the one that closes it."""
    depth = 1
    for place in range(start, len(css)):
        depth += {"{": 1, "}": -1}.get(css[place], 0)
        if not depth:
            return css[start:place]
    return css[start:]


def _colour(name: str, light: dict[str, str], dark: dict[str, str]) -> Couleur:
    beside = _beside(name, light)
    ratios = (contrast(scheme[name], scheme[beside]) for scheme in (light, dark))
    return Couleur(name, light[name], dark[name], beside, *ratios)


def _beside(name: str, tokens: dict[str, str]) -> str:
    """What a colour must be told from: text from the page, a ground from the text it carries."""
    if name == "fond" or name.startswith("fond-"):
        return "texte"
    if name.startswith("sur-") and name.removeprefix("sur-") in tokens:
        return name.removeprefix("sur-")
    if name.endswith("-fond"):
        own = name.removesuffix("-fond")
        return own if own in tokens else "texte"
    return "fond"


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (`#rrggbb` or `#rgb`) as WCAG 2 defines it, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (_linear(int(digits[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)

"""Style sheets, scripts and pictures of the site, each named after its content: a browser may keep them for good."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import orjson
from babel.messages.extract import extract_from_dir

from carte_sociale import routes
from carte_sociale.atlas import freshness
from carte_sociale.atlas.coverage import DETOUR
from carte_sociale.horaires import Feries
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.rendering.bundles import Bundles, bundles
from carte_sociale.rendering.i18n import translations

RUES = "rues.js"
"""The reader of a deployer's streets: the largest script, which a site without them has no use for."""


@dataclass(frozen=True, slots=True)
class Assets:
    """What the pages of one language link to: addresses of the site, by name (`feuilles["carte"]`)."""

    feuilles: Mapping[str, str]
    scripts: Mapping[str, str]


def gather_assets(theme: Path, feries: Feries, rues: bool = False) -> tuple[dict[str, Assets], dict[str, bytes]]:
    """Return the assets by language, and the files to write. ThemeIllisible where a source is broken.

    `rues` says whether the site has a file of streets (`fond_de_carte.pmtiles` of editeur.yml).
    """
    made = {name: content for name, content in bundles(theme).items() if rues or name != RUES}
    files = {routes.RESSOURCES + picture.name: picture.read_bytes() for picture in (theme / "assets").glob("*.svg")}
    sheets = _named(made, ".css", files)
    words = _script_words(theme)
    by_language: dict[str, Assets] = {}
    for langue in LANGUES_DU_SITE:
        worded = {
            name: _worded(theme, langue, feries, source, words) for name, source in made.items() if name.endswith(".js")
        }
        by_language[langue] = Assets(sheets, _named(worded, ".js", files, f"-{langue}"))
    return by_language, dict(sorted(files.items()))


def _named(made: Bundles, suffix: str, files: dict[str, bytes], mark: str = "") -> dict[str, str]:
    """Give each bundle of a kind its address, add it to `files`, and return addresses by name."""
    addresses = {}
    for name, content in made.items():
        if name.endswith(suffix):
            stem = name.removesuffix(suffix)
            address = f"{routes.RESSOURCES}{stem}{mark}-{sha256(content).hexdigest()[:10]}{suffix}"
            addresses[stem], files[address] = address, content
    return addresses


def _worded(theme: Path, langue: str, feries: Feries, source: bytes, texts: Sequence[str]) -> bytes:
    """Return a script in a language, with what it knows: public holidays, thresholds, and the words that it says.

    A sentence is put in the place of the French one where it is said as such, `_("…")`: it then stands once in the
    script, not three times. Short words, which may be something else there, are looked up (French ones are the keys).
    """
    gettext = translations(theme, langue).gettext
    code = source.decode().replace("\\xA0", "\xa0")
    words = {text: said for text in texts if text in code and (said := gettext(text)) != text}
    for text, said in words.items():
        if " " in text:
            for after in ",)":
                code = code.replace(f"({_literal(text)}{after}", f"({_literal(said)}{after}")
    words = {text: said for text, said in words.items() if _literal(text) in code}
    names = {id_: name[langue] for id_, name in feries.noms.items()}
    holidays = {day.isoformat(): id_ for day, id_ in sorted(feries.jours.items())}
    limits = {
        "telephoner_mois": freshness.VERIFICATION_TELEPHONER_MOIS,
        "ancienne_mois": freshness.VERIFICATION_ANCIENNE_MOIS,
        "disponibilite_jours": freshness.DISPONIBILITE_JOURS,
        "detour": DETOUR,
    }
    known = {"langue": langue, "mots": words, "feries": holidays, "noms": names, "seuils": limits}
    return b"(()=>{const CARTE=" + orjson.dumps(known).replace(b"<", b"\\u003c") + f";\n{code}}})();\n".encode()


def _literal(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _script_words(theme: Path) -> tuple[str, ...]:
    """The words that scripts say, in French, as their sources hold them."""
    found = {text for _, _, text, _, _ in extract_from_dir(str(theme), method_map=[("**.js", "javascript")])}
    return tuple(sorted(text for text in found if isinstance(text, str)))

"""Style sheets: one file for the whole site, its name made of its content."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from carte_sociale import routes


@dataclass(frozen=True, slots=True)
class Assets:
    """What pages link to (`style` is an address of the site) and the files to write."""

    style: str
    fichiers: dict[str, bytes]


def gather_assets(theme: Path) -> Assets:
    """Return the style sheet of the theme: `assets/*.css` in the order of their names, then each component's."""
    parts = sorted((theme / "assets").glob("*.css")) + sorted((theme / "components").glob("*/*.css"))
    css = "\n".join(part.read_text(encoding="utf-8").strip() for part in parts).encode()
    style = f"{routes.RESSOURCES}carte-{sha256(css).hexdigest()[:10]}.css"
    files = {style: css}
    for picture in sorted((theme / "assets").glob("*.svg")):
        files[routes.RESSOURCES + picture.name] = picture.read_bytes()
    return Assets(style, files)

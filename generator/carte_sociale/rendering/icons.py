"""Icons of Material's set, inlined: no font, no request."""

import importlib.util
import re
from functools import cache
from pathlib import Path

from markupsafe import Markup

_PATHS = re.compile(r"<svg[^>]*viewBox=\"([^\"]+)\"[^>]*>(.*?)</svg>", re.DOTALL)


@cache
def icon(name: str) -> Markup:
    """Return `material/home-heart` as an SVG that readers do not hear. FileNotFoundError where the set has it not."""
    match = _PATHS.search((_folder() / f"{name}.svg").read_text(encoding="utf-8"))
    if match is None:
        raise FileNotFoundError(name)
    box, content = match.groups()
    head = f'<svg class="icone" viewBox="{box}" width="24" height="24" aria-hidden="true" focusable="false">'
    return Markup(f"{head}{content}</svg>")


@cache
def _folder() -> Path:
    spec = importlib.util.find_spec("material")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("mkdocs-material")
    return Path(next(iter(spec.submodule_search_locations))) / "templates" / ".icons"

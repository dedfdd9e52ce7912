"""A page before it is rendered: its address, its template and what the template shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Page:
    """One file of the site. `sorte` is what `data-page` says; `langue` is empty where a page has no language.

    `gabarit` is a template below `theme/`; `signalee` gives the reasons for a quick exit; `jsonld` is written into
    the page as structured data; a page that is not `indexee` stays out of the sitemap; `exemples` are the ids of
    what is invented, whose pages stand below the style guide.
    """

    adresse: str
    langue: str
    sorte: str
    gabarit: str
    contexte: Mapping[str, Any] = field(default_factory=dict)
    signalee: tuple[str, ...] = ()
    jsonld: Mapping[str, Any] | None = None
    indexee: bool = True
    exemples: frozenset[str] = frozenset()

"""What the page of a record says, as data: the front matter that other generators build the same page from.

Headings, paragraphs, lists, facts, weeks of hours and links, each a value of its own; no tag is left. What stands
around `<main>` is not the record's: `Page.entete` and `Page.pied` go to templates, which the pages of a site share.
Read from our built page, so that the others say what ours says whatever our templates become.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from lxml import html

TUS = frozenset({"script", "style", "template", "svg", "noscript"})
"""Elements whose text nobody reads."""
BLOCS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "details", "div", "dl", "dt",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "section",
        "summary", "table", "tbody", "td", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
"""Elements that no word runs through."""
_PLAIN = re.compile(r"[A-Za-zÀ-ÿ(](?:(?!: | #|\n).)*[\w.)!?]")
"""A scalar that YAML reads as a text without quotation marks."""
_NOT_A_TEXT = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})


@dataclass(frozen=True, slots=True)
class Page:
    """A page as data; `entete` and `pied` are the HTML before and after `<main>`."""

    donnees: dict[str, Any]
    entete: str
    pied: str


def read_page(path: Path) -> Page:
    """Return what a built page of ours says."""
    root = html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot()
    body, main = root.find("body"), root.find("body/main")
    rank = body.index(main)
    before, after = (
        "".join(html.tostring(child, encoding="unicode") for child in part) for part in (body[:rank], body[rank + 1 :])
    )
    data = {
        "title": root.findtext("head/title"),
        "description": root.xpath("string(head/meta[@name='description']/@content)"),
        "entete": _key(before),
        "pied": _key(after),
        "sections": list(_sections(main)),
    }
    return Page(data, before, after)


def words(element: html.HtmlElement) -> list[str]:
    """Return the words of an element as they are read, in their order."""
    return "".join(text for text, _ in _runs(element)).split()


def as_yaml(value: Any, indent: str = "") -> str:
    """Return a block of YAML as somebody would write it: short pairs on one line, few quotation marks."""
    if isinstance(value, dict):
        pairs = ((f"{indent}{key}:", inner) for key, inner in value.items())
        return "".join(
            f"{head} {_scalar(inner)}\n" if _is_short(inner) else f"{head}\n{as_yaml(inner, indent + '  ')}"
            for head, inner in pairs
        )
    return "".join(
        f"{indent}- {_scalar(inner) if _is_short(inner) else as_yaml(inner, indent + '  ').strip()}\n"
        for inner in value
    )


def _is_short(value: Any) -> bool:
    return not isinstance(value, (dict, list, tuple)) or (
        isinstance(value, tuple) and all(isinstance(inner, str) for inner in value)
    )


def _scalar(value: Any, reserved: str = "") -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(_scalar(inner, '[]{},') for inner in value)}]"
    plain = isinstance(value, int) or (
        _PLAIN.fullmatch(value) and value.lower() not in _NOT_A_TEXT and not any(sign in value for sign in reserved)
    )
    return str(value) if plain else json.dumps(value, ensure_ascii=False)


def _key(around: str) -> str:
    """Return a name for what stands around a page: where the same words do, one template serves."""
    found = words(html.fragment_fromstring(around, create_parent="body"))
    return "v" + sha256(" ".join(found).encode()).hexdigest()[:8]


def _sections(main: html.HtmlElement) -> Iterator[dict[str, Any]]:
    """Parts of a page: `titre`, `niveau` of the heading (1 to 6), `blocs` up to the next one."""
    section: dict[str, Any] = {}
    for block in _blocks(main):
        if "niveau" not in block:
            section.setdefault("blocs", []).append(block)
            continue
        if section:
            yield section
        section = block
    yield section


def _blocks(element: html.HtmlElement) -> Iterator[dict[str, Any]]:
    for child in element:
        tag = child.tag
        if not _is_read(child):
            continue
        if re.fullmatch("h[1-6]", tag):
            yield {"niveau": int(tag[1]), "titre": _plain(child)}
        elif tag in ("ul", "ol"):
            if items := [_text(item) for item in child.iter("li")]:
                yield {"liste": items}
        elif tag == "dl":
            yield {"faits": [(_plain(term), _text(term.getnext())) for term in child.iter("dt")]}
        elif tag == "table":
            yield {
                "legende": _plain(child.find("caption")),
                "semaine": [tuple(map(_plain, row)) for row in child.iter("tr")],
            }
        elif any(inner.tag in BLOCS and inner.tag != "br" for inner in child.iterdescendants()):
            yield from _blocks(child)
        elif text := _text(child):
            yield {"texte": text} if isinstance(text, str) else {"morceaux": text}


def _plain(element: html.HtmlElement) -> str:
    return " ".join(words(element))


def _text(element: html.HtmlElement) -> str | list[str | tuple[str, str]]:
    """A text; where something in it leads elsewhere, its pieces: a text, or a text and its address."""
    runs: list[tuple[str, str]] = []
    for text, link in _runs(element):
        start = runs.pop()[0] if runs and runs[-1][1] == link else ""
        runs.append((re.sub(r"\s+", " ", start + text), link))
    if not any(link for _, link in runs):
        return _plain(element)
    first, last = (0, len(runs)) if runs[0][0].strip() else (1, len(runs))
    return [(text, link) if link else text for text, link in runs[first : last if runs[-1][0].strip() else last - 1]]


def _runs(element: html.HtmlElement, link: str = "") -> Iterator[tuple[str, str]]:
    """Pieces of the text below an element in their order, each with the address that it leads to, if any."""
    link = element.get("href") or link
    yield element.text or "", link
    for child in element:
        if _is_read(child):
            space = " " if child.tag in BLOCS else ""
            yield space, link
            yield from _runs(child, link)
            yield space, link
        yield child.tail or "", link


def _is_read(element: html.HtmlElement) -> bool:
    return isinstance(element.tag, str) and element.tag not in TUS and element.get("hidden") is None

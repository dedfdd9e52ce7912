"""Texts: the languages that are missing, and what a reader or a page cannot bear."""

import re
from collections.abc import Iterator

from carte_sociale.loading.records import FicheLue
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.problems import Problem
from carte_sociale.rules.context import Contexte, TexteLu, strings, textes_de
from carte_sociale.rules.glance import Apercu, glance, only_where

LANGUES_ATTENDUES = {"fr": "manque-fr", "nl": "manque-nl"}
"""Languages in which every record should be read, and what is said where it cannot."""

LONGUEUR_RESUME, LONGUEUR_TEXTE = 400, 1500
"""Characters: a summary is read in a list of results; nobody reads more than a page on a phone."""

LONGUEUR_IDENTIQUE = 60
"""Characters from which the same words in two languages are no longer a name."""
_IDENTIQUE_ECRIT = LONGUEUR_IDENTIQUE // 3
"""Fewest characters of the same text as it is written: case apart, one may count for three."""

_HTML = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>|<!--|&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,6});")
_MARKDOWN = re.compile(r"\*\*[^*\n]+\*\*|__[^_\n]+__|\[[^\]\n]+\]\((?:https?:|mailto:|www\.)[^)\n]*\)|`[^`\n]+`")
_CUT = re.compile(rf"\s*(?:- +)?(?:{'|'.join(LANGUES_DU_SITE)}): +(?![\"'|>&*!{{\[#]).*?\s(#\S.*)")
"""A text without quotation marks that a sign stuck to its word cuts; a comment has a space after its sign."""
_MAJUSCULES_MIN = 15
_BROKEN_ACCENT = re.compile(r"(?:Ã[\u00a0-\u00bf €‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[^\s\w]?|Â[\u00a0-\u00bf])")
"""What UTF-8 looks like where a program took it for Windows-1252 and saved it again: `Ã©` for `é`, `â€™` for `’`."""


def has_broken_accents(text: str) -> bool:
    """Return whether a text carries accents that were saved twice: nothing else of it can be judged."""
    return bool(_BROKEN_ACCENT.search(text))


@only_where(lambda seen: any(sign in seen.ecrit for sign in ("Ã", "Â", "â€")))
def no_broken_accents(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """No text carries accents that were saved twice (`Ã©`); said once a file."""
    found = ((path, text) for path, text in strings(lue.document.donnees) if has_broken_accents(text))
    for path, text in list(found)[:1]:
        words = [word for word in text.split() if has_broken_accents(word)] or [_BROKEN_ACCENT.findall(text)[0]]
        word, mended = next(((word, good) for word in words if (good := _mended(word))), (words[0], ""))
        yield lue.document.probleme("accents-abimes", path, valeur=word, proche="" if lue.document.sensible else mended)


def _mended(word: str) -> str:
    """Return a word with its accents as they were, empty where that cannot be told."""
    try:
        return word.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""


def both_languages(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """The summary is there in French and in Dutch; one warning for each missing language, and for the name with it.

    A name in one language alone is no fault: many organisations have one name only, and nobody should invent another.
    """
    if lue.ebauche is None or not isinstance(lue.document.donnees, dict):
        return
    blocks = {key: lue.document.donnees.get(key) for key in ("nom", "resume")}
    for langue, code in LANGUES_ATTENDUES.items():
        missing = [
            key
            for key, value in blocks.items()
            if isinstance(value, dict) and not value.get(langue) and any(value.get(other) for other in LANGUES_DU_SITE)
        ]
        if "resume" in missing:
            yield lue.document.probleme(code, (missing[0],), sur_cle=True, attendus=", ".join(missing))


def translation_exists(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """A language whose translation awaits a reader has a text at least."""
    for index, langue in enumerate(lue.ebauche.traductions_a_relire if lue.ebauche else ()):
        if not any(isinstance(text := bloc.get(langue), str) and text.strip() for bloc in glance(lue).blocs):
            yield lue.document.probleme("traduction-sans-texte", ("traductions_a_relire", index), valeur=langue)


@only_where(lambda seen: "<" in seen.ensemble or "&" in seen.ensemble)
def no_html(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """A text is plain: marks of a web page would show as they are."""
    for text in textes_de(lue):
        if match := _HTML.search(text.texte):
            yield lue.document.probleme("html-dans-texte", text.chemin, valeur=match[0][:40])


@only_where(lambda seen: any(sign in seen.ensemble for sign in ("**", "__", "](", "`")))
def no_markdown(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """A text is plain: the stars, brackets and underscores that GitHub reads would show as they are."""
    for text in textes_de(lue):
        if match := _MARKDOWN.search(text.texte):
            yield lue.document.probleme("markdown-dans-texte", text.chemin, valeur=match[0][:40])


def not_cut_by_a_sign(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """No `#` cuts a text in silence: what follows it is a comment, which nobody sees."""
    for number, line in enumerate(lue.document.lignes, start=1):
        if "#" in line and lue.document.donnees is not None and (match := _CUT.fullmatch(line[:500])):
            yield lue.document.a("texte-coupe", number, match.start(1) + 1, valeur=match[1][:40])


def _may_be_too_long(seen: Apercu) -> bool:
    resume = seen.document.donnees and seen.document.donnees.get("resume")
    summaries = resume.values() if isinstance(resume, dict) else ()
    return any(len(text) > LONGUEUR_TEXTE for text in seen.textes) or any(len(t) > LONGUEUR_RESUME for t in summaries)


@only_where(_may_be_too_long)
def not_too_long(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """A summary holds in 400 characters, another text in 1,500."""
    for text in textes_de(lue):
        limit = LONGUEUR_RESUME if text.bloc == ("resume",) else LONGUEUR_TEXTE
        if len(text.texte) > limit:
            yield lue.document.probleme("texte-trop-long", text.chemin, limite=limit, longueur=len(text.texte))


@only_where(lambda seen: any(map(str.isupper, seen.textes)))
def not_in_capitals(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """A text is not all in capitals: they are hard to read, and screen readers spell them."""
    for text in textes_de(lue):
        letters = [c for c in text.texte if c.isalpha()]
        if len(letters) >= _MAJUSCULES_MIN and " " in text.texte.strip() and text.texte.isupper():
            yield lue.document.probleme("texte-en-majuscules", text.chemin, valeur=text.texte[:80])


def _may_repeat(seen: Apercu) -> bool:
    """Whether two languages of a text begin with the same two words."""
    for bloc in seen.blocs:
        if len(bloc) == 1:
            continue
        texts = [text for langue in LANGUES_DU_SITE if len(text := bloc.get(langue, "")) >= _IDENTIQUE_ECRIT]
        starts = {" ".join(text.split(None, 2)[:2]).casefold() for text in texts if isinstance(text, str)}
        if len(starts) < len(texts):
            return True
    return False


@only_where(_may_repeat)
def languages_differ(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """A long text is not the same in two languages: one of them was not translated."""
    seen: dict[tuple[object, ...], TexteLu] = {}
    for text in textes_de(lue):
        words = " ".join(text.texte.split()).casefold()
        if len(words) < LONGUEUR_IDENTIQUE:
            continue
        first = seen.setdefault((text.bloc, words), text)
        if first is not text:
            yield lue.document.probleme("texte-identique", text.chemin, langue=text.langue, autre=first.langue)


REGLES_FICHE = (
    no_broken_accents,
    both_languages,
    translation_exists,
    no_html,
    no_markdown,
    not_cut_by_a_sign,
    not_too_long,
    not_in_capitals,
    languages_differ,
)

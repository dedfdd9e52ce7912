"""The tokens of the style guide, and the contrast of the site's own colours in both schemes (line 16)."""

import pytest

from carte_sociale.pages.tokens import contrast, read_tokens
from carte_sociale.rendering.guide import JETONS
from carte_sociale.rendering.places import theme_folder

CSS = """/* --commentaire: #000000; */
:root { color-scheme: light dark; --fond: #ffffff; --texte: #000; --alerte: #a01c1c; --alerte-fond: #fdeeee; }
:root { --e1: 0.25rem; --pile: system-ui, sans-serif; }
@media screen and (prefers-color-scheme: dark) { :root { --fond: #000000; --texte: #fff; } }
@media (prefers-contrast: more) { :root { --fond: #777777; } }
"""
TEXTES = ("texte", "texte-doux", "accent", "lien", "lien-visite", "alerte", "prudence")
AA = 4.5


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#fff", "#ffffff", 1), ("#767676", "#ffffff", 4.54), ("#ffffff", "#0000ff", 8.59)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


def test_tokens_are_sorted_by_what_they_are() -> None:
    tokens = read_tokens(CSS)
    assert [(c.nom, c.clair, c.sombre, c.avec) for c in tokens.couleurs] == [
        ("fond", "#ffffff", "#000000", "texte"),
        ("texte", "#000", "#fff", "fond"),
        ("alerte", "#a01c1c", "#a01c1c", "fond"),
        ("alerte-fond", "#fdeeee", "#fdeeee", "alerte"),
    ]
    assert tokens.longueurs == (("e1", "0.25rem"),)
    assert tokens.autres == (("pile", "system-ui, sans-serif"),)
    assert tokens.couleurs[0].contraste_clair == tokens.couleurs[0].contraste_sombre == pytest.approx(21)


def test_colours_of_text_can_be_read_in_both_schemes() -> None:
    colours = {c.nom: c for c in read_tokens((theme_folder() / JETONS).read_text(encoding="utf-8")).couleurs}
    assert set(TEXTES) <= set(colours)
    for colour in colours.values():
        if colour.nom in TEXTES or "fond" in colour.nom:
            assert min(colour.contraste_clair, colour.contraste_sombre) >= AA, colour

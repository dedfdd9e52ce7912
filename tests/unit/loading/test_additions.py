"""A tie added to a record: nothing else of the file changes, whatever its layout; where that is not sure, refused."""

import pytest

from carte_sociale.loading.additions import Inajoutable, with_relation

TIE = {"type": "partenaire", "vers": "voisin"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("nom: a\nsources: []\n", "nom: a\n\nrelations:\n  - type: partenaire\n    vers: voisin\n\nsources: []\n"),
        ("nom: a\n", "nom: a\n\nrelations:\n  - type: partenaire\n    vers: voisin\n"),
        (
            "relations:  # nos liens\n  - type: porte\n    vers: b\n\n# la suite\nsources: []\n",
            "relations:  # nos liens\n  - type: porte\n    vers: b\n  - type: partenaire\n    vers: voisin\n\n"
            "# la suite\nsources: []\n",
        ),
        (
            "relations:\n- {type: porte, vers: b}\nsources: []\n",
            "relations:\n- {type: porte, vers: b}\n- type: partenaire\n  vers: voisin\nsources: []\n",
        ),
        (
            "nom: a\r\nrelations:\r\n    - type: porte\r\n      vers: b\r\n",
            "nom: a\r\nrelations:\r\n    - type: porte\r\n      vers: b\r\n"
            "    - type: partenaire\r\n      vers: voisin\r\n",
        ),
        (
            "nom: a\n\n# vu ainsi\ndoutes: []\n",
            "nom: a\n\nrelations:\n  - type: partenaire\n    vers: voisin\n\n# vu ainsi\ndoutes: []\n",
        ),
    ],
)
def test_the_rest_stays_as_it_was(before: str, after: str) -> None:
    content, lines = with_relation(before.encode(), TIE)
    assert content.decode() == after
    assert lines == "relations:\n  - type: partenaire\n    vers: voisin"


@pytest.mark.parametrize(
    "text", ["relations: [{type: porte, vers: b}]\n", "relations: []\n", "- a\n", "relations: {\n"]
)
def test_a_layout_that_is_not_sure_is_refused(text: str) -> None:
    with pytest.raises(Inajoutable) as refused:
        with_relation(text.encode(), TIE)
    assert "vers: voisin" in str(refused.value)

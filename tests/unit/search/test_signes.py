"""The signs of cards, told once."""

from carte_sociale.search.signes import Signes

HORLOGE, LIEU = ('<svg class="icone">\n<path d="M1"/></svg>', '<svg class="icone"><path d="M2"/></svg>')


def test_a_sign_is_kept_once_and_its_number_stands_for_it() -> None:
    signes = Signes()
    cartes = [f"<p>{HORLOGE}<b>9 h</b>{LIEU}</p>", f"<p>{LIEU}&lt;svg&gt;0&lt;/svg&gt;</p>", "<p></p>"]
    assert [signes.apart(carte) for carte in cartes] == [
        "<p><svg>0</svg><b>9 h</b><svg>1</svg></p>",
        "<p><svg>1</svg>&lt;svg&gt;0&lt;/svg&gt;</p>",
        "<p></p>",
    ]
    assert signes.connus == [HORLOGE, LIEU]

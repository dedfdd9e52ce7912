import pytest

LONG = "Cet endroit accueille toutes les personnes du quartier, le matin et le soir."


@pytest.mark.parametrize(
    ("nom", "resume", "expected"),
    [
        ("{fr: A, nl: B}", "{fr: a, nl: b}", []),
        ("{fr: A}", "{fr: a, nl: b}", []),  # a name in one language is no fault
        ("{nl: A}", "{nl: b}", ["manque-fr@1:1"]),
        ("{fr: A, nl: B}", "{fr: a}", ["manque-nl@3:1"]),
        ("{fr: A}", "{fr: a}", ["manque-nl@1:1"]),
        ("{en: A}", "{en: a}", ["manque-fr@1:1", "manque-nl@1:1"]),
        ("{en: A, fr: }", "{fr: a, nl: b}", ["champ-vide@1:14"]),
    ],
)
def test_both_languages(codes, nom, resume, expected):
    text = f"nom: {nom}\nnature: cpas\nresume: {resume}\nsources: [{{url: https://exemple.be}}]\n"
    assert codes(base=text) == expected


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ("traductions_a_relire: [nl]\n", []),
        ("traductions_a_relire: [nl, en]\n", ["traduction-sans-texte@5:28"]),
        ("traductions_a_relire: [nl, de]\n", ["valeur-hors-vocabulaire@5:28"]),
    ],
)
def test_translation_exists(codes, extra, expected):
    assert codes(extra) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ouvert à tous", []),
        ("3 < 4 et 5 > 2", []),
        ("Tom & Jerry; AT&T", []),
        ("<b>Ouvert</b>", ["html-dans-texte@6:30"]),
        ("Un **café** offert", ["markdown-dans-texte@6:30"]),
        ("Voir [ici](https://x.be)", ["markdown-dans-texte@6:30"]),
        ("__Attention__", ["markdown-dans-texte@6:30"]),
        ("Prix * 2, note [1] (voir page 3)", []),
        ("Tapez le #1", []),
        ("Ouvert<br/>le soir", ["html-dans-texte@6:30"]),
        ("<a href='https://x.be'>ici</a>", ["html-dans-texte@6:30"]),
        ("caf&eacute;", ["html-dans-texte@6:30"]),
        ("<!-- note -->", ["html-dans-texte@6:30"]),
        ("<script>alert(1)</script>", ["html-dans-texte@6:30"]),
        ("CENTRE OUVERT À TOUT LE MONDE", ["texte-en-majuscules@6:30"]),
        ("CPAS OCMW CSSI", []),
        ("x" * 1500, []),
        ("x" * 1501, ["texte-trop-long@6:30"]),
    ],
)
def test_one_text(codes, text, expected):
    found = codes(f'doutes:\n  - {{champ: nom, texte: {{fr: "{text}"}}}}\n')
    assert found == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("fr: Tapez le #1 puis attendez", ["texte-coupe@10:20"]),
        ('fr: "Tapez le #1"', []),
        ("fr: Tapez # à relire", []),
        ("fr: Tapez le n#1", []),
    ],
)
def test_a_text_cut_by_a_sign(codes, line, expected):
    assert codes(f"services:\n  - id: a\n    nom: {{fr: A}}\n    themes: []\n    demande:\n      {line}\n") == expected


def test_summary_is_short(codes, base):
    assert codes(base=base.replace("Un lieu ouvert à tous.", "x" * 400)) == []
    assert codes(base=base.replace("Un lieu ouvert à tous.", "x" * 401)) == ["texte-trop-long@3:14"]


@pytest.mark.parametrize(
    ("fr", "nl", "expected"),
    [
        (LONG, LONG, ["texte-identique@7:11"]),
        (LONG, LONG.upper().lower(), ["texte-identique@7:11"]),
        (LONG, "Deze plek ontvangt alle mensen van de wijk, 's morgens en 's avonds.", []),
        ("Foyer", "Foyer", []),
    ],
)
def test_languages_differ(codes, fr, nl, expected):
    assert codes(f'presentation:\n  texte: {{fr: "{fr}",\n      nl: "{nl}"}}\n') == expected

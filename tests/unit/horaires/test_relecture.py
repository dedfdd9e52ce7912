import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from carte_sociale.horaires import CodePiege, Compris, comprendre, pieges

SANS_PIEGE = [
    "Mo-Fr 09:00-12:00,13:00-17:00; PH off",
    "Mo-Fr 09:00-17:00; Fr 09:00-12:00",
    "Mo-Sa 08:00-20:00; Fr 08:00-21:00",
    "Mo-Su 22:00-06:00; PH off",
    "Mo-Fr 19:00-08:00, Sa,Su 00:00-24:00; PH 00:00-24:00",
    "Mo-Sa 10:00-02:00",
    "24/7",
    "24/7; PH off",
    "Sep-Jun Mo-Fr 08:00-17:00; Jul-Aug Mo-Fr 08:00-13:00",
    "Mo-Fr 09:00-17:00; Jul-Aug Mo-Fr 09:00-13:00; SH off; PH off",
    "We[3] 14:00-16:00; SH off",
    "Mo-Fr 09:00-12:00, We 14:00-16:00",
    "Mo-Th 10:00-01:00, Fr,Sa 10:00-02:00",
    "Mo-Fr 09:00-17:00; Fr unknown; PH off",
]
PIEGES = [
    ("PH off; Mo-Fr 09:00-17:00", CodePiege.ORDRE_FERIES, "PH off", "Mo-Fr 09:00-17:00; PH off"),
    ("SH off; Mo-Fr 09:00-17:00", CodePiege.ORDRE_VACANCES, "SH off", "Mo-Fr 09:00-17:00; SH off"),
    ("Mo-Fr 09:00-12:00; Mo 13:00-16:00", CodePiege.REGLE_ECRASEE, "Mo 13:00-16:00",
     "Mo-Fr 09:00-12:00, Mo 13:00-16:00"),
    ("Mo-Fr 09:00-17:00; Mo-Fr 10:00-12:00", CodePiege.REGLE_SANS_EFFET, "Mo-Fr 09:00-17:00", None),
    ("Mo-Fr 17:00-09:00", CodePiege.FIN_AVANT_DEBUT, "Mo-Fr 17:00-09:00", None),
    ("Mo-Fr 09:00-05:00", CodePiege.FIN_AVANT_DEBUT, "Mo-Fr 09:00-05:00", None),
    ("Mo off", CodePiege.N_OUVRE_RIEN, "Mo off", None),
    ("Mo unknown", CodePiege.N_OUVRE_RIEN, "Mo unknown", None),
    ("Mo-Fr 09:00-17:00; 24/7", CodePiege.JOUR_ET_NUIT, "24/7", None),
    ("24/7; Mo-Fr 09:00-17:00", CodePiege.JOUR_ET_NUIT, "24/7", None),
    ("Mo 22:00-26:00", CodePiege.AU_DELA_DE_24, "Mo 22:00-26:00", "Mo 22:00-02:00"),
    ("Mo-Fr 9:00-12:00", CodePiege.ECRITURE, "Mo-Fr 9:00-12:00", "Mo-Fr 09:00-12:00"),
    ("mo-fr 09:00-12:00", CodePiege.ECRITURE, "mo-fr 09:00-12:00", "Mo-Fr 09:00-12:00"),
    ("Mo-Th 10:00-01:00; Fr,Sa 10:00-02:00", CodePiege.NUIT_COUPEE, "Fr,Sa 10:00-02:00",
     "Mo-Th 10:00-01:00, Fr,Sa 10:00-02:00"),
    ("Mo-Fr 09:00-12:00,11:00-13:00", CodePiege.CHEVAUCHEMENT, "Mo-Fr 09:00-12:00,11:00-13:00", "Mo-Fr 09:00-13:00"),
    ("Mo-Fr 09:00-12:00, Mo 11:00-13:00", CodePiege.CHEVAUCHEMENT, "Mo 11:00-13:00", None),
    ("Sep-Jun Mo 10:00-12:00; Jun-Aug Mo 14:00-16:00", CodePiege.SAISONS, "Jun-Aug Mo 14:00-16:00", None),
    ("Xx 09:00-12:00", CodePiege.ILLISIBLE, "Xx", None),
    ("Mo-Fr 09:00-25:99", CodePiege.ILLISIBLE, "25:99", None),
    ("Mo-Fr", CodePiege.ILLISIBLE, "Mo-Fr", None),
    ("Mo-Fr 9h-12h", CodePiege.ILLISIBLE, "9h", "Mo-Fr 09:00-12:00"),
]  # fmt: skip


@pytest.mark.parametrize("osm", SANS_PIEGE)
def test_sans_piege(osm: str) -> None:
    assert pieges(osm) == ()


@pytest.mark.parametrize(("osm", "code", "partie", "suggestion"), PIEGES)
def test_piege(osm: str, code: CodePiege, partie: str, suggestion: str | None) -> None:
    trouves = {piege.code: piege for piege in pieges(osm)}
    assert code in trouves, trouves
    piege = trouves[code]
    assert (piege.partie, piege.suggestion) == (partie, suggestion)
    assert osm[piege.debut : piege.fin] == piege.partie


@pytest.mark.parametrize("osm", [ligne[3] for ligne in PIEGES if ligne[3] and ligne[1] is not CodePiege.ILLISIBLE])
def test_la_correction_n_a_plus_de_piege(osm: str) -> None:
    assert pieges(osm) == ()


MORCEAUX = st.sampled_from(
    [
        "Mo",
        "Mo-Fr",
        "PH",
        "SH",
        "off",
        "09:00-12:00",
        "22:00-06:00",
        "24/7",
        ";",
        ",",
        "Jul-Aug",
        "We[2]",
        "Dec 24",
        ":",
        "26:00",
    ]
)


@example(osm="24/7,24/7,24/7")
@given(st.one_of(st.text(max_size=40), st.lists(MORCEAUX, max_size=12).map(" ".join)))
def test_jamais_d_exception(osm: str) -> None:
    for piege in pieges(osm):
        assert osm[piege.debut : piege.fin] == piege.partie
        if piege.suggestion is not None:
            compris = comprendre(piege.suggestion)
            assert isinstance(compris, Compris)
            assert compris.osm == piege.suggestion

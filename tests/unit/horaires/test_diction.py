import pytest
from hypothesis import given
from hypothesis import strategies as st

from carte_sociale.horaires import dire, semaine_affichee


@pytest.mark.parametrize(
    ("osm", "fr", "nl", "en"),
    [
        ("Mo-Fr 09:00-12:00,13:00-17:00; PH off",
         ["lundi à vendredi : 9 h à 12 h et 13 h à 17 h", "fermé les jours fériés"],
         ["maandag tot en met vrijdag: 9 tot 12 uur en 13 tot 17 uur", "gesloten op feestdagen"],
         ["Monday to Friday: 9:00 to 12:00 and 13:00 to 17:00", "closed on public holidays"]),
        ("Mo,Th 08:30-24:00", ["lundi et jeudi : 8 h 30 à minuit"], ["maandag en donderdag: 8.30 tot middernacht"],
         ["Monday and Thursday: 8:30 to midnight"]),
        ("We[1,3] 14:00-16:00; SH off",
         ["1er et 3e mercredi du mois : 14 h à 16 h", "fermé pendant les vacances scolaires"],
         ["1e en 3e woensdag van de maand: 14 tot 16 uur", "gesloten tijdens de schoolvakanties"],
         ["1st and 3rd Wednesday of the month: 14:00 to 16:00", "closed during school holidays"]),
        ("24/7", ["jour et nuit, 7 jours sur 7"], ["dag en nacht, 7 dagen op 7"], ["day and night, 7 days a week"]),
        ("Mo-Su 20:00-08:00", ["tous les jours : 20 h à 8 h le lendemain"], ["elke dag: 20 tot 8 uur de volgende dag"],
         ["every day: 20:00 to 8:00 the next day"]),
        ("Jul-Aug Mo-Fr 08:00-13:00; Sep 01-15 off",
         ["juillet et août, lundi à vendredi : 8 h à 13 h", "fermé : 1er septembre à 15 septembre"],
         ["juli en augustus, maandag tot en met vrijdag: 8 tot 13 uur",
          "gesloten: 1 september tot en met 15 september"],
         ["July and August, Monday to Friday: 8:00 to 13:00", "closed: 1 September to 15 September"]),
        ("Mo-Fr 09:00-17:00; Fr 09:00-12:00",
         ["lundi à jeudi : 9 h à 17 h", "vendredi : 9 h à 12 h"],
         ["maandag tot en met donderdag: 9 tot 17 uur", "vrijdag: 9 tot 12 uur"],
         ["Monday to Thursday: 9:00 to 17:00", "Friday: 9:00 to 12:00"]),
        ("Mo-Fr 09:00-12:00; Fr unknown, Mo 14:00-16:00 unknown",
         ["lundi à jeudi : 9 h à 12 h", "à confirmer : vendredi", "à confirmer : lundi, 14 h à 16 h"],
         ["maandag tot en met donderdag: 9 tot 12 uur", "te bevestigen: vrijdag",
          "te bevestigen: maandag, 14 tot 16 uur"],
         ["Monday to Thursday: 9:00 to 12:00", "to be confirmed: Friday", "to be confirmed: Monday, 14:00 to 16:00"]),
    ],
)  # fmt: skip
def test_dire(osm: str, fr: list[str], nl: list[str], en: list[str]) -> None:
    dits = [[ligne.replace("\u00a0", " ") for ligne in dire(osm, langue)] for langue in ("fr", "nl", "en")]
    assert dits == [fr, nl, en]


def test_espaces_insecables() -> None:
    assert "9\u00a0h à 12\u00a0h\u00a030" in dire("Mo 09:00-12:30", "fr")[0]


def test_semaine_affichee() -> None:
    semaine = semaine_affichee("Mo-Fr 09:00-12:00,13:00-17:00; We[3] 18:00-20:00; PH off", "fr")
    assert [ligne.jour for ligne in semaine] == list(range(7))
    assert semaine[0].heures == (("9:00", "12:00"), ("13:00", "17:00"))
    assert [note.replace("\u00a0", " ") for note in semaine[2].notes] == ["3e mercredi du mois : 18 h à 20 h"]
    assert (semaine[6].heures, semaine[6].notes) == ((), ())


def test_semaine_affichee_d_un_jour_inconnu() -> None:
    semaine = semaine_affichee("Mo-Sa 09:00-12:00; Sa 10:00-12:00 unknown", "en")
    assert (semaine[4].heures, semaine[4].notes) == ((("9:00", "12:00"),), ())
    assert (semaine[5].heures, semaine[5].notes) == ((), ("to be confirmed: Saturday, 10:00 to 12:00",))


def test_semaine_affichee_des_saisons() -> None:
    semaine = semaine_affichee("Sep-Jun Mo-Fr 08:00-17:00; Jul-Aug Mo-Fr 08:00-13:00", "nl")
    assert semaine[0].heures == ()
    assert len(semaine[0].notes) == 2
    assert semaine[5].notes == ()


@given(
    st.sampled_from(["Mo-Fr", "Sa", "Mo[1]", "PH", "SH", "SH Mo-Fr", "PH Mo", "Jul-Aug", "Dec 24", "2026 Dec 24"]),
    st.sampled_from(["09:00-12:00", "22:00-06:00", "off"]),
    st.sampled_from(["fr", "nl", "en"]),
)
def test_toute_regle_se_dit(choix: str, heures: str, langue: str) -> None:
    if choix == "Jul-Aug":
        choix = "Jul-Aug Mo"
    lignes = dire(f"{choix} {heures}", langue)
    assert lignes
    assert all(ligne.strip() for ligne in lignes)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carte_sociale.horaires import (
    Code,
    Compris,
    NonCompris,
    comprendre,
    comprendre_osm,
    heures_impossibles,
    jour_compris_par_le_h,
)

FR = [
    ("lun-ven 9h-12h et 13h-17h, sauf jours fériés", "Mo-Fr 09:00-12:00,13:00-17:00; PH off"),
    ("lundi et jeudi de 9 h à 12 h 30", "Mo,Th 09:00-12:30"),
    ("du lundi au vendredi 8h30-16h, vendredi 8h30-12h", "Mo-Th 08:30-16:00; Fr 08:30-12:00"),
    ("vendredi 8h30-12h, du lundi au vendredi 8h30-16h", "Fr 08:30-12:00; Mo-Th 08:30-16:00"),
    ("tous les jours 10h-minuit", "Mo-Su 10:00-24:00"),
    ("24h/24, 7j/7", "24/7"),
    ("24h/24", "24/7"),
    ("24h sur 24, 7 jours sur 7", "24/7"),
    ("7j/7 24h/24", "24/7"),
    ("jour et nuit", "24/7"),
    ("24h/24 7j/7, jours fériés compris", "24/7; PH 00:00-24:00"),
    ("jours ouvrables 9h-11h30", "Mo-Fr 09:00-11:30"),
    ("jours ouvrables 9h-13h et 14h-15h45", "Mo-Fr 09:00-13:00,14:00-15:45"),
    ("3e mercredi du mois 14h-16h, hors congés scolaires", "We[3] 14:00-16:00; SH off"),
    ("1er et 3e mardi du mois 9h-12h", "Tu[1,3] 09:00-12:00"),
    ("le dernier vendredi du mois de 14h à 16h", "Fr[-1] 14:00-16:00"),
    ("premier lundi de chaque mois: 18h-20h", "Mo[1] 18:00-20:00"),
    ("septembre-juin: lu-ve 8h-17h; juillet-août: lu-ve 8h-13h",
     "Sep-Jun Mo-Fr 08:00-17:00; Jul-Aug Mo-Fr 08:00-13:00"),
    ("lu-ve 9h-17h; juillet et août: lu-ve 9h-13h", "Mo-Fr 09:00-17:00; Jul,Aug Mo-Fr 09:00-13:00"),
    ("lu-ve 9h-17h, fermé du 15 juillet au 15 août", "Mo-Fr 09:00-17:00; Jul 15-Aug 15 off"),
    ("lu-ve 9h-17h, fermé du 1er au 15 août", "Mo-Fr 09:00-17:00; Aug 01-15 off"),
    ("lu-ve 9h-17h sauf en juillet", "Mo-Fr 09:00-17:00; Jul off"),
    ("lu-ve 9h-12h; le 24 décembre 9h-11h", "Mo-Fr 09:00-12:00; Dec 24 09:00-11:00"),
    ("lundi 9h-12h de septembre à juin", "Sep-Jun Mo 09:00-12:00"),
    ("week-ends et jours fériés 8h-24h", "Sa,Su,PH 08:00-24:00"),
    ("lu-ve 19h-24h; week-ends et jours fériés 8h-24h", "Mo-Fr 19:00-24:00; Sa,Su,PH 08:00-24:00"),
    ("en semaine 19h-8h; week-ends et jours fériés 24h/24",
     "Mo-Fr 19:00-08:00, Sa,Su 00:00-24:00; PH 00:00-24:00"),
    ("fermé le mardi", "Tu off"),
    ("mardi fermé", "Tu off"),
    ("fermé les jours fériés", "PH off"),
    ("tous les jours 10h-18h, fermé le mardi", "Mo,We-Su 10:00-18:00; Tu off"),
    ("lundi-vendredi 9h-12h; mardi fermé", "Mo,We-Fr 09:00-12:00; Tu off"),
    ("mardi-vendredi 8h30-17h; samedi 11h30-15h; fermé dimanche et lundi",
     "Tu-Fr 08:30-17:00; Sa 11:30-15:00; Mo,Su off"),
    ("lundi-vendredi 9h-17h, fermé 12h30-13h30", "Mo-Fr 09:00-12:30,13:30-17:00"),
    ("8h-12h30 et 13h-16h les jours ouvrables", "Mo-Fr 08:00-12:30,13:00-16:00"),
    ("9h-12h le lundi", "Mo 09:00-12:00"),
    ("9h-12h du lundi au jeudi, 14h-16h le vendredi", "Mo-Th 09:00-12:00; Fr 14:00-16:00"),
    ("lundi 14h-17h et jeudi 9h-12h", "Mo 14:00-17:00; Th 09:00-12:00"),
    ("jeudi 13h-14h30 et lundi 18h-19h15", "Th 13:00-14:30; Mo 18:00-19:15"),
    ("lundi 9h-12h, lundi 14h-16h", "Mo 09:00-12:00,14:00-16:00"),
    ("lundi-vendredi 8h45-17h, mardi 12h-17h", "Mo,We-Fr 08:45-17:00; Tu 12:00-17:00"),
    ("lu-ve 9h-12h; aussi mercredi 14h-16h", "Mo-Fr 09:00-12:00, We 14:00-16:00"),
    ("le lundi matin de 9h à 12h", "Mo 09:00-12:00"),
    ("lundi après-midi: 13h30-16h", "Mo 13:30-16:00"),
    ("mercredi 18h-21h (sauf jours fériés)", "We 18:00-21:00; PH off"),
    ("tous les jours, y compris les jours fériés, 9h-17h", "Mo-Su 09:00-17:00; PH 09:00-17:00"),
    ("lu-ve 9h-17h, y compris les jours fériés", "Mo-Fr 09:00-17:00; PH Mo-Fr 09:00-17:00"),
    ("tous les jours 9h-17h, même les jours fériés", "Mo-Su 09:00-17:00; PH 09:00-17:00"),
    ("du lundi au vendredi (sauf jours fériés) de 9h à 17h", "Mo-Fr 09:00-17:00; PH off"),
    ("lu-ve 9h-17h sauf le mercredi", "Mo,Tu,Th,Fr 09:00-17:00"),
    ("tous les jours sauf le mercredi 9h-17h", "Mo,Tu,Th-Su 09:00-17:00"),
    ("tous les jours sauf le week-end et les jours fériés 9h-17h", "Mo-Fr 09:00-17:00; PH off"),
    ("lundi 9h-12h sauf jours fériés, mardi 14h-16h", "Mo 09:00-12:00; Tu 14:00-16:00; PH Mo off"),
    ("lu-ve 9h-12h, sauf vacances scolaires et jours fériés", "Mo-Fr 09:00-12:00; SH off; PH off"),
    ("pendant les vacances scolaires: lu-ve 10h-12h", "SH Mo-Fr 10:00-12:00"),
    ("lu-ve 9h-17h; vacances scolaires: lu-ve 10h-12h", "Mo-Fr 09:00-17:00; SH Mo-Fr 10:00-12:00"),
    ("lundi 9h-12h. Mardi 14h-16h.", "Mo 09:00-12:00; Tu 14:00-16:00"),
    ("lundi 9h-12h\nmardi 14h-16h\n", "Mo 09:00-12:00; Tu 14:00-16:00"),
    ("lun. 9h-12h, mar. 13h-15h", "Mo 09:00-12:00; Tu 13:00-15:00"),
    ("Lun - Ven : 9h00 - 12h00", "Mo-Fr 09:00-12:00"),
    ("LUNDI AU VENDREDI 9H-17H", "Mo-Fr 09:00-17:00"),
    ("lu ma je ve 9h-11h", "Mo,Tu,Th,Fr 09:00-11:00"),
    ("lu, ma, je, ve 9h-11h", "Mo,Tu,Th,Fr 09:00-11:00"),
    ("ouvert du lundi au jeudi entre 9h et 16h", "Mo-Th 09:00-16:00"),
    ("Du lundi au jeudi : 9h00 à 12h00 / 13h00 à 16h00", "Mo-Th 09:00-12:00,13:00-16:00"),
    ("lundi 9-12h", "Mo 09:00-12:00"),
    ("lundi 9h-12", "Mo 09:00-12:00"),
    ("lundi de midi à 14h", "Mo 12:00-14:00"),
    ("vendredi 22h-6h", "Fr 22:00-06:00"),
    ("lundi 9.30-12.00 et jeudi 9:30 à 12:00", "Mo 09:30-12:00; Th 09:30-12:00"),
    ("samedi–dimanche 10h–18h", "Sa,Su 10:00-18:00"),
    ("sa-di 10h-18h", "Sa,Su 10:00-18:00"),
    ("Du lundi au vendredi : de 8h30 à 12h00 et de 13h00 à 16h30.", "Mo-Fr 08:30-12:00,13:00-16:30"),
    ("lu-ve 8h30-12h30/13h-17h", "Mo-Fr 08:30-12:30,13:00-17:00"),
    ("du mardi au samedi de 10h à 18h, le dimanche de 10h à 14h, fermé le lundi et les jours fériés",
     "Tu-Sa 10:00-18:00; Su 10:00-14:00; Mo off; PH off"),
    ("tous les premiers mardis du mois 10h-12h", "Tu[1] 10:00-12:00"),
    ("lu-ve 9h-17h (fermé 12h-13h)", "Mo-Fr 09:00-12:00,13:00-17:00"),
    ("10h-17h tlj", "Mo-Su 10:00-17:00"),
    ("du 1/7 au 31/8: lu-ve 9h-13h", "Jul 01-Aug 31 Mo-Fr 09:00-13:00"),
    ("ma-di 9h-12h", "Tu-Su 09:00-12:00"),
    ("chaque jour de 8h à 20h", "Mo-Su 08:00-20:00"),
    ("horaire : lu-ve 9h-17h", "Mo-Fr 09:00-17:00"),
    ("mardi, jeudi et vendredi 10h-12h; samedi 20h30-21h", "Tu,Th,Fr 10:00-12:00; Sa 20:30-21:00"),
]  # fmt: skip
NL = [
    ("ma en do 9u-12u", "Mo,Th 09:00-12:00"),
    ("maandag tot vrijdag 9-12 uur en 13-17 uur, gesloten op feestdagen", "Mo-Fr 09:00-12:00,13:00-17:00; PH off"),
    ("elke werkdag van 9u tot 16u30", "Mo-Fr 09:00-16:30"),
    ("weekdagen 9u-12u", "Mo-Fr 09:00-12:00"),
    ("di 9u-12u", "Tu 09:00-12:00"),
    ("ma-di 9u-12u", "Mo,Tu 09:00-12:00"),
    ("ma-vr 9h-12h", "Mo-Fr 09:00-12:00"),
    ("eerste en derde dinsdag van de maand 9u-12u", "Tu[1,3] 09:00-12:00"),
    ("laatste vrijdag van de maand van 14 tot 16 uur", "Fr[-1] 14:00-16:00"),
    ("elke eerste maandag 9u-12u", "Mo[1] 09:00-12:00"),
    ("maandag, dinsdag en donderdag: 9.00 - 12.30 uur; woensdag gesloten", "Mo,Tu,Th 09:00-12:30; We off"),
    ("za en zo 10u-18u, ook op feestdagen", "Sa,Su 10:00-18:00; PH Sa,Su 10:00-18:00"),
    ("ma-vr 9u-17u, ook op zaterdag 9u-12u", "Mo-Fr 09:00-17:00, Sa 09:00-12:00"),
    ("van maandag tot en met vrijdag van 9 tot 17u, behalve op woensdag", "Mo,Tu,Th,Fr 09:00-17:00"),
    ("maandag t/m donderdag 9u – 16u30, vrijdag 9u – 12u", "Mo-Th 09:00-16:30; Fr 09:00-12:00"),
    ("ma. t.e.m. vr. 8u30-17u", "Mo-Fr 08:30-17:00"),
    ("elke dag 10u-18u", "Mo-Su 10:00-18:00"),
    ("dag en nacht", "24/7"),
    ("24u/24, 7d/7", "24/7"),
    ("24 uur op 24, 7 dagen op 7", "24/7"),
    ("weekend en feestdagen 10u-18u", "Sa,Su,PH 10:00-18:00"),
    ("ma-vr 9u-17u, behalve op feestdagen", "Mo-Fr 09:00-17:00; PH off"),
    ("september tot juni: ma-vr 8u-17u; juli en augustus: ma-vr 8u-13u",
     "Sep-Jun Mo-Fr 08:00-17:00; Jul,Aug Mo-Fr 08:00-13:00"),
    ("tijdens de schoolvakanties: ma-vr 10u-12u", "SH Mo-Fr 10:00-12:00"),
    ("woensdag 14u-17u, gesloten tijdens schoolvakanties", "We 14:00-17:00; SH off"),
    ("maandagvoormiddag 9u-12u", None),
    ("maandag voormiddag 9u-12u", "Mo 09:00-12:00"),
    ("donderdag 's avonds 18u-21u", "Th 18:00-21:00"),
    ("zaterdag gesloten", "Sa off"),
    ("gesloten op maandag", "Mo off"),
    ("di en do van 9.30 tot 12 uur", "Tu,Th 09:30-12:00"),
    ("woe 13u-16u", "We 13:00-16:00"),
    ("Maandag: 9u - 12u", "Mo 09:00-12:00"),
    ("vr 22u-6u", "Fr 22:00-06:00"),
    ("openingsuren: ma-vr 9u-17u", "Mo-Fr 09:00-17:00"),
    ("9u-12u op maandag en dinsdag", "Mo,Tu 09:00-12:00"),
    ("ma-vr 9u-17u, gesloten van 15 juli tot 15 augustus", "Mo-Fr 09:00-17:00; Jul 15-Aug 15 off"),
    ("elke woensdag tussen 14u en 16u", "We 14:00-16:00"),
]  # fmt: skip
OSM = [
    ("Mo-Fr 09:00-17:00; PH off", "Mo-Fr 09:00-17:00; PH off"),
    ("mo-fr 9:00 - 17:00", "Mo-Fr 09:00-17:00"),
    ("Mo-Fr: 09:00-17:00", "Mo-Fr 09:00-17:00"),
    ("Mo,Tu,We 09:00–12:00", "Mo-We 09:00-12:00"),
    ("Fr 22:00-00:00", "Fr 22:00-24:00"),
    ("Fr 22:00-26:00", "Fr 22:00-02:00"),
    ("24/7 open", "24/7"),
    ("Mo-Fr 09:00-17:00 open; Sa closed", "Mo-Fr 09:00-17:00; Sa off"),
    ("Mo[1-3] 10:00-12:00", "Mo[1,2,3] 10:00-12:00"),
    ("2026 Dec 24-2027 Jan 02 off; Mo 10:00-12:00", "2026 Dec 24-2027 Jan 02 off; Mo 10:00-12:00"),
    ("Sep-Jun: Mo 10:00-12:00", "Sep-Jun Mo 10:00-12:00"),
    ("Mo-Fr 09:00-12:00, 13:00-17:00", "Mo-Fr 09:00-12:00,13:00-17:00"),
    ("Mo-Fr 09:00-12:00; sa  UNKNOWN", "Mo-Fr 09:00-12:00; Sa unknown"),
    ("Mo-Fr 09:00-12:00; Jul unknown", "Mo-Fr 09:00-12:00; Jul unknown"),
    ("Mo-Fr 09:00-12:00, We 14:00-16:00 unknown", "Mo-Fr 09:00-12:00, We 14:00-16:00 unknown"),
]
REFUS = [
    ("", Code.VIDE, ""),
    ("9h-12h", Code.JOURS_MANQUANTS, "9h-12h"),
    ("9u-12u", Code.JOURS_MANQUANTS, "9u-12u"),
    ("07:00-20:00", Code.JOURS_MANQUANTS, "07:00-20:00"),
    ("8h30-12h et 13h30-16h, fermé le lundi", Code.JOURS_MANQUANTS, "8h30-12h et 13h30-16h"),
    ("lundi-vendredi", Code.HEURES_MANQUANTES, "lundi-vendredi"),
    ("weekdagen", Code.HEURES_MANQUANTES, "weekdagen"),
    ("mardi, mercredi, jeudi", Code.HEURES_MANQUANTES, "mardi, mercredi, jeudi"),
    ("Mo-Fr", Code.HEURES_MANQUANTES, "Mo-Fr"),
    ("Mo-Sa 09:00-18:00; PH open", Code.HEURES_MANQUANTES, "PH open"),
    ("ma 9:00-12:00", Code.AMBIGU, "ma"),
    ("di 9:00-12:00", Code.AMBIGU, "di"),
    ("ma-di 10:00-12:00", Code.AMBIGU, "ma"),
    ("we 10:00-12:00", Code.AMBIGU, "we"),
    ("sur rendez-vous", Code.ACCES, "sur rendez-vous"),
    ("op afspraak", Code.ACCES, "op afspraak"),
    ("lundi 9h-12h sans rendez-vous", Code.ACCES, "sans rendez-vous"),
    ('Mo-Fr 09:00-18:00 "by appointment"', Code.ACCES, '"by appointment"'),
    ("lundi après-midi", Code.MOMENT, "après-midi"),
    ("lundi matin 14h-16h", Code.MOMENT, "matin"),
    ("lu-ve 9h-16h, fermé le vendredi après-midi", Code.MOMENT, "fermé le vendredi après-midi"),
    ("vers 13h le lundi", Code.APPROXIMATIF, "vers"),
    ("un lundi sur deux 9h-12h", Code.ALTERNANCE, "sur deux"),
    ("om de twee weken maandag 9u-12u", Code.ALTERNANCE, "om de twee weken"),
    ("lundi à 8h", Code.FIN_MANQUANTE, "à 8h"),
    ("lundi dès 16h", Code.FIN_MANQUANTE, "dès 16h"),
    ("maandag vanaf 14u", Code.FIN_MANQUANTE, "vanaf 14u"),
    ("Mo-Fr 18:00+", Code.HORS_CADRE, "18:00+"),
    ("sunrise-sunset", Code.HORS_CADRE, "sunrise"),
    ("lundi 10-13", Code.SANS_UNITE, "10-13"),
    ("lundi 9h-25h", Code.IMPOSSIBLE, "25h"),
    ("Mo 09:00-12:75", Code.IMPOSSIBLE, "12:75"),
    ("lundi 9h-9h", Code.DUREE_NULLE, "9h-9h"),
    ("Jun 31 10:00-12:00", Code.DATE_IMPOSSIBLE, "Jun 31"),
    ("Sep 23-Sep 22 Mo 10:00-12:00", Code.DATE_IMPOSSIBLE, "Sep 23-Sep 22"),
    ("Mo-Fr 09:00-12:00; unknown", Code.JOURS_MANQUANTS, "unknown"),
    ("Fr 22:00-02:00 unknown", Code.HORS_CADRE, "Fr 22:00-02:00 unknown"),
    ("Mo-Fr 9-12", Code.SANS_UNITE, "9-12"),
    ("lu-ve 9h-12h ou 13h-17h", Code.PERIODE, "ou"),
    ("ma-vr 9u-12u of 13u-17u", Code.PERIODE, "of"),
    ("lunid 9h-12h", Code.INCONNU, "lunid"),
    ("permanence: lundi 9h-12h", Code.INCONNU, "permanence"),
    ("lu-ve 9h-17h, en période de forte chaleur", Code.INCONNU, "période"),
    ("lundi-vendredi 9h-12h (2013)", Code.REMARQUE, "(2013)"),
    ("lundi-vendredi 9h-12h, mercredi 14h-17h", Code.DEUX_FOIS, "mercredi"),
    ("tous les jours 10h-16h, lundi 9h-14h", Code.DEUX_FOIS, "lundi"),
    ("lundi 9h-12h, 11h-14h", Code.CHEVAUCHEMENT, None),
    ("septembre-juin: lu-ve 8h-17h; sa 9h-12h", Code.SAISON, "sa"),
    ("lu-ve 9h-17h; juillet: lundi 9h-12h", Code.SAISON, "lundi"),
    ("lu-ve 9h-17h sauf le samedi", Code.CONTRADICTION, "sauf le samedi"),
    ("sa-di 9h-17h, jours fériés compris, fermé les jours fériés", Code.CONTRADICTION, None),
    ("lu-ve 9h-17h sauf le vendredi 9h-12h", Code.PERIODE, None),
]


@pytest.mark.parametrize(("texte", "osm"), FR)
def test_francais(texte: str, osm: str) -> None:
    compris = comprendre(texte)
    assert isinstance(compris, Compris), compris
    assert (compris.osm, compris.langue) == (osm, "fr")


@pytest.mark.parametrize(("texte", "osm"), NL)
def test_neerlandais(texte: str, osm: str | None) -> None:
    compris = comprendre(texte)
    if osm is None:
        assert isinstance(compris, NonCompris)
    else:
        assert isinstance(compris, Compris), compris
        assert (compris.osm, compris.langue) == (osm, "nl")


@pytest.mark.parametrize(("texte", "osm"), OSM)
def test_osm(texte: str, osm: str) -> None:
    compris = comprendre(texte)
    assert isinstance(compris, Compris), compris
    assert (compris.osm, compris.langue) == (osm, "osm")


@pytest.mark.parametrize(("texte", "code", "partie"), REFUS)
def test_refus(texte: str, code: Code, partie: str | None) -> None:
    refus = comprendre(texte)
    assert isinstance(refus, NonCompris), refus
    assert refus.code is code
    assert texte[refus.debut : refus.fin] == refus.partie
    if partie is not None:
        assert refus.partie == partie


@pytest.mark.parametrize(("texte", "osm"), [ligne for ligne in FR + NL + OSM if ligne[1]])
def test_l_osm_produit_est_stable(texte: str, osm: str) -> None:
    compris = comprendre(osm)
    assert isinstance(compris, Compris)
    assert compris.osm == osm
    premier = comprendre(texte)
    assert isinstance(premier, Compris)
    assert (premier.mentionne_feries, premier.mentionne_vacances) == ("PH" in osm, "SH" in osm)
    assert (compris.mentionne_feries, compris.mentionne_vacances) == ("PH" in osm, "SH" in osm)


@pytest.mark.parametrize(
    ("value", "osm"),
    [
        ("07:00-20:00", "Mo-Su 07:00-20:00"),
        ("07:00-20:00; Th off", "Mo-Su 07:00-20:00; Th off"),
        ("11:30-14:30; 17:30-22:30", "Mo-Su 11:30-14:30; Mo-Su 17:30-22:30"),
        ("closed", "Mo-Su off"),
        ("24/7", "24/7"),
        ("24/7; PH off", "24/7; PH off"),
        ("Tu-Fr 10:00-18:00; Dec-Apr 10:00-14:00", "Tu-Fr 10:00-18:00; Dec-Apr Mo-Su 10:00-14:00"),
        ("Mo-Fr 10:00-18:00; Dec 24 10:00-14:00", "Mo-Fr 10:00-18:00; Dec 24 Mo-Su 10:00-14:00"),
        ('Mo-Fr 09:00-12:00; Sa, Su "by appointment"', "Mo-Fr 09:00-12:00; Sa,Su unknown"),
        ('Mo-Fr 09:00-12:00; We 14:00-16:00 "op afspraak"', "Mo-Fr 09:00-12:00; We 14:00-16:00 unknown"),
        ('Mo-Fr 09:00-12:00; Aug off "until the works end"', "Mo-Fr 09:00-12:00; Aug Mo-Su unknown"),
        ('"ring first"; Tu 18:00-21:00', "Mo-Su unknown; Tu 18:00-21:00"),
    ],
)
def test_a_value_of_osm_is_read_as_osm_means_it(value: str, osm: str) -> None:
    read = comprendre_osm(value)
    assert isinstance(read, Compris), read
    assert read.osm == osm
    assert comprendre(osm) == read, "its normal form is one that a record may have"


@pytest.mark.parametrize(
    ("value", "code", "part"),
    [
        ("Mo-Fr 09:00-12:00; 14:00-17:00", Code.JOURS_MANQUANTS, "14:00-17:00"),
        ("Jul Mo 09:00-12:00; off", Code.JOURS_MANQUANTS, "off"),
        ('"by appointment"', Code.ACCES, '"by appointment"'),
        ('Mo-Fr 09:00-12:00 "ring first"', Code.HORS_CADRE, '"ring first"'),
        ("18:00+", Code.HORS_CADRE, "18:00+"),
        ("sunrise-sunset", Code.HORS_CADRE, "sunrise"),
        ("Tu-Sa", Code.HEURES_MANQUANTES, "Tu-Sa"),
        ("Mo-Sa 10:00-10:00", Code.DUREE_NULLE, "10:00-10:00"),
        ("lundi 9h-12h", Code.INCONNU, "9h"),
        ("", Code.VIDE, ""),
    ],
)
def test_a_value_of_osm_that_has_two_meanings_or_none_is_refused(value: str, code: Code, part: str) -> None:
    refused = comprendre_osm(value)
    assert isinstance(refused, NonCompris), refused
    assert (refused.code, refused.partie) == (code, part)


@pytest.mark.parametrize("value", ["07:00-20:00", "closed", 'Mo-Fr 09:00-12:00; Sa "by appointment"'])
def test_whoever_writes_a_record_is_asked_for_what_osm_leaves_out(value: str) -> None:
    assert isinstance(comprendre(value), NonCompris)


def test_la_langue_connue_leve_l_ambiguite() -> None:
    francais, neerlandais = comprendre("ma 9:00-12:00", "fr"), comprendre("ma 9:00-12:00", "nl")
    assert isinstance(francais, Compris)
    assert isinstance(neerlandais, Compris)
    assert (francais.osm, neerlandais.osm) == ("Tu 09:00-12:00", "Mo 09:00-12:00")


@pytest.mark.parametrize(
    ("texte", "suggestion"),
    [
        ("lunid 9h-12h", "lundi"),
        ("9h-12h", "lundi-vendredi 9h-12h"),
        ("lundi 10-13", "10h-13h"),
        ("permanence: lundi 9h-12h", "lundi 9h-12h"),
        ("lundi 9h-12h (mai 2018)", "lundi 9h-12h"),
        ("mardi 14h-16h sur rendez-vous", "mardi 14h-16h"),
        ("Mo-Fr 9h-12h30", "Mo-Fr 09:00-12:30"),
        ("07:00-20:00", "Mo-Su 07:00-20:00"),
        ("lundi-vendredi 9h-12h, mercredi 14h-17h", "Mo,Tu,Th,Fr 09:00-12:00; We 14:00-17:00"),
    ],
)
def test_aide_la_plus_proche(texte: str, suggestion: str) -> None:
    refus = comprendre(texte)
    assert isinstance(refus, NonCompris)
    assert refus.suggestions[0] == suggestion


@pytest.mark.parametrize(
    "texte", ["hiver: tous les jours 10h-20h", "lu-ve 9h-17h, en cas de neige", "lu-ve 9h-17h (hiver 9h-12h)"]
)
def test_une_condition_n_est_jamais_laissee_de_cote(texte: str) -> None:
    refus = comprendre(texte)
    assert isinstance(refus, NonCompris)
    assert refus.suggestions == ()


MOTS = st.sampled_from(
    [
        "lundi",
        "mardi",
        "ma",
        "di",
        "lu-ve",
        "we",
        "9h",
        "9h-12h",
        "9u-12u",
        "12:00",
        "24h/24",
        "7j/7",
        "24/7",
        "sauf",
        "fermé",
        "gesloten",
        "behalve",
        "et",
        "en",
        "à",
        "tot",
        ",",
        ";",
        ":",
        "(",
        ")",
        "-",
        "jours",
        "fériés",
        "feestdagen",
        "congés",
        "scolaires",
        "1er",
        "3e",
        "du",
        "mois",
        "juillet",
        "juli",
        "août",
        "15",
        "31",
        "Mo",
        "Fr",
        "PH",
        "SH",
        "off",
        "Mo[1]",
        "09:00-12:00",
        "minuit",
        "matin",
        "y",
        "compris",
        "ook",
        "aussi",
        "entre",
        "dès",
        "sur",
        "rendez-vous",
        "\n",
    ]
)


@given(st.one_of(st.text(max_size=60), st.lists(MOTS, max_size=14).map(" ".join)))
def test_jamais_d_exception_et_toujours_stable(texte: str) -> None:
    resultat = comprendre(texte)
    if isinstance(resultat, NonCompris):
        assert texte[resultat.debut : resultat.fin] == resultat.partie
    else:
        encore = comprendre(resultat.osm)
        assert isinstance(encore, Compris)
        assert (encore.osm, encore.mentionne_feries, encore.mentionne_vacances) == (
            resultat.osm,
            resultat.mentionne_feries,
            resultat.mentionne_vacances,
        )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ma 9h-12h", "ma"),
        ("di 10h-12h", "di"),
        ("ma 9u-12u", ""),
        ("mar 9h-12h", ""),
        ("lun, ma et jeu 9h-12h", ""),
        ("ma-vr 9h-12h", ""),
        ("Tu 09:00-12:00", ""),
        ("???", ""),
    ],
)
def test_a_day_that_only_the_h_told_is_french(text, day):
    assert jour_compris_par_le_h(text) == day


@pytest.mark.parametrize(
    ("text", "hours"),
    [("lun-ven 9h75-25h", ["9h75", "25h"]), ("lun 9h-12h30", []), ("lun 24h30", ["24h30"]), ("ma 9u-26:00", ["26:00"])],
)
def test_every_hour_that_does_not_exist_is_found(text, hours):
    assert heures_impossibles(text) == hours


def test_no_word_is_left_hanging_where_a_part_goes_elsewhere():
    refused = comprendre("ma-vr 9u tot 12u30 en op afspraak")
    assert isinstance(refused, NonCompris)
    assert refused.suggestions == ("ma-vr 9u tot 12u30",)


def test_osm_days_with_bare_numbers_get_their_hours() -> None:
    refus = comprendre("Mo-Fr 9-12; PH off")
    assert isinstance(refus, NonCompris)
    assert refus.suggestions == ("09:00-12:00",)
    assert not getattr(comprendre("Mo-Fr 12-9"), "suggestions", None)


def test_no_word_of_the_opposite_is_proposed() -> None:
    refus = comprendre("weekdays 9h-17h")
    assert isinstance(refus, NonCompris)
    assert refus.suggestions == ()

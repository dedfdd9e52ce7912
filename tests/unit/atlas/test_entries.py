"""What a record becomes on the map: placed as far as it says, read as far as it is understood, never guessed."""

from datetime import date
from typing import Any

import pytest

from carte_sociale.atlas.entries import Entree
from carte_sociale.atlas.making import EntryMaker
from carte_sociale.atlas.territory_index import TerritoryIndex
from carte_sociale.horaires import Feries
from carte_sociale.model.fiche import Fiche
from carte_sociale.model.territory import Territoire

GRAND_PLACE = {"lat": "50.8467", "lon": "4.3525"}
PARIS = {"lat": "48.8566", "lon": "2.3522"}
FLAGEY = 37
FERIES = Feries(date(2026, 1, 1), date(2027, 12, 31), {date(2026, 12, 25): "noel"}, {"noel": {"fr": "Noël"}})


@pytest.fixture(scope="module")
def maker(territoire_reel: Territoire) -> EntryMaker:
    return EntryMaker(TerritoryIndex(territoire_reel), frozenset({"rue", "quartier", "commune"}), FERIES, {})


def fiche(**parts: Any) -> Fiche:
    stub = {"nom": {"fr": "a"}, "nature": "cpas", "resume": {"fr": "a"}, "sources": [{"url": "https://exemple.be"}]}
    return Fiche.model_validate(stub | parts)


def place(**parts: Any) -> dict[str, Any]:
    return {"id": "l", "forme": "adresse", **parts}


def position(point: dict[str, str], precision: str = "adresse") -> dict[str, str]:
    return point | {"precision": precision, "origine": "source"}


def service(**parts: Any) -> dict[str, Any]:
    return {"id": "s", "nom": {"fr": "s"}, "themes": [], **parts}


def entry(maker: EntryMaker, **parts: Any) -> Entree:
    return maker.entry("a", fiche(**parts))


@pytest.mark.parametrize(
    ("lieu", "commune", "quartier", "approximate"),
    [
        (place(), None, None, True),
        (place(position=position(GRAND_PLACE)), "bruxelles", 1, False),
        (place(position=position(GRAND_PLACE, "rue")), "bruxelles", 1, True),
        (place(position=position(PARIS)), None, None, False),
        (place(quartier=str(FLAGEY)), None, FLAGEY, True),
        (place(quartier=str(FLAGEY), position=position(GRAND_PLACE)), "bruxelles", FLAGEY, False),
        (place(quartier="9999"), None, None, True),
        (place(adresse={"commune": "uccle"}), "uccle", None, True),
        (place(adresse={"commune": "uccle"}, position=position(GRAND_PLACE)), "uccle", 1, False),
        (place(adresse={"commune": "uccle"}, quartier=str(FLAGEY)), "uccle", FLAGEY, True),
    ],
)
def test_a_place_is_where_the_record_says_else_where_its_point_lies(
    maker: EntryMaker, lieu: dict[str, Any], commune: str | None, quartier: int | None, approximate: bool
) -> None:
    found = entry(maker, lieux=[lieu])
    (situated,) = found.lieux
    assert situated.commune == commune
    assert (situated.quartier.code if situated.quartier else None) == quartier
    assert situated.approximatif is approximate
    assert found.communes == ((commune,) if commune else ())
    assert found.quartiers == ((quartier,) if quartier else ())


def test_a_point_is_latitude_then_longitude_in_degrees(maker: EntryMaker) -> None:
    found = entry(maker, lieux=[place(position=position(GRAND_PLACE)), place(id="m")])
    assert [lieu.point for lieu in found.lieux] == [(50.8467, 4.3525), None]


@pytest.mark.parametrize(
    ("adresse", "names"),
    [
        ({"commune": "bruxelles", "rue": {"fr": "Rue Haute"}}, {"fr": "Rue Haute", "nl": "Hoogstraat"}),
        ({"commune": "bruxelles", "rue": {"fr": "RUE HAUTE"}}, {"fr": "RUE HAUTE", "nl": "Hoogstraat"}),
        ({"commune": "bruxelles", "rue": {"nl": "Hoogstraat"}}, {"fr": "Rue Haute", "nl": "Hoogstraat"}),
        ({"commune": "bruxelles", "rue": {"fr": "Rue Haute", "nl": "Hoogstr."}}, {"fr": "Rue Haute", "nl": "Hoogstr."}),
        ({"commune": "uccle", "rue": {"fr": "Rue Haute"}}, {"fr": "Rue Haute"}),
        ({"commune": "bruxelles", "rue": {"fr": "Rue qui n'existe pas"}}, {"fr": "Rue qui n'existe pas"}),
        ({"commune": "bruxelles"}, {}),
    ],
)
def test_a_street_gets_its_other_name_from_its_own_commune(
    maker: EntryMaker, adresse: dict[str, Any], names: dict[str, str]
) -> None:
    (situated,) = entry(maker, lieux=[place(adresse=adresse)]).lieux
    assert situated.rue == names


def test_a_service_is_given_at_every_place_unless_it_names_some(maker: EntryMaker) -> None:
    found = entry(
        maker,
        lieux=[place(id="a"), place(id="b")],
        services=[service(id="x"), service(id="y", lieux=["b"]), service(id="z", lieux=["inconnu"])],
    )
    assert [[lieu.lieu.id for lieu in s.lieux] for s in found.services] == [["a", "b"], ["b"], []]


def test_hours_are_read_or_left_unknown(maker: EntryMaker) -> None:
    found = entry(
        maker,
        services=[
            service(
                horaires=[
                    {"quand": "lun-ven 9h-12h", "date_source": "2025-03"},
                    {"quand": "Mo-Fr 09:00-12:00"},
                    {"quand": "quand on peut"},
                    {"texte": {"fr": "un lundi sur deux"}},
                    {"quand": "24/7", "toujours_selon_la_loi": {"fr": "loi"}},
                ]
            )
        ],
    )
    hours = found.services[0].horaires
    assert [read.osm is not None for read in hours] == [True, True, False, False, True]
    assert hours[0].osm == hours[1].osm
    assert [read.fiable_jusqu_au for read in hours] == [date(2026, 9, 1), None, None, None, date.max]


def test_words_of_all_services_are_gathered_once_in_their_order(maker: EntryMaker) -> None:
    found = entry(
        maker,
        services=[
            service(id="x", themes=["b", "a"], publics=["aines"], langues=["nl"], acces=["telephone"]),
            service(id="y", themes=["a", "c"], publics=["aines", "femmes"], langues=["fr", "nl"], acces=["telephone"]),
        ],
        lieu_de_liens={"langues": ["ar", "fr"]},
    )
    assert found.themes == ("b", "a", "c")
    assert found.publics == ("aines", "femmes")
    assert found.langues == ("nl", "fr", "ar")
    assert found.acces == ("telephone",)
    assert found.est_lieu_de_liens


def test_two_places_in_one_commune_count_once(maker: EntryMaker) -> None:
    lieux = [place(id="a", position=position(GRAND_PLACE)), place(id="b", adresse={"commune": "bruxelles"})]
    found = entry(maker, lieux=lieux)
    assert found.communes == ("bruxelles",)
    assert found.quartiers == (1,)


def test_the_smallest_record_has_an_entry(maker: EntryMaker) -> None:
    found = entry(maker)
    assert (found.id, found.lieux, found.services, found.communes) == ("a", (), (), ())
    assert found.incomplete
    assert not found.est_lieu_de_liens


@pytest.mark.parametrize("contacts", [{}, {"telephones": []}, {"telephones": [], "courriels": [], "site": None}])
def test_a_block_that_names_no_contact_is_no_contact(maker: EntryMaker, contacts: dict[str, Any]) -> None:
    found = entry(maker, contacts=contacts, services=[service(contacts=contacts)])
    assert found.fiche.contacts is None
    assert found.services[0].service.contacts is None


def test_a_secret_address_leaves_phones_only(maker: EntryMaker) -> None:
    contacts = {
        "telephones": [{"numero": "02 529 41 20"}],
        "courriels": [{"adresse": "accueil@exemple.be"}],
        "site": "https://exemple.be",
    }
    secret = entry(maker, confidentiel="oui", contacts=contacts, services=[service(contacts=contacts)])
    for shown in (secret.fiche.contacts, secret.services[0].service.contacts):
        assert shown is not None
        assert [t.numero.ecrit for t in shown.telephones] == ["02 529 41 20"]
        assert (shown.courriels, shown.site) == ((), None)
    open_one = entry(maker, contacts=contacts)
    assert open_one.fiche.contacts is not None
    assert open_one.fiche.contacts.site == "https://exemple.be"


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"lieux": [place(position=position(GRAND_PLACE))]}, None),
        ({"lieux": [{"id": "l", "forme": "telephone"}]}, "telephone"),
        ({"lieux": [place()]}, "adresse-inconnue"),
        ({}, "adresse-inconnue"),
        ({"confidentiel": "oui", "lieux": [{"id": "l", "forme": "telephone"}]}, "adresse-secrete"),
    ],
)
def test_why_a_record_is_not_on_the_map(maker: EntryMaker, parts: dict[str, Any], reason: str | None) -> None:
    assert entry(maker, **parts).hors_carte == reason


def test_a_mailbox_and_a_site_are_the_record_s_else_a_service_s(maker: EntryMaker) -> None:
    contacts = {"courriels": [{"adresse": "s@exemple.be"}], "site": "https://s.exemple.be"}
    found = entry(maker, services=[service(), service(id="t", contacts=contacts)])
    assert found.courriel is not None
    assert (found.courriel.adresse, found.site) == ("s@exemple.be", "https://s.exemple.be")
    own = entry(maker, contacts={"site": "https://a.exemple.be"}, services=[service(contacts=contacts)])
    assert own.site == "https://a.exemple.be"
    assert (entry(maker).courriel, entry(maker).site) == (None, None)


def test_of_hours_with_dated_sources_the_oldest_counts(maker: EntryMaker) -> None:
    dated = [{"quand": "Mo", "date_source": "2025-03"}, {"quand": "Tu", "date_source": "2019"}]
    assert entry(maker, services=[service(horaires=dated)]).annee_des_heures == 2019
    assert entry(maker, services=[service(horaires=[*dated, {"quand": "We"}])]).annee_des_heures is None
    assert entry(maker).annee_des_heures is None


def test_the_last_source_is_the_one_written_last(maker: EntryMaker) -> None:
    sources = [{"url": "https://a.be", "date": date} for date in ("2024", "2025-03", "2025-03-01", "2023-12-31")]
    found = entry(maker, sources=[*sources, {"url": "https://b.be"}]).source_recente
    assert found is not None
    assert found.iso == "2025-03-01"
    assert entry(maker).source_recente is None


def test_a_service_lies_where_its_places_do(maker: EntryMaker) -> None:
    lieux = [place(id=id_, adresse={"commune": c}) for id_, c in (("l", "uccle"), ("m", "evere"), ("n", "uccle"))]
    found = entry(maker, lieux=lieux, services=[service(lieux=["l", "n"]), service(id="t")])
    assert [situe.communes for situe in found.services] == [("uccle",), ("uccle", "evere")]

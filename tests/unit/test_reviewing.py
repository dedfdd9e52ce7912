"""What is asked about the network, on frozen days: each question at its place, none where nothing is to be asked."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from carte_sociale.atlas.atlas import build_atlas
from carte_sociale.loading.network import DOSSIERS, Reseau, read_element
from carte_sociale.loading.project import Donnees, Projet
from carte_sociale.loading.records import read_record
from carte_sociale.problems import Problem
from carte_sociale.reviewing import questions

RACINE = Path(__file__).parents[2]
JOUR = date(2026, 11, 28)
STUB = "nom: {fr: X}\nnature: cpas\nresume: {fr: x}\nsources: [{url: https://exemple.be, date: 2026-10}]\nfictif: oui\n"
NOM = "nom: {fr: X}\nresume: {fr: x}\nsources: [{etablit: tout}]\nfictif: oui\n"
NOMS = "nom: {fr: X, nl: X, en: X}\nresume: {fr: x, nl: x, en: x}\nsources: [{etablit: tout}]\nfictif: oui\n"
QUARTIER = "question-quartier-sans-dispositif"


def asked(
    donnees: Donnees, records: dict[str, str], network: dict[str, str] | None = None, jour: date = JOUR
) -> list[Problem]:
    lues = tuple(
        read_record(f"organisations/region/{id_}.yml", (STUB + text).encode(), donnees)[0]
        for id_, text in records.items()
    )
    files = []
    for name, text in (network or {}).items():
        folder = name.split("/")[0]
        read, problems = read_element(
            f"content/_data/{name}.yml",
            ((NOMS if folder == "dispositifs" else NOM) + text).encode(),
            DOSSIERS[folder],
            donnees,
        )
        assert problems == []
        files.append(read)
    projet = Projet(RACINE, replace(donnees, reseau=Reseau(tuple(files))), lues)
    assert all(lue.fiche for lue in lues)
    return questions(projet, build_atlas(projet), jour)


def codes(problems: list[Problem]) -> list[str]:
    return [
        f"{p.code.removeprefix('question-')} {p.fichier.rsplit('/', 1)[1]}:{p.ligne}:{p.colonne}"
        for p in problems
        if p.code != QUARTIER
    ]


def tie(kind: str, to: str, **more: str) -> str:
    parts = {"type": kind, "vers": to, "declare_le": "2026-10-01", **more}
    return f"relations: [{{{', '.join(f'{key}: {value}' for key, value in parts.items())}}}]\n"


@pytest.mark.parametrize("kind", ["partenaire", "collabore", "co-anime", "mutualise"])
def test_what_reads_the_same_both_ways_is_asked_until_both_say_it(donnees: Donnees, kind: str) -> None:
    one = asked(donnees, {"a": tie(kind, "b"), "b": ""})
    assert [code.split()[:2] for code in codes(one)] == [["un-seul-cote", "a.yml:6:" + str(28 + len(kind))]]
    assert codes(asked(donnees, {"a": tie(kind, "b"), "b": tie(kind, "a")})) == []


@pytest.mark.parametrize(
    "kind", ["oriente-vers", "finance", "porte", "detache", "relaie-l-information", "fait-partie-de"]
)
def test_what_goes_one_way_is_never_asked_of_the_other(donnees: Donnees, kind: str) -> None:
    assert codes(asked(donnees, {"a": tie(kind, "b"), "b": ""})) == []


def test_a_host_and_its_guest_name_each_other(donnees: Donnees) -> None:
    place = "lieux: [{id: l, forme: dans-un-autre-lieu, hote: a}]\n"
    desk = "guichets: [{fiche: b}]\n"
    assert codes(asked(donnees, {"a": tie("heberge", "b"), "b": ""})) == ["hote a.yml:6:35"]
    assert codes(asked(donnees, {"a": "", "b": place})) == ["hote b.yml:6:50"]
    assert codes(asked(donnees, {"a": desk, "b": ""})) == ["hote a.yml:6:20"]
    for host in (tie("heberge", "b"), desk):
        assert codes(asked(donnees, {"a": host, "b": place})) == []


def test_one_building_with_four_desks_asks_each_that_is_silent(donnees: Donnees) -> None:
    desks = "guichets: [{fiche: b}, {fiche: c}, {fiche: d}, {fiche: e}]\n"
    known = tie("fait-partie-de", "a")
    found = asked(donnees, {"a": desks, "b": known, "c": "", "d": known, "e": ""})
    assert [p.champ for p in found if p.code == "question-hote"] == ["guichets[1].fiche", "guichets[3].fiche"]


@pytest.mark.parametrize(
    ("more", "jour", "asked_"),
    [
        ({"declare_le": "2025-11-28"}, date(2026, 11, 27), False),
        ({"declare_le": "2025-11-28"}, date(2026, 11, 28), True),
        ({"declare_le": "2020", "confirme_le": "2026-11-01"}, JOUR, False),
        ({"declare_le": "2020", "confirme_le": "2025-11-01"}, JOUR, True),
    ],
)
def test_an_unconfirmed_tie_is_asked_after_a_year(
    donnees: Donnees, more: dict[str, str], jour: date, asked_: bool
) -> None:
    found = asked(donnees, {"a": tie("oriente-vers", "b", **more), "b": ""}, jour=jour)
    assert [p.code for p in found if p.code == "question-lien-ancien"] == ["question-lien-ancien"] * asked_


def test_a_contested_tie_is_only_contested(donnees: Donnees) -> None:
    found = asked(donnees, {"a": tie("partenaire", "b", declare_le="2020"), "b": "contestations: [{de: a}]\n"})
    assert [p.code for p in found if p.code != QUARTIER] == ["question-lien-conteste"]


def test_a_project_is_asked_about_once_all_its_known_funding_has_passed(donnees: Donnees) -> None:
    def found(*ends: str) -> list[str]:
        grants = ", ".join(f"{{type: convention, pouvoir: cocom, fin: {end}}}" for end in ends)
        return codes(asked(donnees, {"a": ""}, {"projets/p": f"porteur: a\nfinancements: [{grants}]\n"}))

    assert found("2026-11-27") == ["projet-echu p.yml:6:56"]
    assert found("2026-11") == found("2025", "2027") == []


def test_a_meeting_without_a_day_to_come_a_dispositif_and_a_pooling_without_contact(donnees: Donnees) -> None:
    meeting = "organisateur: a\npour_qui: membres\n"
    network = {
        "rencontres/passee": meeting + "dates: [2026-11-27]\n",
        "rencontres/demain": meeting + "dates: [2026-11-28]\n",
        "rencontres/ancienne": meeting + "repetition: {jour: mardi, vu: 2025-01-01}\n",
        "mutualisations/m": "quoi: [locaux]\n",
        "dispositifs/d": "type: raq\n",
        "dispositifs/avec": "type: raq\nreferente: raq@exemple.be\n",
        "dispositifs/explique": "type: general\n",
    }
    assert codes(asked(donnees, {"a": ""}, network)) == [
        "dispositif-sans-contact d.yml:1:1",
        "rencontre-sans-date ancienne.yml:1:1",
        "rencontre-sans-date passee.yml:1:1",
        "mutualisation-sans-contact m.yml:1:1",
    ]


def test_a_phone_line_of_twelve_partners_without_address_asks_nothing(donnees: Donnees) -> None:
    ids = [f"p{number}" for number in range(12)]
    line = f"type: numero-vert\nsite: https://exemple.be\npartenaires: [{', '.join(ids)}]\n"
    assert codes(asked(donnees, dict.fromkeys(ids, ""), {"dispositifs/ligne": line})) == []


def test_a_whole_commune_is_not_a_quartier_of_its_own(donnees: Donnees) -> None:
    """Koekelberg: the contract covers every quartier that crosses it, and names none."""
    whole = "type: clss\nsite: https://exemple.be\ncommune: {slug: koekelberg, lien: source, entiere: oui}\n"
    named = whole + "quartiers: [koekelberg]\n"
    asked_of = {p.contexte["un"]["fr"] for p in asked(donnees, {}, {"dispositifs/d": whole})}
    assert asked_of - {p.contexte["un"]["fr"] for p in asked(donnees, {}, {"dispositifs/d": named})} == {"Koekelberg"}


def test_a_quartier_that_crosses_communes_is_asked_once_at_its_line(donnees: Donnees) -> None:
    lines = (RACINE / "content/_data/territoires/quartiers.geojson").read_text(encoding="utf-8").split("\n")
    found = [p for p in asked(donnees, {}) if p.code == QUARTIER]
    lived_in = [quartier for quartier in donnees.territoire.quartiers if quartier.habite]
    assert len(found) == len(lived_in)
    assert any(len(quartier.communes) > 1 for quartier in lived_in)
    assert all(lines[p.ligne - 1][p.colonne - 1] == '"' for p in found)


def test_a_lieu_de_liens_without_address_and_a_secret_record_are_not_asked_where_they_are(donnees: Donnees) -> None:
    lunch = "lieux: [{id: l, forme: itinerant}]\nlieu_de_liens: {venir_librement: oui}\n"
    secret = "confidentiel: oui\n"
    assert codes(asked(donnees, {"midi": lunch, "abri": secret})) == []
